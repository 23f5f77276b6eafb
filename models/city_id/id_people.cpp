// SPDX-License-Identifier: Apache-2.0
#include "models/city_id/id_people.h"

#include <algorithm>
#include <map>

#include "models/people/enough.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t {
    draw_custody,
    draw_in_phone,
    draw_change,
    draw_when,
    draw_rebinds,
    draw_asks,
    draw_auth = 8,
    draw_sign = 10,
};

KeyCustody type_of(const std::string& id)
{
    if (id == "secure_element") return KeyCustody::secure_element;
    return id == "sub_sim" ? KeyCustody::sub_sim : KeyCustody::none;
}

std::string serial_from(std::uint64_t bits)
{
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(bits >> (8 * i));
    return sim::hex_of(bytes);
}

void replace(std::vector<IdCertificate>& all, const std::string& serial, fw::Nanos at,
             const char* why)
{
    all[0].until = at;
    all[0].ends = why;
    if (!serial.empty()) all.push_back({serial, at, {INT64_MAX}, ""});
}

// True: has an ID to prove; else comes for one.
std::map<std::uint32_t, bool> sent_to_ids(const std::vector<Attempt>& attempts)
{
    std::map<std::uint32_t, bool> sent;
    for (const Attempt& one : attempts)
        if (one.service == "city_id" || one.service.starts_with(id_tries))
            sent[one.resident] = one.service != "city_id";
    return sent;
}

}  // namespace

IdPeople::IdPeople(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                   const std::vector<Attempt>& attempts)
    : scenario_(scenario),
      rules_(*scenario.city_id),
      residents_(residents),
      stream_(scenario.seed, "city ID people")
{
    const std::map<std::uint32_t, bool> sent = sent_to_ids(attempts);
    auto wanted = static_cast<std::size_t>(rules_.registered);
    const auto asking = static_cast<std::size_t>(rules_.issues);
    const std::int64_t asks_ppm = 1'000'000 * rules_.issues / (rules_.registered + rules_.issues);
    for (std::uint32_t who = 0; who < residents.size(); ++who) {
        const Resident& one = residents[who];
        if (!one.my_number_card || !one.signature || !one.smartphone) continue;
        const bool keeps = custody(custody_of(who)).level >= rules_.least_level;
        if (const auto found = sent.find(who); found != sent.end()) {
            if (keeps && found->second) registered_.push_back(who), ++wanted;
        } else if (newcomers_.size() < asking && stream_.chance(asks_ppm, who, draw_asks))
            newcomers_.push_back(who);
        else if (registered_.size() < wanted && keeps)
            registered_.push_back(who);
        else
            strangers_.push_back(who);
    }
    for (; newcomers_.size() < asking && !strangers_.empty(); strangers_.pop_back())
        newcomers_.push_back(strangers_.back());
    require_enough(scenario, rules_.line, registered_.size(), static_cast<std::int64_t>(wanted),
                   "residents may hold the city's ID");
    require_enough(scenario, rules_.line, newcomers_.size(), rules_.issues,
                   "residents may ask for the city's ID");
}

const sim::IdCustody& IdPeople::custody(KeyCustody custody) const
{
    static const sim::IdCustody nothing{.id = "none", .source = {}};
    for (const sim::IdCustody& one : rules_.custody)
        if (one.id == word_of(custody)) return one;
    return nothing;
}

KeyCustody IdPeople::custody_of(std::uint32_t resident) const
{
    auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, resident, draw_custody));
    for (const sim::IdCustody& one : rules_.custody) {
        if (pick < one.share_ppm) return type_of(one.id);
        pick -= one.share_ppm;
    }
    return KeyCustody::none;
}

IdPerson IdPeople::person(std::uint32_t resident) const
{
    IdPerson one;
    one.resident = resident;
    one.custody = custody_of(resident);
    one.in_phone = stream_.chance(rules_.phone_borne_ppm, resident, draw_in_phone);
    one.auth = {{serial_from(stream_.bits(resident, draw_auth)), {INT64_MIN}, {INT64_MAX}, ""}};
    if (residents_[resident].signature)
        one.sign = {{serial_from(stream_.bits(resident, draw_sign)), {INT64_MIN}, {INT64_MAX}, ""}};
    if (std::binary_search(registered_.begin(), registered_.end(), resident)) change(one);
    return one;
}

// In the first two thirds of the window, so that the rest shows it.
fw::Nanos IdPeople::when(std::uint32_t resident) const
{
    const auto span = static_cast<std::uint64_t>((scenario_.to - scenario_.from).count) * 2 / 3 + 1;
    return scenario_.from +
           fw::Nanos{static_cast<std::int64_t>(stream_.below(span, resident, draw_when))};
}

void IdPeople::change(IdPerson& one) const
{
    const sim::IdChanges& shares = rules_.changes;
    const std::uint32_t who = one.resident;
    const fw::Nanos at = when(who);
    const auto next = [&](Draw kind) { return serial_from(stream_.bits(who, kind + 1)); };
    auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, who, draw_change));
    const auto is = [&pick](std::int32_t share) {
        pick -= share;
        return pick < 0 && pick + share >= 0;
    };
    if (is(shares.renewed_ppm)) {
        replace(one.auth, next(draw_auth), at, "renewed");
        replace(one.sign, next(draw_sign), at, "renewed");
    } else if (is(shares.moved_ppm)) {
        replace(one.sign, next(draw_sign), at, "moved");
    } else if (is(shares.revoked_ppm)) {
        replace(one.auth, "", at, "revoked");
        replace(one.sign, "", at, "revoked");
    } else if (is(shares.expired_ppm)) {
        replace(one.auth, "", {0}, "expired");
        replace(one.sign, "", {0}, "expired");
    } else {
        return;
    }
    one.changed = one.auth[0].until < at ? one.auth[0].until : at;
    one.rebinds = one.sign.size() > 1 && stream_.chance(shares.rebound_ppm, who, draw_rebinds);
}

}  // namespace model
