// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/measures.h"

namespace sim
{

namespace
{

constexpr auto nanos = Expectation::Unit::nanos;
constexpr auto yen = Expectation::Unit::yen;
constexpr auto count = Expectation::Unit::count;

constexpr Measure all[] = {
    {"tap_time", nanos, Shape::statistics,
     "from the first poll response to feedback (T6-T1), of rides"},
    {"sale_time", nanos, Shape::statistics, "the same of sales on the phones of shops (T6-T1)"},
    {"staff_time", nanos, Shape::statistics, "from the amount keyed in to the slip, of paid sales"},
    {"hold_time", nanos, Shape::statistics, "how long the card must stay in the field (T5-T0)"},
    {"decision_time", nanos, Shape::statistics, "from blocks read to decision made (T4-T3)"},
    {"hop_time", nanos, Shape::hops, "time of one hop of the tap"},
    {"sale_hop_time", nanos, Shape::hops, "the same of sales on the phones of shops"},
    {"flow_time", nanos, Shape::flows,
     "time of a flow that is no tap, by service and part: factor (U0-U1), verify (U1-U2), commit "
     "(U2-U3), visible (U3-U4), total (U0-U3)"},
    {"fare_error", yen, Shape::total, "sum of all differences to the second fare computation"},
    {"money_difference", yen, Shape::total, "what the four books do not agree on"},
    {"double_debits", count, Shape::total, "intentions charged more than once"},
    {"taps_lost", count, Shape::total, "closed taps that never reached the ledger"},
    {"taps", count, Shape::total, "taps recorded"},
    {"unconfirmed_left", count, Shape::total, "unconfirmed debits not settled at the end"},
    {"adjusted", yen, Shape::total, "sum of what the cloud corrected afterwards, either way"},
    {"riders_adjusted", count, Shape::total, "cards the cloud corrected a fare of"},
    {"unpaid_rides", count, Shape::total, "rides that ended without being paid"},
    {"face_boardings", count, Shape::total, "riders an autonomous bus has let in by their face"},
    {"false_matches", count, Shape::total, "riders let in by face as somebody else"},
    {"false_non_matches", count, Shape::total, "registered riders who had to touch a card"},
    {"flows_failed", count, Shape::total, "flows that ended otherwise than done or refused"},
    {"sales", count, Shape::total, "sales that were paid and not given back"},
    {"awards", count, Shape::total, "rides rewarded with points in a shop"},
    {"checked", count, Shape::properties,
     "how often a property that must always hold was put to the test, by property"},
    {"consent", count, Shape::total, "messages without a live consent, or not declared"},
    {"messages", count, Shape::total, "messages decoded and checked"},
    {"cells", count, Shape::total, "counts of people the data-linkage platform was told"},
    {"link_time", nanos, Shape::statistics, "from a person's act to the link committed (U3-U0)"},
    {"link_propagation", nanos, Shape::statistics, "until the last fare box heard of a change"},
    {"attribute_age", nanos, Shape::statistics, "of the list a fare box decided by"},
    {"links", count, Shape::total, "links that were made or ended"},
    {"links_refused", count, Shape::total, "requests to link or to end a link that were refused"},
    {"taxi_rides", count, Shape::total, "taxi rides that were counted for somebody"},
    {"subsidy", yen, Shape::total, "taxi subsidy the office paid"},
    {"subsidy_error", yen, Shape::total, "sum of all differences to the second computation"},
    {"added_time", nanos, Shape::statistics,
     "tap time (T6-T1) of cards without a link beyond that at a fare box without attributes"},
    {"brands_compared", count, Shape::total, "batches of cards without a link so compared"},
    {"vendor_spread", nanos, Shape::statistics,
     "how far the tap times (T6-T1) of the vendors of fare boxes are apart"},
    {"rides_compared", count, Shape::total, "rides that fare boxes of two protocols charged alike"},
    {"day_closes", count, Shape::total, "terminals that closed their day with their sums"},
    {"tablet_time", nanos, Shape::statistics, "in a taxi, from a card's touch to the answer"},
    {"card_sales", count, Shape::total, "sales paid after showing a My Number Card"},
    {"card_sales_refused", count, Shape::total, "sales with a My Number Card that were refused"},
    {"card_sale_error", yen, Shape::total, "of those sales, differences to the second price"},
    {"card_sale_time", nanos, Shape::statistics,
     "of those sales, from the card found to class and price told (T4-T1), PIN typing included"},
    {"card_hold_time", nanos, Shape::statistics, "how long the card lay on the phone (T3-T0)"},
    {"demand_rides", count, Shape::total, "rides on demand that were driven and paid"},
    {"demand_refused", count, Shape::total, "requests for a ride on demand that were refused"},
    {"demand_error", yen, Shape::total, "differences to the second computation of those fares"},
    {"demand_wait", nanos, Shape::statistics, "from the time wanted to the pick-up"},
    {"demand_detour", nanos, Shape::statistics, "of a ride on demand, beside the direct way"},
    {"passes_sold", count, Shape::total, "passes bought in the portal"},
    {"passes_refused", count, Shape::total, "wishes for a pass that were refused"},
    {"pass_revenue", yen, Shape::total, "what passes of the portal were sold for"},
    {"free_rides", count, Shape::total, "rides covered by a pass, as the boxes decided"},
    {"pass_usable", nanos, Shape::statistics,
     "from the buyer's first act to the first fare box that knew the pass"},
    {"pass_propagation", nanos, Shape::statistics,
     "from a pass bound to the last fare box that heard of it"},
    {"passes_shown", count, Shape::total, "passes shown to the driver and let in"},
    {"shown_loss", yen, Shape::total, "full fares of rides let in on a pass that does not hold"},
    {"tap_saves", nanos, Shape::statistics,
     "what the driver's look takes longer than a usual touch, of passes shown"},
    {"tickets_refused", count, Shape::total, "tickets of two portals turned down at a gate"},
    {"mother_accounts", count, Shape::total, "accounts for mother and child that a phone started"},
    {"mother_refused", count, Shape::total,
     "registrations of mothers that ended without an account"},
    {"mother_scans_refused", count, Shape::total,
     "phones that read the code on a screen and were refused"},
    {"care_messages", count, Shape::total, "messages and reminders the calendar sent"},
    {"returned_records", count, Shape::total, "records of the city given back to accounts"},
    {"return_time", nanos, Shape::statistics,
     "from the beginning of the nightly return until a record stands in its account"},
    {"evacuees_listed", count, Shape::total, "people on the list of evacuees at the end"},
    {"evacuee_delay", nanos, Shape::statistics,
     "from a person's reception at a shelter to the list of evacuees"},
    {"evacuees_missing", count, Shape::total,
     "most people received, but not on the list, at any time the list was read"},
    {"family_told", count, Shape::total, "relatives who were told where somebody is"},
    {"emergency_told", count, Shape::total, "calls in which the emergency data was told"},
    {"emergency_refused", count, Shape::total, "requests for emergency data that were refused"},
    {"emergency_time", nanos, Shape::statistics, "from the call to the hospital's door"},
    {"emergency_lead", nanos, Shape::statistics,
     "by how much the hospital had the emergency data before the patient"},
};

}  // namespace

std::span<const Measure> measures()
{
    return all;
}

}  // namespace sim
