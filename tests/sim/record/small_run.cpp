// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/record/small_run.h"

#include <unistd.h>

#include <filesystem>

namespace sim::test
{

namespace
{

// Takes the files of a test program away when it ends.
struct Scratch {
    std::vector<std::string> files;
    ~Scratch()
    {
        std::error_code ignored;
        for (const std::string& file : files)
            for (const char* const tail : {"", "-wal", "-shm", "-journal"})
                std::filesystem::remove(file + tail, ignored);
    }
};

}  // namespace

std::string scratch_file(const std::string& name)
{
    static Scratch scratch;
    scratch.files.push_back((std::filesystem::temp_directory_path() /
                             ("tapbench-" + std::to_string(getpid()) + "-" + name + ".db"))
                                .string());
    return scratch.files.back();
}

SmallRun::SmallRun()
{
    scenario.name = "small";
    scenario.file = "small.yaml";
    scenario.seed = 7;
    scenario.resolved = "scenario: small\n";
    scenario.tariff_date = *parse_date("2026-04-01");
    scenario.timetable_date = scenario.tariff_date;
    OperatorTariff kanetsu;
    kanetsu.id = "kanetsu";
    kanetsu.rounding = {
        {"old", Medium::ic, {1}, RoundingMode::up, *parse_date("2020-01-01"), {}},
        {"ten", Medium::ic, {10}, RoundingMode::up, *parse_date("2025-10-10"), {}},
        {"later", Medium::ic, {50}, RoundingMode::up, *parse_date("2027-01-01"), {}}};
    scenario.city.tariff.operators = {kanetsu};
    Discount senior;
    senior.id = "senior";
    senior.number = 1;
    senior.percent_ppm = 100000;
    senior.from = *parse_date("2024-06-01");
    scenario.city.tariff.discounts = {senior};

    timetable.feeds = {"invented"};
    for (const char* const id : {"A", "B", "C", "D"})
        timetable.stops.push_back(
            {id, std::string("Stop ") + id, std::string("zone") + id, "", 36.38, 139.07, 0});
    FeedRoute route;
    route.id = "R1";
    route.name = "Line 1";
    route.operator_id = "kanetsu";
    timetable.routes = {route};
    timetable.patterns = {{0, {0, 1, 2, 3}, {1, 1, 1, 0}, {0, 1, 1, 1}}};
    FeedTrip trip;
    trip.id = "R1-0730";
    trip.headsign = "Stop D";
    timetable.trips = {trip};
    timetable.stop_times = {{27000, 27000}, {27120, 27120}, {27240, 27240}, {27360, 27360}};
    const auto row = [this](const char* from, const char* to, int yen) {
        FareRow fare;
        fare.fare_id = std::string(from) + to;
        fare.route = "R1";
        fare.origin = from;
        fare.destination = to;
        fare.price = {yen};
        timetable.fare_rows.push_back(fare);
    };
    row("zoneA", "zoneB", 180), row("zoneA", "zoneC", 290), row("zoneA", "zoneD", 400);
    row("zoneB", "zoneC", 180), row("zoneB", "zoneD", 290), row("zoneC", "zoneD", 180);
}

TapRow& SmallRun::tap(std::uint32_t card, fw::TapKind kind, std::uint16_t board,
                      std::uint16_t alight)
{
    while (cards.size() <= card) {
        const auto number = static_cast<std::uint32_t>(cards.size());
        cards.push_back({number, 1000 + number, 0, {5000}, {5000}});
    }
    now_ += 60'000 * ms;
    TapRow row;
    const std::uint32_t device = kind == fw::TapKind::board ? 1 : 2;
    row.event.key = {device, ++sequence_[device]};
    row.event.kind = kind;
    row.event.verdict = fw::TapVerdict::accepted;
    row.event.trip = 1;
    row.event.board_code = static_cast<std::uint16_t>(100 + board);
    row.event.alight_code =
        kind == fw::TapKind::board ? std::uint16_t{0} : static_cast<std::uint16_t>(100 + alight);
    row.event.balance_before = row.event.balance_after = cards[card].purse_after;
    row.event.closed_at = {now_ + 200 * ms};
    row.t = {now_,
             now_ + 15 * ms,
             now_ + 60 * ms,
             now_ + 100 * ms,
             now_ + 103 * ms,
             now_ + 150 * ms,
             now_ + 152 * ms,
             now_ + 153 * ms};
    row.card = row.rider = card;
    row.true_board = board;
    row.true_alight = alight;
    return taps.emplace_back(row);
}

void SmallRun::deliver(const TapRow& tap)
{
    clouds.push_back({tap.event.key, tap.t[7] + 5'000 * ms, tap.t[7] + 5'100 * ms, tap.event.fare});
}

void SmallRun::post_fare(const TapRow& tap)
{
    postings.push_back({tap.t[7] + 5'000 * ms,
                        PostingKind::fare,
                        {AccountKind::card, tap.card},
                        {AccountKind::revenue, tap.event.operator_id},
                        tap.event.fare,
                        tap.event.key,
                        tap.event.execution,
                        tap.card});
}

std::size_t SmallRun::ride(std::uint32_t card, std::uint16_t board, std::uint16_t alight, int fare)
{
    deliver(tap(card, fw::TapKind::board, board, alight));
    TapRow& paid = tap(card, fw::TapKind::alight, board, alight);
    paid.event.rule = fw::FareRule::od;
    paid.event.fare = paid.event.base_fare = {fare};
    paid.event.balance_after = paid.event.balance_before - fw::Yen{fare};
    paid.event.execution = {paid.event.key.device << 18 | paid.event.key.sequence};
    cards[card].purse_after = paid.event.balance_after;
    deliver(paid);
    post_fare(paid);
    return taps.size() - 1;
}

CityRows SmallRun::city() const
{
    CityRows city;
    city.scenario = &scenario;
    city.timetable = &timetable;
    city.operator_of_route = {0};
    city.buses = {{0, "bus-1", 0, 1, 2}};
    city.trips = {{1, 0, 0}};
    city.first_code = {100};
    return city;
}

void SmallRun::hand_to(Recorder& recorder, Outcome outcome) const
{
    recorder.city(city());
    for (const TapRow& row : taps) recorder.tap(row);
    for (const CloudRow& row : clouds) recorder.cloud(row);
    for (const PostingRow& row : postings) recorder.posting(row);
    for (const CardRow& row : cards) recorder.card(row);
    for (const FrameRow& row : frames) recorder.frame(row);
    for (const CheckpointRow& row : checkpoints) recorder.checkpoint(row);
    for (const StatementRow& row : statements) recorder.statement(row);
    for (const ResidentRow& row : residents) recorder.service(row);
    for (const FlowRow& row : flows) recorder.service(row);
    for (const MessageRow& row : messages) recorder.service(row);
    for (const LinkRow& row : links) recorder.service(row);
    for (const ServiceRow& row : others) recorder.service(row);
    recorder.finish(outcome);
}

std::string SmallRun::write(const std::string& name, Outcome outcome) const
{
    const std::string file = scratch_file(name);
    const auto recorder = make_recorder(file, {"test build", "virtual"});
    hand_to(*recorder, outcome);
    return file;
}

}  // namespace sim::test
