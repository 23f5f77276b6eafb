// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/service_catalogue.h"

namespace sim
{

namespace
{

constexpr CityService rows[] = {
    {"S01", "link a transit card to a My Number Card in the portal", "O4 O7 O9"},
    {"S02", "register a light member at a counter", "O4 O7"},
    {"S03", "delete a link", "O1 O9"},
    {"S04", "citizen discount on the bus", "O1 O2 O3 O4 O9"},
    {"S05", "age discount on the bus", "O1 O4"},
    {"S06", "pass bound to the card, checked by the tap", "O1 O3 O9"},
    {"S07", "one set of rules for several operators", "O1 O2"},
    {"S08", "cards without a link, and another city", "O1 O7"},
    {"S09", "attribute discount on a shop's phone", "O1 O2 O3"},
    {"S10", "shop discount for holders of a pass", "O1 O4 O6"},
    {"S11", "points for customers who came by bus", "O2 O3 O6"},
    {"S12", "My Number Card as the shop's medium", "O5 O6"},
    {"S13", "mixed terminals in shops", "O1"},
    {"S14", "rides with classes for route planning", "O8"},
    {"S15", "data-linkage platform", "O6 O8"},
    {"S16", "residents and visitors in two portals", "O3"},
    {"S17", "free pass of the centre with shop perks", "O1"},
    {"S18", "boarding by face", "O3 O5"},
    {"S19", "taxi on demand from door to door", "O1 O3"},
    {"S20", "outer-area discount by area and vehicle", "O1 O4"},
    {"S21", "who may have the taxi subsidy", "O4"},
    {"S22", "taxi subsidy for one rider", "O1 O2"},
    {"S23", "taxi subsidy for several riders", "O1 O3 O10"},
    {"S24", "rides a day and a year with the subsidy", "O3 O10"},
    {"S25", "taxi tablet with certificate and counter on the card", "O3 O7 O10"},
    {"S26", "paper tickets beside the card", "O2 O10"},
    {"S27", "taxi rides for planning", "O8"},
    {"S28", "city ID bound to the certificates of the card", "O7 O9"},
    {"S29", "face alone", "O5"},
    {"S30", "electronic signature by phone", "O5"},
    {"S31", "My Number Card at a counter or online", "O5 O7"},
    {"S32", "face and phone within one window", "O5"},
    {"S33", "face and card: receptions and tickets", "O3 O5"},
    {"S34", "consent by signature for each use of data", "O6"},
    {"S35", "two kinds of keys for each release", "O6"},
    {"S36", "custody of keys in the phone", "O5"},
    {"S37", "My Number Card inside the phone", "O5 O6"},
    {"S38", "cameras on the way to school", "O6"},
    {"S39", "people without a signature certificate", "O5"},
    {"S40", "proxies and protected persons", "O6"},
    {"S41", "limits of body, money, time and place", "O1 O4"},
    {"S42", "companies and their representatives", ""},
    {"S43", "mother and child: registration in ten steps", "O6 O7"},
    {"S44", "mother and child: messages and vaccinations by date", "O4"},
    {"S45", "mother and child: the city's data given back", "O6 O8"},
    {"S46", "reception of a clinic with the insurance card", "O5 O7"},
    {"S47", "emergency data of who is unconscious", "O6"},
    {"S48", "images shared between hospitals", "O6"},
    {"S49", "vital signs and medicines tied to the card", "O3"},
    {"S50", "check-in at a shelter", "O3 O8"},
    {"S51", "card issue at post offices", ""},
    {"S52", "points of the national platform", "O2 O3"},
    {"S53", "national portal with limits and maintenance", "O9"},
    {"S54", "support counter with four procedures", "O7"},
    {"S55", "health mileage from the portal", "O6 O8"},
    {"S56", "lent phones and wearables", "O6"},
    {"S57", "messages to segments of residents", "O6 O8"},
    {"S58", "way to a shelter", "O8"},
    {"S59", "dashboard by role", "O6 O8"},
    {"S60", "coupons", "O3"},
    {"S61", "consultation online", "O2 O7"},
    {"S62", "card for villagers", ""},
    {"S63", "mileage programme joined to the portal", "O6 O8"},
    {"S64", "health advice from data", "O6 O7"},
    {"S65", "first aid in a shelter from health data", "O6"},
    {"S66", "one platform for two municipalities", "O8"},
    {"S67", "health events", ""},
    {"X12", "each kind of resident tries each service", "X12"},
};

constexpr PropertyOracle oracles[] = {
    {"fare_correct", "O1"},
    {"sales_right", "O1"},
    {"subsidy_right", "O1"},
    {"cash_fares_right", "O1"},
    {"shown_right", "O1"},
    {"money_conserved", "O2"},
    {"books_reconciled", "O2"},
    {"counters_agree", "O2"},
    {"exactly_once", "O3"},
    {"passes_right", "O3"},
    {"tickets_once", "O3"},
    {"awards_right", "O3"},
    {"face_boarded_once", "O3"},
    {"links_right", "O4"},
    {"eligibility_right", "O4"},
    {"perks_right", "O4"},
    {"face_rates_as_declared", "O5"},
    {"consent", "O6"},
    {"disclosure_least", "O6"},
    {"cells_right", "O8"},
    {"policy_right", "O8"},
    {"attribute_fresh", "O9"},
    {"pass_fresh", "O9"},
    {"quota_kept", "O10"},
    {"order_right", "O7"},
    {"export_right", "O8"},
    {"dead_ends_as_told", "X12"},
    {"vendors_agree", "O1"},
    {"unlinked_unchanged", "O1"},
    {"closes_right", "O2"},
    {"protocol_order", "O7"},
    {"card_price_right", "O1"},
    {"card_sale_once", "O3"},
    {"methods_right", "O5"},
    {"demand_fare_right", "O1"},
    {"demand_once", "O3"},
    {"readings_once", "O3"},
    {"mileage_right", "O8"},
    {"dashboard_right", "O8"},
    {"device_clean", "O6"},
    {"advice_right", "O6"},
    {"releases_right", "O6"},
    {"keys_alone_reveal_nothing", "O6"},
    {"proxies_right", "O6"},
    {"protected_hidden", "O6"},
    {"tiers_right", "O5"},
    {"id_fresh", "O9"},
    {"registration_right", "O7"},
    {"dates_right", "O4"},
    {"returns_right", "O8"},
    {"children_apart", "O6"},
    {"evacuee_once", "O3"},
    {"evacuee_list_right", "O8"},
    {"protection_kept", "O6"},
    {"emergency_set_kept", "O6"},
    {"emergency_reported", "O6"},
    {"reception_person_right", "O5"},
    {"insurance_right", "O9"},
    {"reception_once", "O3"},
    {"queue_right", "O7"},
    {"consultation_order_right", "O7"},
    {"consultation_paid_once", "O2"},
    {"consultation_seen_right", "O6"},
    {"portal_limits_kept", "O9"},
    {"segments_large", "O8"},
    {"segments_counted", "O8"},
    {"protected_uncounted", "O6"},
    {"notices_to_segment", "O6"},
    {"coupons_once", "O3"},
    {"coupons_paid", "O3"},
    {"access_line_fair", "O7"},
    {"aid_set_kept", "O6"},
    {"aid_newest", "O9"},
    {"aid_reported", "O6"},
    {"queue_right", "O7"},
    {"applications_once", "O3"},
    {"ways_shortest", "O8"},
    {"ways_known", "O9"},
    {"places_once", "O3"},
    {"lecture_person_right", "O5"},
    {"lecture_rates_as_declared", "O5"},
    {"lecture_once", "O3"},
    {"lecture_queue_right", "O7"},
    {"watch_receivers", "O6"},
    {"watch_hidden", "O6"},
    {"watch_told_right", "O6"},
    {"watch_told_once", "O3"},
    {"absences_right", "O8"},
    {"watch_rates_as_declared", "O5"},
    {"points_conserved", "O2"},
    {"moves_once", "O3"},
    {"receipts_once", "O3"},
    {"access_pays_same", "O1"},
    {"access_ways_open", "O4"},
};

}  // namespace

const std::vector<CityService>& service_catalogue()
{
    static const std::vector<CityService> catalogue(std::begin(rows), std::end(rows));
    return catalogue;
}

std::vector<std::string> service_ids()
{
    std::vector<std::string> ids;
    for (const CityService& row : service_catalogue()) ids.emplace_back(row.id);
    return ids;
}

const std::vector<PropertyOracle>& property_oracles()
{
    static const std::vector<PropertyOracle> all(std::begin(oracles), std::end(oracles));
    return all;
}

std::string oracle_of(const std::string& measure)
{
    static const std::vector<PropertyOracle> measures{
        {"fare_error", "O1"},      {"subsidy_error", "O1"}, {"money_difference", "O2"},
        {"double_debits", "O3"},   {"consent", "O6"},       {"cells", "O8"},
        {"card_sale_error", "O1"}, {"demand_error", "O1"},
    };
    for (const auto* table : {&measures, &property_oracles()})
        for (const PropertyOracle& row : *table)
            if (measure == row.name) return row.oracle;
    return "";
}

}  // namespace sim
