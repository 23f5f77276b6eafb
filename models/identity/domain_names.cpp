// SPDX-License-Identifier: Apache-2.0
#include "models/identity/domain_names.h"

namespace model
{

std::string name_in(std::uint64_t key, const std::string& domain, const std::string& own)
{
    std::uint64_t place = 0;
    for (const char c : own) place = sim::mix64(place ^ static_cast<unsigned char>(c));
    const std::uint64_t bits = sim::RngStream(key, "name/" + domain).bits(place);
    std::string name;
    for (int nibble = 0; nibble < 16; ++nibble)
        name += static_cast<char>('a' + (bits >> (4 * nibble) & 0xF));
    return name;
}

std::string DomainNames::name_in(const std::string& domain, const std::string& own)
{
    std::string name = model::name_in(seed_, domain, own);
    own_[name] = own;
    return name;
}

std::string DomainNames::own_of(const std::string& name) const
{
    const auto found = own_.find(name);
    return found == own_.end() ? "" : found->second;
}

}  // namespace model
