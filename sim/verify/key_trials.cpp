// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/key_trials.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <thread>

#include "sim/base/hex_text.h"
#include "sim/verify/personal_text.h"

namespace sim
{

namespace
{

constexpr const char* property = "keys_alone_reveal_nothing";

}  // namespace

std::string KeyTrials::Release::name() const
{
    return fmt::format("release {} of use {}", release, use);
}

std::string KeyTrials::Release::about() const
{
    return fmt::format("use {} release {} purpose {}", use, release, purpose);
}

KeyTrials::KeyTrials(const Database& database, Findings& findings)
{
    read_keys(database);
    read_releases(database, findings);
    const std::vector<Attacked> attacked = attack_all();
    auto its = attacked.begin();
    for (const auto& [key, one] : releases_) check(database, one, *its++, findings);
}

std::vector<KeyTrials::Attacked> KeyTrials::attack_all() const
{
    std::vector<const Release*> all;
    for (const auto& [key, one] : releases_) all.push_back(&one);
    std::vector<Attacked> attacked(all.size());
    const std::size_t parts = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::future<void>> working;
    for (std::size_t part = 0; part < parts; ++part)
        working.push_back(std::async(std::launch::async, [&, part] {
            for (std::size_t i = part; i < all.size(); i += parts) attacked[i] = attack(*all[i]);
        }));
    for (auto& one : working) one.get();
    return attacked;
}

KeyTrials::Attacked KeyTrials::attack(const Release& one) const
{
    std::vector<KeyBytes> of_domains;
    for (const auto& [domain, half] : domains_) of_domains.push_back(bench_key("domain/" + domain));
    KeyAttack by_domains(of_domains), by_consent(consent_secrets(one));
    const HeardRelease heard_of_it = heard(one);
    Attacked attacked;
    attacked.by_domains = by_domains.open(heard_of_it).has_value();
    attacked.by_consent = by_consent.open(heard_of_it).has_value();
    attacked.tried = by_domains.tried() + by_consent.tried();
    return attacked;
}

KeyBytes KeyTrials::bench_key(const std::string& name) const
{
    constexpr std::string_view rule = "key of the bench";
    return derived({reinterpret_cast<const std::uint8_t*>(rule.data()), rule.size()}, seed_, name);
}

// Whoever breaks into phones and into what receivers keep for a consent.
std::vector<KeyBytes> KeyTrials::consent_secrets(const Release& one) const
{
    const KeyBytes phone = bench_key(fmt::format("phone/{}", one.use));
    std::vector<KeyBytes> secrets{phone,
                                  bench_key(fmt::format("request/{}/{}", one.receiver, one.use))};
    const auto halves = halves_.find(one.use);
    if (halves == halves_.end()) return secrets;
    if (const auto shared = agreed(phone, halves->second.request))
        secrets.push_back(derived(shared->reveal(), fmt::format("use {}", one.use), "consent"));
    return secrets;
}

HeardRelease KeyTrials::heard(const Release& one) const
{
    const auto& [number, piece] = *one.sealed.begin();
    HeardRelease all{
        one.use, one.about(), {one.use_half}, one.wrapped, static_cast<std::uint64_t>(number),
        piece};
    for (const auto& [domain, half] : domains_) all.halves.push_back(half);
    if (const auto told = halves_.find(one.use); told != halves_.end())
        for (const PublicHalf& half :
             {told->second.request, told->second.phone, told->second.consent})
            all.halves.push_back(half);
    return all;
}

std::optional<KeyBytes> KeyTrials::content_of(const Release& one) const
{
    const auto told = halves_.find(one.use);
    const auto domain = domains_.find(one.receiver);
    const KeyBytes of_domain = bench_key("domain/" + one.receiver);
    const KeyBytes of_consent = consent_secrets(one).back();
    if (told == halves_.end() || domain == domains_.end()) return std::nullopt;
    if (public_half(of_domain) != domain->second) return std::nullopt;
    if (public_half(of_consent) != told->second.consent) return std::nullopt;
    const auto outer = agreed(of_domain, one.use_half), inner = agreed(of_consent, one.use_half);
    if (!outer || !inner) return std::nullopt;
    const std::string about = one.about();
    const auto once =
        unsealed(derived(outer->reveal(), about, "domain key"), 0, about, one.wrapped);
    if (!once) return std::nullopt;
    const auto twice = unsealed(derived(inner->reveal(), about, "consent key"), 0, about, *once);
    if (!twice || twice->size() != KeyBytes::size) return std::nullopt;
    std::array<std::uint8_t, KeyBytes::size> content{};
    std::copy(twice->begin(), twice->end(), content.begin());
    return KeyBytes(content);
}

void KeyTrials::check(const Database& database, const Release& one, const Attacked& attacked,
                      Findings& findings)
{
    const auto find = [&](const std::string& what) {
        findings.add({property, {}, "", 0, one.name() + " " + what});
    };
    if (attacked.by_domains) find("was opened with the keys of domains alone");
    if (attacked.by_consent) find("was opened with the keys of its consent alone");
    tried_ += attacked.tried;
    const auto content = content_of(one);
    if (!content) {
        find("cannot be opened with the keys of domain and consent together");
        return;
    }
    if (!contents_.insert(*content).second || !use_halves_.insert(one.use_half).second)
        find("has the keys of another one");
    check_data(database, one, *content, findings);
}

// All of it that was sent; none, with a finding, where a piece does not open.
std::optional<Bytes> KeyTrials::data_of(const Release& one, const KeyBytes& content,
                                        Findings& findings) const
{
    Bytes data;
    for (const auto& [number, sealed] : one.sealed) {
        const auto piece =
            unsealed(content, static_cast<std::uint64_t>(number), one.about(), sealed);
        if (!piece) {
            findings.add({property,
                          {},
                          "",
                          0,
                          fmt::format("{}: piece {} does not open", one.name(), number)});
            return std::nullopt;
        }
        data.insert(data.end(), piece->begin(), piece->end());
    }
    return data;
}

// What one must come to with both: the whole of it, of that person, and nothing else.
void KeyTrials::check_data(const Database& database, const Release& one, const KeyBytes& content,
                           Findings& findings)
{
    const auto data = data_of(one, content, findings);
    if (!data) return;
    const auto find = [&](const char* what) {
        findings.add({"releases_right", {}, "", 0, one.name() + what});
    };
    if (holds_individual_number(fw::Bytes(*data))) find(" holds an individual number");
    if (std::ssize(one.sealed) < one.pieces) return;  // the rest was never sent
    Query held = database.query(
        "SELECT h.digest FROM data_use u JOIN data_held h ON h.domain = u.holder AND"
        " h.item = u.item AND h.resident = u.resident WHERE u.use = ?");
    held.bind(1, one.use);
    if (!held.step() || held.text(0) != hex_of(sha256_of(*data)))
        find(" is not what the holder holds of that person");
}

}  // namespace sim
