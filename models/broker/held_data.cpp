// SPDX-License-Identifier: Apache-2.0
#include "models/broker/held_data.h"

#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

sim::RngStream stream_of(std::uint64_t seed, const sim::DataDomain& domain,
                         const sim::HeldItem& item)
{
    return {seed, "held/" + domain.id + "/" + item.id};
}

}  // namespace

bool is_held(std::uint64_t seed, const sim::DataDomain& domain, const sim::HeldItem& item,
             std::uint32_t resident)
{
    return stream_of(seed, domain, item).chance(item.held_ppm, resident);
}

sim::Bytes held_data(std::uint64_t seed, const sim::DataDomain& domain, const sim::HeldItem& item,
                     std::uint32_t resident)
{
    const sim::RngStream stream = stream_of(seed, domain, item);
    const auto size = static_cast<std::size_t>(item.size_bytes);
    std::string text;
    text.reserve(size + 64);
    for (std::uint64_t line = 1; text.size() < size; ++line)
        text += item.id + "." + std::to_string(line) + "=" +
                std::to_string(stream.below(1000, resident, line)) + "\n";
    return {text.begin(), text.begin() + item.size_bytes};
}

}  // namespace model
