// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

void add_amounts(Visitor& v, MyKey& m)
{
    v.field({"amount_from", "of a purchase"}, Money(m.amount_from, 1));
    v.field({"amount_to", "and to, included"}, Money(m.amount_to, 1));
    v.require(m.amount_from <= m.amount_to, "amount_to", "must not be less than \"amount_from\"");
}

}  // namespace

void fields(Visitor& v, MyKey& m)
{
    constexpr fw::Nanos second{1'000'000'000};
    v.place(&m.line, nullptr);
    v.field({"moves", "attempts to move points, after a purchase", Need::required},
            Count(m.moves, 0, 1'000'000));
    v.field({"purchases", "paid with points, after a move", Need::required},
            Count(m.purchases, 0, 1'000'000));
    v.field({"shops", "that take points of the platform"}, Count(m.shops, 1, 10'000));
    v.field({"phones", "of customers, in use at once"}, Count(m.phones, 1, 1000));
    v.field({"within", "of a purchase points are moved; they are spent so long after"},
            Duration(m.within, second));
    v.field({"all", "of the moves: all that is there, the rest half"}, Percent(m.all_ppm));
    v.field({"over", "of the moves: twice what is there"}, Percent(m.over_ppm));
    v.field({"copied", "of the purchases: a ticket is shown again"}, Percent(m.copied_ppm));
    add_amounts(v, m);
    v.field({"ticket_life", "of a one-time name"}, Duration(m.ticket_life, second));
    v.field({"lead", "before paying the phone fetches its ticket"}, Duration(m.lead, second));
    v.field({"settles", "the city asks again so often for what is on its way"},
            Duration(m.settles, second));
    v.field({"typing", "until the customer has keyed in a move"}, RandomTime(m.typing));
    v.field({"showing", "until the till has read a ticket"}, RandomTime(m.showing));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(m.deadline, {1'000'000}));
    v.field({"attempts", "of a request"}, Count(m.attempts, 1, 100));
    v.require(std::int64_t{m.all_ppm} + m.over_ppm <= 1'000'000, "over",
              "\"all\" and \"over\" exceed 100 % together");
}

void require_mykey(Visitor& v, const Scenario& scenario)
{
    if (!scenario.mykey) return;
    v.require(scenario.residents.has_value(), "mykey",
              "\"mykey\" needs \"residents\": whose points they are");
    v.require(scenario.shops.has_value(), "mykey",
              "\"mykey\" needs \"shops\": where points are given");
}

}  // namespace sim
