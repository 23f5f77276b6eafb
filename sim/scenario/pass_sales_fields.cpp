// SPDX-License-Identifier: Apache-2.0
// Passes sold in the portal, passes shown to the driver, tickets of two portals.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr std::int64_t most_people = 1'000'000;

void share_fields(Visitor& v, PassSales& sales)
{
    v.field({"ride_again", "linked riders who ride again later in the day"},
            Percent(sales.ride_again_ppm));
    v.field({"on_board", "purchases after boarding"}, Percent(sales.on_board_ppm));
    v.field({"agree", "buyers who agree that shops ask"}, Percent(sales.agree_ppm));
    v.field({"pressed_twice", "requests sent again although they were answered"},
            Percent(sales.pressed_twice_ppm));
    v.field({"second", "buyers who want a second pass while they hold one"},
            Percent(sales.second_ppm));
    v.field({"copied", "purchases whose request another member's phone sends as well"},
            UnlessZero<std::int32_t, Percent>(sales.copied_ppm));
    v.field({"unknown", "buyers who ask for a product the tariff does not have"},
            Percent(sales.unknown_ppm));
    v.field({"credit_refused", "charges the card company refuses"},
            Percent(sales.credit_refused_ppm));
}

}  // namespace

void fields(Visitor& v, PassSales& sales)
{
    v.field({"pass", "a pass of the tariff, which people choose", Need::required},
            Text(sales.pass));
    v.field({"phones", "of members, in use at once"}, Count(sales.phones, 1, 10'000));
    v.field({"purchases", "tried by full members linked when the day begins"},
            Count(sales.purchases, 0, most_people));
    v.field({"light", "purchases tried by light members of the day"},
            Count(sales.light, 0, most_people));
    v.field({"strangers", "purchases tried by people whose card is linked to nobody"},
            Count(sales.strangers, 0, most_people));
    v.field({"agreements", "members who agree that shops ask for a pass they hold"},
            Count(sales.agreements, 0, most_people));
    v.field({"withdrawals", "of those: who take it back later"},
            Count(sales.withdrawals, 0, most_people));
    share_fields(v, sales);
    v.field({"after_unlink", "what becomes of a pass when its card's link is ended"},
            Choice<AfterUnlink>(sales.after_unlink, {{"pass_ends", AfterUnlink::pass_ends},
                                                     {"pass_stays", AfterUnlink::pass_stays}}));
    v.field({"choosing", "until the member has chosen and presses"}, RandomTime(sales.choosing));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(sales.deadline, {1'000'000}));
    v.field({"attempts", "of a request"}, Count(sales.attempts, 1, 100));
    v.require(sales.withdrawals <= sales.agreements, "withdrawals", "exceed \"agreements\"");
}

void fields(Visitor& v, ShownPasses& shown)
{
    v.field({"share", "rides of pass holders who show it"}, Percent(shown.share_ppm));
    v.field({"look", "the driver takes"}, RandomTime(shown.look));
    v.field({"missed", "passes that do not hold and are let through"}, Percent(shown.missed_ppm));
    v.field({"doubted", "passes that hold and are turned down"}, Percent(shown.doubted_ppm));
}

void fields(Visitor& v, Tourism& tourism)
{
    v.field({"residents", "who buy a ticket in the city's portal"},
            Count(tourism.residents, 0, most_people));
    v.field({"visitors", "who buy one in the other portal"},
            Count(tourism.visitors, 0, most_people));
    v.field({"phones", "of either, in use at once"}, Count(tourism.phones, 1, 10'000));
    v.field({"gates", "odd ones ask the city's portal, even ones the other"},
            Count(tourism.gates, 2, 1000));
    v.field({"shared", "tickets shown a second time by a friend"}, Percent(tourism.shared_ppm));
    v.field({"forged", "tickets shown that nobody sold"}, Percent(tourism.forged_ppm));
    v.field({"to_gate", "longest time from purchase to gate"},
            Duration(tourism.to_gate, {60'000'000'000}));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(tourism.deadline, {1'000'000}));
    v.field({"attempts", "of a request"}, Count(tourism.attempts, 1, 100));
    v.field({"link", "between the two portals"}, Struct(tourism.link));
    v.require(tourism.residents + tourism.visitors > 0, "visitors", "nobody buys a ticket");
}

void require_pass_sales(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.pass_sales || scenario.linking, "pass_sales",
              "needs \"linking\": passes are bound to linked cards");
    if (!scenario.pass_sales) return;
    const std::string& id = scenario.pass_sales->pass;
    std::vector<std::string> ids;
    for (const Pass& pass : scenario.city.tariff.passes)
        if (pass.kind == PassKind::area) ids.push_back(pass.id);
    v.require(std::find(ids.begin(), ids.end(), id) != ids.end(), "pass_sales.pass",
              fmt::format("unknown pass for an area \"{}\"{}", id, did_you_mean(id, ids)));
}

}  // namespace sim
