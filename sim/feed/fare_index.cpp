// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/fare_index.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "sim/base/rng_stream.h"
#include "sim/feed/gtfs_text.h"

namespace sim
{

namespace
{

constexpr std::uint32_t anything = 0;  // an empty field; real places and routes count from 1

struct RowKey {
    std::uint32_t feed = 0;
    std::uint32_t route = anything;
    std::uint32_t origin = anything;
    std::uint32_t destination = anything;
    bool operator==(const RowKey&) const = default;
};

struct RowKeyHash {
    std::size_t operator()(const RowKey& key) const
    {
        return mix64(mix64(std::uint64_t{key.feed} << 32 | key.route) ^
                     (std::uint64_t{key.origin} << 32 | key.destination));
    }
};

struct Cell {
    std::uint32_t row = 0;
    bool ambiguous = false;
};

// A name of a stop that rules use, with how exactly it names the stop.
struct Alias {
    std::uint32_t place = anything;
    int rank = 0;  // 3 stop_id, 2 zone_id, 1 parent_station, 0 anything
};

struct StopAliases {
    std::array<Alias, 4> names;
    std::size_t count = 0;
    void add(std::uint32_t place, int rank)
    {
        for (std::size_t i = 0; i < count; ++i)
            if (names[i].place == place) return;
        names[count++] = {place, rank};
    }
};

auto price_of(const FareRow& row)
{
    return std::tuple(row.price, row.ic_price.value_or(row.price));
}

}  // namespace

struct FareIndex::Impl {
    const Timetable& timetable;
    std::unordered_map<RowKey, Cell, RowKeyHash> cells;
    std::vector<IdMap> routes;  // of each feed, to index + 1
    std::vector<IdMap> places;  // of each feed, to number from 1
    std::uint32_t place_count = 0;
    std::vector<StopAliases> aliases;
    bool any_route = false, any_origin = false, any_destination = false;

    explicit Impl(const Timetable& t);
    void add(std::uint32_t row);
    std::uint32_t number(std::uint32_t feed, const std::string& id);
    void name_stop(const FeedStop& stop);
    bool price_differs(const Cell& a, const Cell& b) const
    {
        return price_of(timetable.fare_rows[a.row]) != price_of(timetable.fare_rows[b.row]);
    }
    Cell cheaper(const Cell& a, const Cell& b) const;
};

FareIndex::Impl::Impl(const Timetable& t)
    : timetable(t), routes(t.feeds.size()), places(t.feeds.size())
{
    for (std::uint32_t i = 0; i < t.routes.size(); ++i)
        routes[t.routes[i].feed].emplace(t.routes[i].id, i + 1);
    cells.reserve(t.fare_rows.size());
    for (std::uint32_t row = 0; row < t.fare_rows.size(); ++row) add(row);
    aliases.reserve(t.stops.size());
    for (const FeedStop& stop : t.stops) name_stop(stop);
}

void FareIndex::Impl::add(std::uint32_t row)
{
    const FareRow& fare = timetable.fare_rows[row];
    RowKey key{.feed = fare.feed};
    if (!fare.route.empty()) {
        const auto route = routes[fare.feed].find(fare.route);
        if (route == routes[fare.feed].end()) return;
        key.route = route->second;
    }
    key.origin = number(fare.feed, fare.origin);
    key.destination = number(fare.feed, fare.destination);
    any_route |= key.route == anything;
    any_origin |= key.origin == anything;
    any_destination |= key.destination == anything;
    const auto [cell, fresh] = cells.emplace(key, Cell{row, false});
    if (!fresh) cell->second = cheaper(cell->second, {row, false});
}

std::uint32_t FareIndex::Impl::number(std::uint32_t feed, const std::string& id)
{
    if (id.empty()) return anything;
    const auto known = places[feed].find(id);
    if (known != places[feed].end()) return known->second;
    return places[feed].emplace(id, ++place_count).first->second;
}

Cell FareIndex::Impl::cheaper(const Cell& a, const Cell& b) const
{
    const bool b_wins = price_of(timetable.fare_rows[b.row]) < price_of(timetable.fare_rows[a.row]);
    return {b_wins ? b.row : a.row, a.ambiguous || b.ambiguous || price_differs(a, b)};
}

void FareIndex::Impl::name_stop(const FeedStop& stop)
{
    StopAliases& names = aliases.emplace_back();
    const auto add_name = [&](const std::string& id, int rank) {
        if (id.empty()) return;
        const auto place = places[stop.feed].find(id);
        if (place != places[stop.feed].end()) names.add(place->second, rank);
    };
    add_name(stop.id, 3);
    add_name(stop.zone, 2);
    add_name(stop.parent, 1);
    if (any_origin || any_destination) names.add(anything, 0);
}

FareIndex::FareIndex(const Timetable& timetable) : impl_(std::make_unique<Impl>(timetable)) {}
FareIndex::~FareIndex() = default;
FareIndex::FareIndex(FareIndex&&) noexcept = default;
FareIndex& FareIndex::operator=(FareIndex&&) noexcept = default;

std::optional<FareMatch> FareIndex::find(std::uint32_t route, std::uint32_t origin,
                                         std::uint32_t destination) const
{
    const StopAliases& from = impl_->aliases[origin];
    const StopAliases& to = impl_->aliases[destination];
    std::optional<Cell> best;
    std::pair<int, int> best_score{-1, -1};  // filled fields, then how exactly the stops are named
    for (const std::uint32_t line : {route + 1, anything}) {
        if (line == anything && !impl_->any_route) continue;
        for (std::size_t i = 0; i < from.count; ++i) {
            for (std::size_t j = 0; j < to.count; ++j) {
                const Alias &a = from.names[i], &b = to.names[j];
                const auto cell = impl_->cells.find(
                    {impl_->timetable.routes[route].feed, line, a.place, b.place});
                if (cell == impl_->cells.end()) continue;
                const int filled = (line != anything) + (a.rank > 0) + (b.rank > 0);
                const std::pair<int, int> score{filled, a.rank + b.rank};
                if (score < best_score) continue;
                best = score == best_score ? impl_->cheaper(*best, cell->second) : cell->second;
                best_score = score;
            }
        }
    }
    if (!best) return std::nullopt;
    return FareMatch{&impl_->timetable.fare_rows[best->row], best->ambiguous};
}

}  // namespace sim
