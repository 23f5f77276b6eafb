// SPDX-License-Identifier: Apache-2.0
#include "sim/app/hunt_draw.h"

#include <algorithm>
#include <filesystem>

#include "sim/app/hunt_faults.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"

namespace app
{

namespace
{

// Own numbering of what is drawn; each thing has a row of draws of its own.
enum Row : std::uint64_t { row_size, row_rules, row_tariff, row_passes, row_count, row_faults };

constexpr std::int64_t minute = 60'000'000'000;
constexpr char drawn_here[] = "drawn by the hunt";

void draw_size(Draws draws, sim::Scenario& scenario)
{
    std::int64_t all = 0;
    for (const sim::Group& group : scenario.people) all += group.count;
    const std::int64_t riders = draws.between(30, 400);
    for (sim::Group& group : scenario.people)
        group.count =
            std::max<std::int64_t>(1, group.count * riders / std::max<std::int64_t>(1, all));

    const std::int64_t whole = (scenario.to - scenario.from).count;
    const std::int64_t length = std::min(whole, draws.between(20, 60) * minute);
    scenario.from += fw::Nanos{draws.between(0, (whole - length) / minute) * minute};
    scenario.to = scenario.from + fw::Nanos{length};
}

// Rules are wrong on their first day more often than later: the day is a first one of the tariff,
// or an operator begins to round otherwise on it.
void draw_date(std::uint64_t seed, sim::Scenario& scenario)
{
    Draws draws(sim::RngStream(seed, "hunt-date"), 0);
    if (draws.chance(30)) scenario.tariff_date = draw_tariff_date(draws, scenario);
    for (sim::OperatorTariff& one : scenario.city.tariff.operators) {
        if (!draws.chance(30)) continue;
        const auto unit = draws.pick(std::array{1, 5, 10});
        const auto mode = draws.pick(
            std::array{sim::RoundingMode::up, sim::RoundingMode::down, sim::RoundingMode::half_up});
        const bool begins =
            std::any_of(one.rounding.begin(), one.rounding.end(), [&](const sim::Rounding& rule) {
                return rule.medium == sim::Medium::ic && rule.from == scenario.tariff_date;
            });
        if (!begins)
            one.rounding.push_back({one.id + "-hunt",
                                    sim::Medium::ic,
                                    {unit},
                                    mode,
                                    scenario.tariff_date,
                                    {drawn_here, true, 0, 0}});
    }
}

void draw_rules(Draws draws, sim::Scenario& scenario)
{
    scenario.decision.placement =
        draws.pick(std::array{sim::Placement::cloud, sim::Placement::cached, sim::Placement::post});
    scenario.ic_ppm = draws.percent(60, 100);
    scenario.linked_ppm = draws.percent(0, 30);
    scenario.lists.period = {draws.between(5, 30) * minute};
    scenario.lists.late_links_ppm = draws.percent(0, 20);
    scenario.lists.lost_cards_ppm = draws.percent(0, 2);
    sim::DoorParameters& door = scenario.city.devices.door;
    if (draws.chance(50)) door.walk_away_ppm = draws.percent(1, 20);
    if (draws.chance(50)) door.two_cards_ppm = draws.percent(0, 5);
}

// What the city of the base scenario may lack: a cap, and a pass that covers so many yen.
void draw_tariff(Draws draws, sim::Tariff& tariff)
{
    const sim::Source invented{drawn_here, true, 0, 0};
    tariff.short_balance = draws.chance(50) ? sim::ShortBalance::refuse : tariff.short_balance;
    tariff.pay_out = draws.pick(std::array{sim::PayOut::keep, sim::PayOut::points_at_day_end});
    if (draws.chance(50) && tariff.caps.empty()) {
        sim::Cap& cap = tariff.caps.emplace_back();
        cap.id = "hunt-cap";
        cap.amount = {static_cast<std::int32_t>(draws.between(15, 100) * 10)};
        cap.source = invented;
    }
    if (draws.chance(50)) {
        sim::Pass& pass = tariff.passes.emplace_back();
        pass.id = "hunt-amount-pass";
        pass.kind = sim::PassKind::amount;
        pass.price = {1000};
        pass.source = invented;
    }
}

void draw_passes(Draws draws, sim::Scenario& scenario)
{
    scenario.passes.clear();
    for (const sim::Pass& pass : scenario.city.tariff.passes) {
        if (!draws.chance(50)) continue;
        sim::PassGroup group;
        group.pass = pass.id;
        group.share_ppm = draws.percent(2, 20);
        group.in_use_ppm = draws.percent(0, 100);
        if (pass.kind == sim::PassKind::amount)
            group.amount = {static_cast<std::int32_t>(draws.between(10, 30) * 10)};
        scenario.passes.push_back(group);
    }
}

// FeliCa Lite-S cards have one generation of keys on this bench.
void leave_out_what_cards_lack(sim::Scenario& scenario)
{
    if (scenario.city.devices.fare_box.card_system == fw::CardSystem::transit) return;
    std::erase_if(scenario.changes,
                  [](const sim::Change& change) { return change.kind == sim::ChangeKind::keys; });
}

}  // namespace

std::vector<std::string> hunt_words()
{
    std::vector<std::string> words;
    for (const auto& row : sim::fault_words) words.emplace_back(row.word);
    for (const auto& row : sim::change_words) words.push_back("change/" + std::string(row.word));
    return words;
}

sim::Scenario drawn_scenario(const sim::Scenario& base, std::uint64_t seed)
{
    const sim::RngStream stream(seed, "hunt");
    sim::Scenario scenario = base;
    scenario.name = "hunt-" + std::to_string(seed);
    scenario.seed = seed;
    scenario.expect.clear();
    scenario.faults.clear();
    scenario.changes.clear();
    draw_size({stream, row_size}, scenario);
    draw_date(seed, scenario);
    draw_rules({stream, row_rules}, scenario);
    draw_tariff({stream, row_tariff}, scenario.city.tariff);
    draw_passes({stream, row_passes}, scenario);
    const std::size_t words = hunt_words().size();
    const auto faults = static_cast<std::uint64_t>(Draws(stream, row_count).between(1, 6));
    for (std::uint64_t i = 0; i < faults; ++i) {
        Draws draws(stream, row_faults + i);
        add_word(draws, i == 0 ? seed % words : draws.below(words), scenario);
    }
    leave_out_what_cards_lack(scenario);
    return scenario;
}

std::set<std::string> words_in(const sim::Scenario& scenario)
{
    std::set<std::string> words;
    for (const sim::Fault& fault : scenario.faults) words.emplace(sim::word_of(fault.kind));
    for (const sim::Change& change : scenario.changes)
        for (const auto& row : sim::change_words)
            if (row.kind == change.kind) words.insert("change/" + std::string(row.word));
    return words;
}

std::string scenario_text(sim::Scenario scenario)
{
    for (sim::FeedSource& feed : scenario.city.feeds) {
        feed.path = std::filesystem::absolute(feed.path).lexically_normal().string();
        feed.real = false;  // it has been found
    }
    return sim::to_yaml(sim::Struct<sim::Scenario>(scenario).write());
}

}  // namespace app
