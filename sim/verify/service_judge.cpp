// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/service_judge.h"

#include <set>

#include "sim/verify/face_boardings.h"
#include "sim/verify/links.h"
#include "sim/verify/pass_books.h"
#include "sim/verify/perk_books.h"
#include "sim/verify/shown_passes.h"
#include "sim/verify/taxi_rides.h"
#include "sim/verify/ticket_books.h"

namespace sim
{

namespace
{

void judge_links(Database& database, const Linking& linking, Findings& findings,
                 ServiceFacts& facts)
{
    Links links(database, linking.birth_released, findings);
    facts.counts["links"] = {links.made + links.ended, links.changes};
    facts.counts["links_refused"] = {links.refused, links.changes};
    facts.properties.push_back(always("links_right", links.right_checked, findings));
    facts.properties.push_back(always("attribute_fresh", links.fresh_checked, findings));
    facts.properties.push_back(sometimes("link_made_seen", links.made));
    facts.properties.push_back(sometimes("link_deleted_seen", links.ended));
    facts.properties.push_back(sometimes("stale_attribute_seen", links.stale));
    facts.lengths.merge(links.lengths);
}

void judge_taxi(Database& database, Findings& findings, ServiceFacts& facts)
{
    const TaxiRides taxi(database, findings);
    if (!taxi.any()) return;
    for (const auto& [name, value] : taxi.counts())
        facts.counts[name] = {value.first, value.second};
    for (const auto& results : {taxi.always(findings), taxi.sometimes()})
        facts.properties.insert(facts.properties.end(), results.begin(), results.end());
    facts.lengths["tablet_time"] = taxi.tablet_times();
}

}  // namespace

ServiceFacts judge_services(Database& database, const Scenario& scenario, Findings& findings)
{
    ServiceFacts facts;
    const std::int64_t flows = database.integer("SELECT count(*) FROM flow");
    facts.counts["flows_failed"] = {
        database.integer("SELECT count(*) FROM flow WHERE outcome NOT IN ('done', 'refused')"),
        flows};
    if (scenario.linking) judge_links(database, *scenario.linking, findings, facts);
    if (scenario.pass_sales) PassBooks(database, findings).add_to(facts, findings);
    if (scenario.pass_sales && scenario.shops) judge_perks(database, findings, facts);
    if (scenario.shown_passes)
        judge_shown_passes(database, *scenario.shown_passes, findings, facts);
    if (scenario.tourism) judge_tickets(database, findings, facts);
    if (scenario.taxi) judge_taxi(database, findings, facts);
    if (scenario.face_boarding)
        judge_face_boardings(database, *scenario.face_boarding, findings, facts);
    return facts;
}

void leave_out_absent(const Scenario& scenario, std::vector<PropertyResult>& properties)
{
    std::set<std::string> absent;
    if (!scenario.shops) absent.insert({"sales_right", "awards_right", "sale_seen", "award_seen"});
    if (!scenario.flows)
        absent.insert({"disclosure_least", "message_checked_seen", "consent_used_seen"});
    if (!scenario.platform) absent.insert({"cells_right", "cell_hidden_seen"});
    std::erase_if(properties, [&](const PropertyResult& property) {
        return property.violations == 0 && absent.contains(property.name);
    });
}

}  // namespace sim
