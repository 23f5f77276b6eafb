// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

void fields(Visitor& v, ShelterWays& w)
{
    constexpr fw::Nanos second{1'000'000'000};
    v.place(&w.line, nullptr);
    v.field({"columns", "crossings of the invented map, from west to east"},
            Count(w.columns, 2, 200));
    v.field({"rows", "crossings from north to south"}, Count(w.rows, 2, 200));
    v.field({"shortest_metres", "of a street"}, Count(w.shortest_metres, 1, 10'000));
    v.field({"longest_metres", "of a street"}, Count(w.longest_metres, 1, 10'000));
    v.field({"shelters", "each at a crossing of its own"}, Count(w.shelters, 1, 1000));
    v.field({"capacity", "people in each shelter"}, Count(w.capacity, 1, 1'000'000));
    v.field({"closed", "streets that are closed one after the other"}, Percent(w.closed_ppm));
    v.field({"searches", "for a shelter", Need::required}, Count(w.searches, 0, 1'000'000));
    v.field({"phones", "in use at once"}, Count(w.phones, 1, 10'000));
    v.field({"begins", "time of day at which the first may search", Need::required},
            TimeOfDay(w.begins));
    v.field({"within", "all search, and streets are closed"}, Duration(w.within, second));
    v.field({"typing", "until the phone knows what is sought"}, RandomTime(w.typing));
    v.field({"map_age", "after which a phone fetches the map again"}, Duration(w.map_age, second));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(w.deadline, {1'000'000}));
    v.field({"attempts", "then the phone answers from its map"}, Count(w.attempts, 1, 100));
    v.require(w.shortest_metres <= w.longest_metres, "longest_metres",
              "\"longest_metres\" must not be less than \"shortest_metres\"");
    v.require(w.shelters <= w.columns * w.rows, "shelters", "there are not so many crossings");
}

}  // namespace sim
