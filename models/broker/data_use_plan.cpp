// SPDX-License-Identifier: Apache-2.0
#include "models/broker/data_use_plan.h"

#include <algorithm>
#include <array>
#include <span>

#include "sim/base/part_drawn.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

// Own numbering of a use's draws.
enum Draw : std::uint64_t {
    draw_time,
    draw_person,
    draw_protected,
    draw_proxied,
    draw_proxy,
    draw_mandate,
    draw_hitch,
    draw_stranger,
    draw_look,
};

constexpr fw::Nanos second{1'000'000'000};
constexpr fw::Nanos first_ask = second * 240;  // after the window begins: mandates come before
constexpr fw::Nanos last_ask = second * 420;   // before it ends
constexpr std::uint64_t soonest_look = 2'000'000'000, longest_look = 15'000'000'000;  // assumed

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario),
          rules_(*scenario.data_use),
          stream_(scenario.seed, "data use"),
          holders_(holders_of_city_ids(residents))
    {
        for (const std::uint32_t who : holders_)
            if (residents[who].protection) protected_.push_back(who);
        if (holders_.size() < 3) refuse("fewer than three residents have a city ID in a phone");
        if (protected_.empty() && rules_.protected_ppm > 0)
            refuse("no protected resident has a city ID in a phone");
        if (scenario.to - scenario.from <= first_ask + last_ask)
            refuse("the window is too short: uses of data need more than 11 minutes");
    }

    PlannedDataUse draw(std::int64_t number, std::size_t line) const
    {
        const auto use = static_cast<std::uint64_t>(number);
        PlannedDataUse one;
        one.use = number;
        one.line = line;
        const bool hidden = stream_.chance(rules_.protected_ppm, use, draw_protected);
        one.resident = pick(hidden ? protected_ : holders_, use, draw_person);
        one.proxy = one.resident;
        one.stranger = other_than(one.resident, use, draw_stranger);
        one.hitch = hitch(use);
        if (stream_.chance(rules_.proxy_ppm, use, draw_proxied)) set_proxy(one, use);
        one.desk = static_cast<std::int32_t>(number % rules_.desks) + 1;
        one.phone = static_cast<std::int32_t>(number % rules_.phones) + 1;
        const auto span = static_cast<std::uint64_t>(
            (scenario_.to - scenario_.from - first_ask - last_ask).count);
        one.asks = scenario_.from + first_ask + time(stream_.below(span, use, draw_time));
        one.looks = one.asks + time(soonest_look + stream_.below(longest_look, use, draw_look));
        one.until = one.asks + (one.hitch == UseHitch::expired ? rules_.short_lasts : rules_.lasts);
        return one;
    }

    // The first use of the scenario, which nothing goes wrong with.
    PlannedDataUse asked_of(const Attempt& attempt, std::int64_t number) const
    {
        PlannedDataUse one = draw(number, 0);
        one.resident = one.proxy = attempt.resident;
        one.mandate = Mandate::none_needed;
        one.hitch = UseHitch::none;
        one.stranger = other_than(one.resident, static_cast<std::uint64_t>(number), draw_stranger);
        one.until = one.asks + rules_.lasts;
        return one;
    }

private:
    static fw::Nanos time(std::uint64_t nanos) { return {static_cast<std::int64_t>(nanos)}; }

    [[noreturn]] void refuse(const char* why) const
    {
        throw sim::ScenarioError(scenario_.file, rules_.line, 0, why);
    }

    std::uint32_t pick(const std::vector<std::uint32_t>& from, std::uint64_t use, Draw draw) const
    {
        return from[stream_.below(from.size(), use, draw)];
    }

    std::uint32_t other_than(std::uint32_t who, std::uint64_t use, Draw draw) const
    {
        const std::size_t at = stream_.below(holders_.size(), use, draw);
        return holders_[at] != who ? holders_[at] : holders_[(at + 1) % holders_.size()];
    }

    void set_proxy(PlannedDataUse& one, std::uint64_t use) const
    {
        one.proxy = other_than(one.resident, use, draw_proxy);
        const sim::ProxyMishaps& m = rules_.proxy_mishaps;
        const std::array<std::int32_t, 4> parts{m.revoked_ppm, m.out_of_scope_ppm, m.expired_ppm,
                                                m.none_ppm};
        const auto draw = static_cast<std::int64_t>(stream_.below(1'000'000, use, draw_mandate));
        one.mandate = static_cast<Mandate>(sim::part_drawn(parts, draw) + 1);
        if (one.mandate != Mandate::live) one.hitch = UseHitch::none;
        if (one.stranger == one.proxy) one.stranger = one.resident;
    }

    UseHitch hitch(std::uint64_t use) const
    {
        const sim::DataUseMishaps& m = rules_.mishaps;
        const std::array<std::int32_t, 7> parts{m.declined_ppm,     m.unanswered_ppm, m.forged_ppm,
                                                m.foreign_ppm,      m.expired_ppm,    m.revoked_ppm,
                                                m.other_purpose_ppm};
        const auto draw = static_cast<std::int64_t>(stream_.below(1'000'000, use, draw_hitch));
        return static_cast<UseHitch>(sim::part_drawn(parts, draw));
    }

    const sim::Scenario& scenario_;
    const sim::DataUses& rules_;
    sim::RngStream stream_;
    std::vector<std::uint32_t> holders_, protected_;
};

const char* word_of(UseHitch hitch)
{
    static constexpr std::array<const char*, 8> words{
        "", "declined", "unanswered", "forged", "foreign", "expired", "revoked", "other_purpose"};
    return words[static_cast<std::size_t>(hitch)];
}

const char* word_of(Mandate mandate)
{
    static constexpr std::array<const char*, 6> words{"",        "live", "revoked", "out_of_scope",
                                                      "expired", "none"};
    return words[static_cast<std::size_t>(mandate)];
}

}  // namespace

std::vector<std::uint32_t> holders_of_city_ids(const std::vector<Resident>& residents)
{
    std::vector<std::uint32_t> holders;
    for (std::uint32_t who = 0; who < residents.size(); ++who)
        if (residents[who].signature && residents[who].smartphone) holders.push_back(who);
    return holders;
}

std::vector<PlannedDataUse> draw_data_uses(const sim::Scenario& scenario,
                                           const std::vector<Resident>& residents,
                                           const std::vector<Attempt>& attempts)
{
    const Drawer drawer(scenario, residents);
    std::vector<PlannedDataUse> all;
    const auto& uses = scenario.data_use->uses;
    for (std::size_t line = 0; line < uses.size(); ++line)
        for (std::int32_t i = 0; i < uses[line].count; ++i)
            all.push_back(drawer.draw(std::ssize(all) + 1, line));
    for (const Attempt& one : attempts)
        if (one.service == "data_use" && one.lacks.empty())
            all.push_back(drawer.asked_of(one, std::ssize(all) + 1));
    return all;
}

sim::DataUseRow row_of(const sim::DataUses& rules, const PlannedDataUse& planned)
{
    const sim::DataUse& use = rules.uses[planned.line];
    sim::DataUseRow row;
    row.use = planned.use;
    row.resident = planned.resident;
    if (planned.proxy != planned.resident) row.proxy = planned.proxy;
    row.holder = use.holder;
    row.item = use.item;
    row.receiver = use.receiver;
    row.purpose = use.purpose;
    row.service = use.service;
    row.hitch = word_of(planned.hitch);
    row.mandate = word_of(planned.mandate);
    return row;
}

}  // namespace model
