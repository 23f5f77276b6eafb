// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/told_cells.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

constexpr std::int64_t second = 1'000'000'000;

// Rides end at the second tap, or where a flat fare is paid; kinds and verdicts as in tap_kind and
// tap_verdict.
constexpr const char* rides =
    "SELECT t.closed_at / (?1 * 1000000000) * ?1, f.stem, r.id, s.id, t.discount_class,"
    " coalesce(t.t0, 0) + t.d8, t.card FROM tap t"
    " JOIN trip tr ON tr.trip = t.trip JOIN pattern p ON p.pattern = tr.pattern"
    " JOIN route r ON r.route = p.route JOIN feed f ON f.feed = r.feed"
    " JOIN pattern_stop ps ON ps.pattern = p.pattern AND ps.position = t.board_code - p.first_code"
    " JOIN stop s ON s.stop = ps.stop"
    " WHERE t.kind IN (1, 2) AND t.verdict IN (0, 1) AND t.d8 NOT NULL"
    " ORDER BY coalesce(t.t0, 0) + t.d8";

}  // namespace

ToldCells::ToldCells(const Database& database, const Platform& parameters, std::int64_t window_end,
                     Findings& findings)
    : parameters_(parameters), findings_(findings)
{
    const std::int64_t period = parameters.period.count;
    last_ = (window_end + parameters.closing.count) / period * period;
    Query query = database.query(rides);
    query.bind(1, period / second);
    while (query.step())
        rides_[{query.integer(0), query.text(1), query.text(2), query.text(3), query.integer(4)}]
            .push_back({query.integer(5), query.integer(6)});
}

std::int64_t ToldCells::people(const Place& place, std::int64_t as_of) const
{
    std::set<std::int64_t> cards;
    const auto found = rides_.find(place);
    if (found == rides_.end()) return 0;
    for (const Ride& ride : found->second)
        if (ride.taken < as_of) cards.insert(ride.card);
    return std::ssize(cards);
}

void ToldCells::object(const RecordedMessage& message, const Place& place, const std::string& why)
{
    const auto& [begins, feed, route, stop, discount_class] = place;
    findings_.add({"cells_right",
                   {},
                   "",
                   0,
                   fmt::format("message {} ({} to {}), field \"people\" of {}/{}/{} class {} from "
                               "{} s: {}",
                               message.number, message.sender, message.receiver, feed, route, stop,
                               discount_class, begins, why)});
}

void ToldCells::hear(const RecordedMessage& message, const SentMessage& sent)
{
    const bool published = sent.kind == "platform.publish";
    if (!published && sent.kind != "platform.cell") return;
    const auto number = [&](const char* name) {
        const SentField* const field = sent.find(name);
        return field ? field->number : -1;
    };
    const auto text = [&](const char* name) {
        const SentField* const field = sent.find(name);
        return field && !field->texts.empty() ? field->texts[0] : "";
    };
    const Place place{number("begins_s"), text("feed"), text("route"), text("stop"),
                      number("class")};
    const std::int64_t as_of = number("as_of_ns"), told = number("people");
    ++told_;
    if (const std::int64_t right = people(place, as_of); told != right)
        object(message, place, fmt::format("{} were told, the taps give {}", told, right));
    if (!published) return;
    Told& newest = newest_[place];
    if (newest.as_of == as_of) return;  // said again
    if (told - newest.people < parameters_.k)
        object(message, place,
               fmt::format("P6: {} after {}, fewer than {} people more", told, newest.people,
                           parameters_.k));
    newest = {as_of, told};
}

void ToldCells::close()
{
    for (const auto& [place, taps] : rides_) {
        if (std::get<0>(place) * second + parameters_.period.count > last_) continue;
        const auto told = newest_.find(place);
        const std::int64_t before = told == newest_.end() ? 0 : told->second.people;
        const std::int64_t now = people(place, last_);
        if (before == 0) ++hidden_;
        if (now - before >= parameters_.k)
            object({}, place, fmt::format("{} were never told, only {}", now, before));
    }
}

}  // namespace sim
