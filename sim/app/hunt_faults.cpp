// SPDX-License-Identifier: Apache-2.0
#include "sim/app/hunt_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace app
{

sim::Date draw_tariff_date(Draws& draws, const sim::Scenario& scenario)
{
    const auto& operators = scenario.city.tariff.operators;
    const auto in_force = [](const sim::OperatorTariff& one, sim::Date day) {
        return std::any_of(one.rounding.begin(), one.rounding.end(),
                           [day](const sim::Rounding& rule) { return rule.from <= day; });
    };
    std::set<sim::Date> days{scenario.tariff_date};
    for (const auto& one : operators)
        for (const sim::Rounding& rule : one.rounding)
            if (std::all_of(operators.begin(), operators.end(),
                            [&](const auto& other) { return in_force(other, rule.from); }))
                days.insert(rule.from);
    return draws.pick(std::vector<sim::Date>(days.begin(), days.end()));
}

namespace
{

using sim::FaultKind;

constexpr std::int64_t millisecond = 1'000'000, second = 1000 * millisecond, minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;

template <class Kind>
bool has_key(const sim::FaultWord<Kind>& word, std::string_view key)
{
    const std::string all = fmt::format(" {} {} ", word.needs, word.may);
    return all.find(fmt::format(" {} ", key)) != std::string::npos;
}

template <class Kind>
bool needs_key(const sim::FaultWord<Kind>& word, std::string_view key)
{
    return fmt::format(" {} ", word.needs).find(fmt::format(" {} ", key)) != std::string::npos;
}

// Half of the time everywhere.
std::string draw_place(Draws& draws, const sim::Scenario& scenario, bool of_a_depot)
{
    const auto& operators = scenario.city.tariff.operators;
    if (draws.chance(50)) return "all";
    if (of_a_depot || draws.chance(50)) return "operator/" + draws.pick(operators).id;
    return "bus-1";  // the one that every city has
}

// What stops a whole network or cloud must end; what befalls one tap may go on all day.
bool may_last(FaultKind kind)
{
    switch (kind) {
        case FaultKind::card_torn:
        case FaultKind::two_cards:
        case FaultKind::frame_errors:
        case FaultKind::wrong_key:
        case FaultKind::listed_meanwhile:
        case FaultKind::clock_drift:
        case FaultKind::clock_wrong:
        case FaultKind::driver_reset:
        case FaultKind::uplink_duplicate:
        case FaultKind::uplink_reorder:
            return true;
        default:
            return false;
    }
}

fw::Nanos draw_time(Draws& draws, const sim::Scenario& scenario)
{
    const std::int64_t length = (scenario.to - scenario.from).count;
    return scenario.from + fw::Nanos{draws.between(0, length * 3 / 4 / second) * second};
}

std::int32_t draw_share(Draws& draws, FaultKind kind)
{
    if (kind == FaultKind::frame_errors) return draws.percent(1, 50) / 10;
    if (kind == FaultKind::wrong_key || kind == FaultKind::listed_meanwhile)
        return draws.percent(1, 15);
    return draws.percent(2, 60);
}

fw::Nanos draw_delay(Draws& draws)
{
    return {draws.pick(std::array{100 * millisecond, second, 5 * second, 20 * second, minute})};
}

fw::Nanos draw_offset(Draws& draws)
{
    const std::int64_t off = draws.pick(std::array{5 * second, 2 * minute, hour, 24 * hour});
    return {draws.chance(50) ? off : -off};
}

void draw_manner(Draws& draws, sim::Fault& fault)
{
    constexpr std::array steps{sim::TearStep::poll, sim::TearStep::auth, sim::TearStep::read,
                               sim::TearStep::write, sim::TearStep::write_answer};
    if (fault.kind == FaultKind::card_torn && draws.chance(50))
        fault.after = fw::Nanos{draws.between(1, 400) * millisecond};
    else if (fault.kind == FaultKind::card_torn)
        fault.step = draws.pick(steps);
}

sim::Fault drawn_fault(Draws& draws, const sim::FaultWord<FaultKind>& word,
                       const sim::Scenario& scenario)
{
    sim::Fault fault;
    fault.kind = word.kind;
    if (has_key(word, "where"))
        fault.where = draw_place(draws, scenario, word.kind == FaultKind::depot_full);
    if (has_key(word, "after_unconfirmed")) fault.after_unconfirmed = draws.chance(50);
    const bool moment = word.kind == FaultKind::driver_reset && !fault.after_unconfirmed;
    if (has_key(word, "at") && (moment || !may_last(word.kind) || draws.chance(50))) {
        fault.at = draw_time(draws, scenario);
        if (!moment) fault.lasts = {draws.between(5, 600) * second};
    }
    if (has_key(word, "share") && !moment) fault.share_ppm = draw_share(draws, word.kind);
    draw_manner(draws, fault);
    if (has_key(word, "delay")) fault.delay = draw_delay(draws);
    if (has_key(word, "factor")) fault.factor = static_cast<std::int32_t>(draws.between(2, 50));
    if (has_key(word, "drift"))
        fault.drift_ppm =
            static_cast<std::int32_t>(draws.between(1, 1000) * (draws.chance(50) ? 1 : -1));
    if (has_key(word, "offset")) fault.offset = draw_offset(draws);
    if (has_key(word, "records"))
        fault.records = static_cast<std::int32_t>(draws.between(1, draws.chance(50) ? 4 : 40));
    return fault;
}

// What makes drivers reset their boxes.
sim::Fault torn_at_the_answer(Draws& draws)
{
    sim::Fault fault;
    fault.kind = FaultKind::card_torn;
    fault.step = sim::TearStep::write_answer;
    fault.share_ppm = draws.percent(5, 40);
    return fault;
}

// A cloud that has work waiting when it restarts; an idle one forgets nothing.
sim::Fault busy_before(Draws& draws, const sim::Fault& restart)
{
    sim::Fault fault;
    fault.kind = FaultKind::cloud_slow;
    fault.at = *restart.at - fw::Nanos{2 * minute};
    fault.lasts = {2 * minute};
    fault.factor = static_cast<std::int32_t>(draws.between(200, 2000));
    return fault;
}

// What a fault needs around it to matter.
void add_company(Draws& draws, const sim::Fault& fault, sim::Scenario& scenario)
{
    switch (fault.kind) {
        case FaultKind::driver_reset:
            if (fault.after_unconfirmed) scenario.faults.push_back(torn_at_the_answer(draws));
            break;
        case FaultKind::cloud_restart:
            scenario.faults.push_back(busy_before(draws, fault));
            break;
        case FaultKind::clock_drift:
        case FaultKind::clock_wrong:  // a time decides a price where cards are linked in the day
            scenario.linked_ppm = draws.percent(30, 100);
            scenario.lists.late_links_ppm = draws.percent(50, 100);
            break;
        default:
            break;
    }
}

sim::Change drawn_change(Draws& draws, const sim::FaultWord<sim::ChangeKind>& word,
                         const sim::Scenario& scenario)
{
    sim::Change change;
    change.kind = word.kind;
    change.where = draw_place(draws, scenario, false);
    change.at = draw_time(draws, scenario);
    change.over = {draws.between(0, 600) * second};
    if (has_key(word, "takes")) change.takes = {draws.between(0, 120) * second};
    if (needs_key(word, "tariff_date")) {
        change.tariff_date = draw_tariff_date(draws, scenario);
        change.effective = change.at + fw::Nanos{draws.between(0, 20) * minute};
    }
    return change;
}

}  // namespace

void add_word(Draws& draws, std::size_t word, sim::Scenario& scenario)
{
    constexpr std::size_t faults = sim::fault_words.size();
    if (word >= faults) {
        const sim::Change change =
            drawn_change(draws, sim::change_words.at(word - faults), scenario);
        const bool second_tariff =
            change.kind == sim::ChangeKind::tariff &&
            std::any_of(scenario.changes.begin(), scenario.changes.end(),
                        [&](const sim::Change& other) { return other.kind == change.kind; });
        if (!second_tariff) scenario.changes.push_back(change);  // a day has one at most
        return;
    }
    // A loose contact, and a cloud that restarts again and again: one moment in a city of few taps
    // would hardly ever meet one.
    const FaultKind kind = sim::fault_words[word].kind;
    const bool power = kind == FaultKind::power_loss, cloud = kind == FaultKind::cloud_restart;
    const std::int64_t times = power ? draws.between(100, 300) : cloud ? draws.between(3, 8) : 1;
    for (std::int64_t left = times; left > 0; --left) {
        sim::Fault fault = drawn_fault(draws, sim::fault_words[word], scenario);
        if (power || cloud) fault.lasts = {draws.between(1, 10) * second};
        scenario.faults.push_back(fault);
        add_company(draws, fault, scenario);
    }
}

}  // namespace app
