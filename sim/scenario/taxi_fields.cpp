// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

void share_fields(Visitor& v, TaxiService& taxi)
{
    v.field({"group_share", "rides of several registrants"}, Percent(taxi.group_ppm));
    v.field({"others_share", "rides with somebody who is no registrant"}, Percent(taxi.others_ppm));
    v.field({"frequent_share", "rides by people who ride more often than the day allows"},
            Percent(taxi.frequent_ppm));
    v.field({"paper_share", "rides paid with a paper voucher"}, Percent(taxi.paper_ppm));
    v.field({"night_share", "rides that begin in the last half hour before midnight"},
            Percent(taxi.night_ppm));
    v.field({"stranger_share", "rides of somebody who never registered"},
            Percent(taxi.stranger_ppm));
    v.field({"two_taxis_share", "rides during which the card goes on in a second taxi"},
            Percent(taxi.two_taxis_ppm));
    v.field({"same_card_share", "groups of whom one card is touched twice"},
            Percent(taxi.same_card_ppm));
    v.field({"no_meter_share", "rides whose driver keys zero first"}, Percent(taxi.no_meter_ppm));
    v.field({"nearly_used_share", "registrants with one ride left this year"},
            Percent(taxi.nearly_used_ppm));
    v.field({"expired_share", "registrants whose registration ended the day before"},
            Percent(taxi.expired_ppm));
}

}  // namespace

void fields(Visitor& v, TaxiService& taxi)
{
    v.place(&taxi.line, nullptr);
    v.field({"rules", "eligibility, amounts and quotas", Need::required},
            Include(taxi.rules_file, taxi.rules));
    v.field({"cabs", "taxis with a tablet"}, Count(taxi.cabs, 1, 1000));
    v.field({"companies", "they belong to, in turn"}, Count(taxi.companies, 1, 100));
    v.field({"rides", "that somebody asks the subsidy for"}, Count(taxi.rides, 0, 100'000));
    v.field({"registrants", "registered before the day"}, Count(taxi.registrants, 0, 100'000));
    v.field({"applicants", "come to the city's counter today"}, Count(taxi.applicants, 0, 100'000));
    share_fields(v, taxi);
    v.field({"card", "file of the My Number Card every rider holds, from the scenario's own"},
            Text(taxi.card_file));
    v.field({"offline", "when the office is not there: the counter on the card decides, or refuse"},
            Choice<OfflineRides>(taxi.offline, {{"card_counter", OfflineRides::card_counter},
                                                {"refuse", OfflineRides::refuse}}));
    v.field({"pin", "riders key in the PIN of the authentication certificate"}, Flag(taxi.pin));
    v.field({"deadline", "longest wait of a tablet for the office"}, Duration(taxi.deadline, {1}));
    v.field({"keyed_after", "from a ride on paper to the clerk"}, Duration(taxi.keyed_after));
    v.require(taxi.rides == 0 || taxi.registrants > 0, "rides", "nobody is registered to ride");
}

void require_taxi(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.taxi || scenario.residents, "taxi", "\"taxi\" needs \"residents\"");
}

}  // namespace sim
