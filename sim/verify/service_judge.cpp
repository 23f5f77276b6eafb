// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/service_judge.h"

#include <algorithm>
#include <set>

#include "sim/verify/access_classes.h"
#include "sim/verify/access_line_use.h"
#include "sim/verify/card_sales.h"
#include "sim/verify/care_dates.h"
#include "sim/verify/city_ids.h"
#include "sim/verify/city_returns.h"
#include "sim/verify/clinic_receptions.h"
#include "sim/verify/counter_queues.h"
#include "sim/verify/data_uses.h"
#include "sim/verify/dead_ends.h"
#include "sim/verify/demand_rides.h"
#include "sim/verify/emergency_calls.h"
#include "sim/verify/face_boardings.h"
#include "sim/verify/first_aid_looks.h"
#include "sim/verify/health_books.h"
#include "sim/verify/lectures_held.h"
#include "sim/verify/links.h"
#include "sim/verify/mother_registrations.h"
#include "sim/verify/mykey_points.h"
#include "sim/verify/online_consultations.h"
#include "sim/verify/pass_books.h"
#include "sim/verify/perk_books.h"
#include "sim/verify/plain_boxes.h"
#include "sim/verify/planned_rides.h"
#include "sim/verify/portal_coupons.h"
#include "sim/verify/portal_limits.h"
#include "sim/verify/portal_segments.h"
#include "sim/verify/school_watches.h"
#include "sim/verify/shelter_lists.h"
#include "sim/verify/shelter_ways.h"
#include "sim/verify/shown_passes.h"
#include "sim/verify/taxi_rides.h"
#include "sim/verify/ticket_books.h"
#include "sim/verify/vendors.h"

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

void judge_passes(Database& database, const Scenario& scenario, Findings& findings,
                  ServiceFacts& facts)
{
    if (scenario.pass_sales) PassBooks(database, findings).add_to(facts, findings);
    if (scenario.pass_sales && scenario.shops) judge_perks(database, findings, facts);
    if (scenario.shown_passes)
        judge_shown_passes(database, *scenario.shown_passes, findings, facts);
    if (scenario.tourism) judge_tickets(database, findings, facts);
}

void judge_mothers(Database& database, const MotherChild& service, Findings& findings,
                   ServiceFacts& facts)
{
    if (service.registrations > 0) judge_mother_registrations(database, findings, facts);
    if (service.calendar) judge_care_dates(database, findings, facts);
    judge_city_returns(database, service, findings, facts);
}

void judge_portal(Database& database, const Scenario& scenario, Findings& findings,
                  ServiceFacts& facts)
{
    if (!scenario.portal) return;
    judge_portal_segments(database, findings, facts);
    if (scenario.shops) judge_portal_coupons(database, findings, facts);
}

void judge_care(Database& database, const Scenario& scenario, Findings& findings,
                ServiceFacts& facts)
{
    if (scenario.health) {
        judge_health(database, findings, facts);
        judge_portal_limits(database, scenario.health->portal, findings, facts);
    }
    if (scenario.mother_child) judge_mothers(database, *scenario.mother_child, findings, facts);
    if (scenario.shelters) judge_shelter_lists(database, findings, facts);
    if (scenario.emergency) judge_emergency_calls(database, findings, facts);
    if (scenario.clinics) judge_clinic_receptions(database, *scenario.clinics, findings, facts);
    if (scenario.online_clinic)
        judge_online_consultations(database, *scenario.online_clinic, findings, facts);
    judge_portal(database, scenario, findings, facts);
    if (scenario.first_aid) judge_first_aid_looks(database, findings, facts);
    if (scenario.support_counter) judge_counter_queues(database, findings, facts);
    if (scenario.shelter_ways) judge_shelter_ways(database, findings, facts);
    if (scenario.school_watch)
        judge_school_watch(database, *scenario.school_watch, findings, facts);
    if (scenario.lectures) judge_lectures(database, *scenario.lectures, findings, facts);
    if (scenario.mykey) judge_mykey_points(database, findings, facts);
}

void judge_everyone(Database& database, const Everyone& everyone, Findings& findings,
                    ServiceFacts& facts)
{
    facts.tried = tried_services(database, everyone, findings);
    facts.properties.push_back(always("dead_ends_as_told", std::ssize(facts.tried), findings));
    facts.properties.push_back(
        sometimes("dead_end_seen", std::count_if(facts.tried.begin(), facts.tried.end(),
                                                 [](const auto& one) { return !one.done; })));
}

}  // namespace

ServiceFacts judge_services(Database& database, const Scenario& scenario, bool complete,
                            Findings& findings)
{
    ServiceFacts facts;
    const std::int64_t flows = database.integer("SELECT count(*) FROM flow");
    facts.counts["flows_failed"] = {
        database.integer("SELECT count(*) FROM flow WHERE outcome NOT IN ('done', 'refused')"),
        flows};
    if (scenario.linking) judge_links(database, *scenario.linking, findings, facts);
    judge_passes(database, scenario, findings, facts);
    if (scenario.taxi) judge_taxi(database, findings, facts);
    if (scenario.demand) judge_demand_rides(database, findings, facts);
    if (scenario.data_use) judge_data_uses(database, findings, facts);
    if (scenario.access_line) judge_access_line(database, *scenario.access_line, findings, facts);
    if (scenario.card_sales)
        judge_card_sales(database, scenario.linking->birth_released, findings, facts);
    if (scenario.city_id) judge_city_ids(database, findings, facts);
    if (scenario.face_boarding)
        judge_face_boardings(database, *scenario.face_boarding, findings, facts);
    judge_vendors(database, complete, findings, facts);
    if (scenario.plain_boxes)
        judge_plain_boxes(database, scenario.decision.placement == Placement::cloud, findings,
                          facts);
    if (scenario.planning)
        facts.properties.push_back(
            always("export_right", check_planned_rides(database, findings), findings));
    judge_care(database, scenario, findings, facts);
    if (scenario.access) judge_access_classes(database, findings, facts);
    if (scenario.everyone) judge_everyone(database, *scenario.everyone, findings, facts);
    return facts;
}

void leave_out_absent(const Scenario& scenario, std::vector<PropertyResult>& properties)
{
    std::set<std::string> absent;
    if (!scenario.shops)
        absent.insert(
            {"sales_right", "awards_right", "sale_seen", "award_seen", "refused_cancel_seen"});
    if (!scenario.flows)
        absent.insert({"disclosure_least", "message_checked_seen", "consent_used_seen"});
    if (!scenario.platform) absent.insert({"cells_right", "cell_hidden_seen"});
    std::erase_if(properties, [&](const PropertyResult& property) {
        return property.violations == 0 && absent.contains(property.name);
    });
}

}  // namespace sim
