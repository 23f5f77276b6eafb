// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/walker_phone.h"

#include <charconv>

#include "models/service/ask_again.h"

namespace model
{

namespace
{

enum WalkerDraw : std::uint64_t { walker_draw_fetch, walker_draw_typing };

// Both *assumed*.
constexpr fw::Nanos walker_pause{10'000'000'000}, still_told{3'600'000'000'000};

std::set<std::int64_t> numbers_of(const std::vector<std::string>& texts)
{
    std::set<std::int64_t> numbers;
    for (const std::string& text : texts) {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        numbers.insert(number);
    }
    return numbers;
}

std::string with_blanks(const auto& words, const auto& text_of)
{
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + text_of(word);
    return all;
}

}  // namespace

void WalkerPhone::serve(Desk& desk)
{
    const sim::ShelterWays& rules = ground_.rules();
    const auto before = static_cast<std::int64_t>(ground_.stream.below(
        static_cast<std::uint64_t>(rules.map_age.count), phone_, walker_draw_fetch));
    desk.wait_until(rules.begins - fw::Nanos{before});
    fetch_map(desk);
    for (std::size_t i = phone_; i < ground_.searches.size();
         i += static_cast<std::size_t>(rules.phones)) {
        if (desk.now() < ground_.searches[i].at) desk.wait_until(ground_.searches[i].at);
        search(desk, i);
        if (desk.now() - fetched_ > rules.map_age) fetch_map(desk);
        tell_later(desk);
    }
    while (!tell_later(desk) && desk.now() < ground_.scenario.to + still_told)
        desk.spend(walker_pause);
}

void WalkerPhone::fetch_map(Desk& desk)
{
    const auto reply = desk.call(
        "way_office",
        sim::Form("way.map").set(
            "request", desk.name() + "/" + std::to_string(desk.now().count / 1'000'000'000)),
        ground_.rules().deadline);
    if (!reply || reply->kind() != "way.known") return;
    closed_ = numbers_of(reply->texts("closed"));
    full_ = numbers_of(reply->texts("full"));
    const std::int64_t made = reply->number("known_ns").value_or(-1);
    known_ = made;
    fetched_ = desk.now();
    ground_.recorder.service(sim::WayMapRow{desk.now().count, desk.name(), made});
}

bool WalkerPhone::tell_later(Desk& desk)
{
    for (; !going_.empty(); going_.pop_front())
        if (!desk.call("way_office", going_.front(), ground_.rules().deadline)) return false;
    return true;
}

void WalkerPhone::search(Desk& desk, std::size_t which)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    sim::WaySearchRow row;
    row.search = "search-" + std::to_string(which + 1);
    row.phone = desk.name();
    row.resident = ground_.searches[which].resident;
    row.crossing = ground_.searches[which].crossing;
    flow.u[0] = desk.now().count;
    desk.spend(ground_.typing.at(ground_.stream.bits(which, walker_draw_typing)));
    row.asked = flow.u[1] = desk.now().count;
    if (!ask_office(desk, row)) ask_map(row);
    close(desk, row, flow);
}

bool WalkerPhone::ask_office(Desk& desk, sim::WaySearchRow& row) const
{
    const auto reply =
        ask_again(desk, "way_office",
                  sim::Form("way.find").set("request", row.search).set("crossing", row.crossing),
                  {ground_.rules().deadline, ground_.rules().attempts, {}});
    if (!reply) return false;
    row.basis = "network";
    row.known = reply->number("known_ns").value_or(-1);
    row.shelter = reply->number("shelter").value_or(0);
    row.metres = reply->number("metres").value_or(0);
    row.way = with_blanks(reply->texts("crossings"), [](const std::string& one) { return one; });
    return true;
}

void WalkerPhone::ask_map(sim::WaySearchRow& row)
{
    if (fetched_.count < 0) return;
    row.basis = "phone";
    row.known = known_;
    const auto way = nearest_shelter(ground_.map, row.crossing, closed_, full_);
    if (!way) return;
    row.shelter = way->shelter;
    row.metres = way->metres;
    row.way = with_blanks(way->crossings, [](std::int64_t one) { return std::to_string(one); });
    going_.push_back(sim::Form("way.going")
                         .set("request", "going-" + row.search)
                         .set("search", row.search)
                         .set("shelter", row.shelter));
}

void WalkerPhone::close(Desk& desk, sim::WaySearchRow& row, sim::FlowRow& flow) const
{
    row.outcome = row.basis.empty() ? "failed" : row.shelter > 0 ? "told" : "none";
    row.reason = row.basis.empty() ? "no_map" : row.shelter > 0 ? "" : "no_way";
    if (!row.basis.empty()) row.told = flow.u[2] = flow.u[3] = desk.now().count;
    if (row.basis == "network") flow.u[4] = row.told;  // its place is counted
    flow.service = "S58";
    flow.place = desk.name();
    flow.resident = static_cast<std::uint32_t>(row.resident);
    flow.outcome = row.shelter > 0 ? "done" : row.basis.empty() ? "failed" : "refused";
    flow.reason = row.reason;
    ground_.recorder.service(row);
    desk.end_flow(flow);
}

}  // namespace model
