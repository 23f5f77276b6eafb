// SPDX-License-Identifier: Apache-2.0
#include "tests/support/bus_day.h"

#include <algorithm>

#include "models/bus/bus_module.h"
#include "models/card/card_image.h"
#include "models/cloud/cloud_module.h"
#include "models/people/places.h"
#include "sim/kernel/kernel_time.h"
#include "sim/kernel/run.h"

namespace test_support
{

namespace
{

using namespace fw::literals;

sim::Distribution constant(fw::Nanos value)
{
    return {sim::Distribution::Kind::constant, value, {}, 0};
}

void leave_nothing_to_chance(sim::DeviceParameters& devices)
{
    devices.reader.frame_error_ppm = 0;
    devices.uplink.up = devices.uplink.down = constant(50_ms);
    devices.cloud.service = constant(20_ms);
    devices.door.ic_board = constant(1_s);
    devices.door.ic_alight = devices.door.cash_board = devices.door.hold = constant(2_s);
    devices.door.cash_alight = constant(7_s);
    devices.door.retouch_delay = constant(800_ms);
    devices.door.two_cards_ppm = 0;
    devices.door.doors = 4_s;
}

// One card a holder, enrolled under its number.
std::vector<model::TransitCard> issued(const model::People& people, model::IdLinkage& linkage)
{
    std::vector<model::TransitCard> cards;
    for (std::uint32_t card = 0; card < people.holders.size(); ++card) {
        model::CardIssue issue;
        issue.number = card + 1;
        issue.balance = people.holders[card].purse;
        cards.push_back(model::issue_card(issue));
        linkage.enrol(cards.back().idm, card);
    }
    return cards;
}

// An empty one at midnight, then one for each card reported lost.
std::vector<model::ListEdition> editions(
    const std::vector<std::pair<fw::Nanos, std::uint32_t>>& lost, const model::People& people,
    const std::vector<model::TransitCard>& cards)
{
    std::vector<model::ListEdition> lists{{}};
    for (const auto& [at, rider] : lost) {
        model::ListEdition next = lists.back();
        if (lists.size() > 1 && next.published == at) lists.pop_back();  // one edition for both
        next.published = at;
        next.blocked.push_back(fw::list_key(cards[people.riders[rider].card].idm));
        std::sort(next.blocked.begin(), next.blocked.end());
        lists.push_back(next);
    }
    return lists;
}

model::NextGeneration next_generation(const sim::Scenario& scenario,
                                      const model::CardProfile& profile, const fw::FareTable& fares)
{
    model::NextGeneration next;
    for (const sim::Change& change : scenario.changes) {
        if (change.kind == sim::ChangeKind::tariff) {
            next.fares = &fares;
            next.fares_from = change.effective;
        }
        if (change.kind == sim::ChangeKind::keys) {
            next.keys = std::make_shared<const model::StandInCipher>(std::uint8_t{2});
            next.keys_from = change.at;
            next.renewed = {model::renewed_profile(profile, next.keys)};
        }
    }
    return next;
}

}  // namespace

fw::Yen Rows::balance(sim::AccountKind kind, std::uint32_t number) const
{
    fw::Yen sum{};
    for (const sim::PostingRow& row : postings) {
        if (row.debit.kind == kind && row.debit.number == number) sum -= row.amount;
        if (row.credit.kind == kind && row.credit.number == number) sum += row.amount;
    }
    return sum;
}

std::vector<fw::TapVerdict> Rows::verdicts(std::uint32_t rider) const
{
    std::vector<fw::TapVerdict> result;
    for (const sim::TapRow& row : taps)
        if (row.rider == rider) result.push_back(row.event.verdict);
    return result;
}

BusDay::BusDay() : line_(city.pattern(city.route("r", "north"), {0, 1, 2, 3, 4, 5}))
{
    leave_nothing_to_chance(city.scenario.city.devices);
    next_trip(at_clock(7, 30));
}

void BusDay::next_trip(std::int32_t departure)
{
    city.trip(line_, departure, "all day");
    departures_.push_back(departure);
    people_.first_of_trip.resize(departures_.size(),
                                 static_cast<std::uint32_t>(people_.riders.size()));
}

model::Rider& BusDay::rider(std::uint16_t board, std::uint16_t alight)
{
    model::Rider& rider = people_.riders.emplace_back();
    rider.trip = static_cast<std::uint32_t>(departures_.size() - 1);
    rider.board = board;
    rider.alight = alight;
    rider.at_stop = departures_.back() + board * SmallCity::between_stops - 200;
    return rider;
}

std::uint32_t BusDay::by_card(std::uint16_t board, std::uint16_t alight, fw::Yen purse)
{
    rider(board, alight).card = static_cast<std::uint32_t>(people_.holders.size());
    people_.holders.emplace_back().purse = purse;
    return static_cast<std::uint32_t>(people_.riders.size() - 1);
}

std::uint32_t BusDay::by_cash(std::uint16_t board, std::uint16_t alight)
{
    rider(board, alight);
    return static_cast<std::uint32_t>(people_.riders.size() - 1);
}

sim::Fault& BusDay::fault(sim::FaultKind kind, fw::Nanos at, fw::Nanos lasts)
{
    sim::Fault& fault = city.scenario.faults.emplace_back();
    fault.kind = kind;
    fault.at = at;
    fault.lasts = lasts;
    return fault;
}

sim::Change& BusDay::change(sim::ChangeKind kind, fw::Nanos at)
{
    sim::Change& change = city.scenario.changes.emplace_back();
    change.kind = kind;
    change.at = at;
    return change;
}

void BusDay::run()
{
    people_.first_of_trip.push_back(static_cast<std::uint32_t>(people_.riders.size()));
    const model::DayPlan plan = model::plan_day(city.timetable, city.scenario);
    const auto cipher = std::make_shared<const model::StandInCipher>();
    const std::vector<model::CardProfile> profiles{
        model::transit_profile(*model::parse_pmm("100B4B428485D0FF"), cipher)};
    model::IdLinkage linkage(people_.holders.size());
    std::vector<model::TransitCard> cards = issued(people_, linkage);
    const std::vector<fw::OperatorRules> operators(2);
    const std::vector<std::uint16_t> prices{150}, dearer{170};
    const fw::PatternFares pattern{0, 101, 6, true, false, 0xFF, fw::PatternFares::no_price, 0};
    const fw::FareTable fares{1, operators, {&pattern, 1}, prices};
    const fw::FareTable next_fares{2, operators, {&pattern, 1}, dearer};
    auto lists = editions(lost_, people_, cards);
    std::vector<fw::Nanos> list_times;
    for (const model::ListEdition& edition : lists) list_times.push_back(edition.published);

    sim::set_kernel_resolution();
    const model::CityContext context{city.scenario,
                                     city.timetable,
                                     plan,
                                     people_,
                                     cards,
                                     profiles,
                                     fares,
                                     lists,
                                     linkage,
                                     rows,
                                     next_generation(city.scenario, profiles[0], next_fares)};
    const model::DoorTimes times(city.scenario.city.devices.door);
    model::CloudModule cloud("cloud", {city.scenario, fares, linkage, rows, 100, list_times});
    if (context.next.fares != nullptr) cloud.new_tariff(next_fares, context.next.fares_from);
    model::BusModule bus("bus", 0, context, cloud, cipher, times);
    cloud.add_bus(bus, 0, model::faults_of_bus(city.scenario, city.timetable, plan, plan.buses[0]),
                  bus.make().protocol);
    if (made) made(bus);
    if (run_kernel)
        run_kernel();
    else
        sim::run_to_end(60_s, [](fw::Nanos) { return true; });
    cloud.close_day();
    in_journals = bus.journal_yen();
    for (const model::TransitCard& card : cards) left_.push_back(card.purse().value);
}

fw::Yen BusDay::purse_after(std::uint32_t rider) const
{
    return left_.at(people_.riders[rider].card);
}

}  // namespace test_support
