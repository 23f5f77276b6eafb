// SPDX-License-Identifier: Apache-2.0
#include "models/broker/sealed_release.h"

#include <algorithm>
#include <stdexcept>

namespace model
{

namespace
{

sim::KeyBytes wrapping_key(const sim::KeyBytes& mine, const sim::PublicHalf& theirs,
                           const std::string& about, const char* kind)
{
    const auto shared = sim::agreed(mine, theirs);
    if (!shared) throw std::runtime_error("a key that nobody can agree on");
    return sim::derived(shared->reveal(), about, kind);
}

}  // namespace

std::string ReleaseHead::about() const
{
    return "use " + std::to_string(use) + " release " + std::to_string(release) + " purpose " +
           purpose;
}

std::optional<sim::KeyBytes> consent_key(const sim::KeyBytes& mine, const sim::PublicHalf& theirs,
                                         std::int64_t use)
{
    const auto shared = sim::agreed(mine, theirs);
    if (!shared) return std::nullopt;
    return sim::derived(shared->reveal(), "use " + std::to_string(use), "consent");
}

ReleaseSeal::ReleaseSeal(const ReleaseHead& head, const sim::KeyBytes& content,
                         const sim::KeyBytes& use, const sim::PublicHalf& domain,
                         const sim::PublicHalf& consent)
    : about_(head.about()), content_(content), use_half_(sim::public_half(use))
{
    const sim::KeyBytes by_consent = wrapping_key(use, consent, about_, "consent key");
    const sim::KeyBytes by_domain = wrapping_key(use, domain, about_, "domain key");
    const sim::Bytes inner = sim::sealed(by_consent, 0, about_, content_.reveal());
    wrapped_ = sim::sealed(by_domain, 0, about_, inner);
}

sim::Bytes ReleaseSeal::piece(std::uint64_t number, fw::Bytes data) const
{
    return sim::sealed(content_, number, about_, data);
}

std::optional<sim::KeyBytes> content_key(const ReleaseHead& head, const sim::PublicHalf& use_half,
                                         fw::Bytes wrapped, const sim::KeyBytes& domain,
                                         const sim::KeyBytes& consent)
{
    const std::string about = head.about();
    const sim::KeyBytes by_domain = wrapping_key(domain, use_half, about, "domain key");
    const auto inner = sim::unsealed(by_domain, 0, about, wrapped);
    if (!inner) return std::nullopt;
    const sim::KeyBytes by_consent = wrapping_key(consent, use_half, about, "consent key");
    const auto content = sim::unsealed(by_consent, 0, about, *inner);
    if (!content || content->size() != sim::KeyBytes::size) return std::nullopt;
    std::array<std::uint8_t, sim::KeyBytes::size> bytes{};
    std::copy(content->begin(), content->end(), bytes.begin());
    return sim::KeyBytes(bytes);
}

sim::KeyBytes test_key(std::uint64_t seed, const std::string& name)
{
    constexpr std::string_view rule = "key of the bench";
    const fw::Bytes secret(reinterpret_cast<const std::uint8_t*>(rule.data()), rule.size());
    return sim::derived(secret, std::to_string(seed), name);
}

}  // namespace model
