// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/base/date.h"
#include "sim/scenario/merchants.h"

// A city's fare rules as data: what `tariff.yaml` says, nothing computed yet. Firmware receives
// compiled tables made from it; the fare oracle reads the same rules as SQL rows.
namespace sim
{

enum class Medium : std::uint8_t { ic, cash };
enum class RoundingMode : std::uint8_t { up, down, half_up };

// From `from` on, amounts of this operator and medium are rounded to `unit` yen.
struct Rounding {
    std::string id;
    Medium medium = Medium::ic;
    fw::Yen unit{1};
    RoundingMode mode = RoundingMode::up;
    Date from{};  // first day; the newest rule not after the day wins
    Source source;
};

// How a card was linked: at a counter, told the residence only, or through the portal.
enum class MemberKind : std::uint8_t { light, full };

// Taken off for a linked card whose holder belongs to the class on the day: a percentage or a fixed
// amount of each ride, one of the two.
struct Discount {
    std::string id;                // "senior", "youth"
    int number = 0;                // discount class number on the wire, from 1, in file order
    std::int32_t percent_ppm = 0;  // 10 % = 100000
    fw::Yen amount{};              // never below a fare of 0
    bool residents_only = true;
    int age_from = 0;
    int age_to = 200;                 // inclusive
    bool age_by_fiscal_year = false;  // age at the end of the fiscal year (31 March)
    Date from{};
    std::optional<Date> until;                 // last day
    std::vector<std::string> operators;        // empty = all
    std::vector<std::string> routes;           // route ids, empty = all
    std::vector<std::string> excluded_routes;  // route ids
    std::vector<std::string> districts;        // of the holder, empty = all
    std::optional<MemberKind> membership;      // of the link, none = both
    Source source;

    bool counts_on(const std::string& route) const;
    bool asks_age() const { return age_from > 0 || age_to < 200; }
};

enum class DiscountOrder : std::uint8_t { discount_then_half, half_then_discount };
enum class MissedAlight : std::uint8_t { error_at_next_boarding, overwrite };
enum class NoBoardingRecord : std::uint8_t { fare_from_first_stop, refuse };
enum class Collect : std::uint8_t { on_alighting, on_boarding };

struct OperatorTariff {
    std::string id;                  // "kanetsu"
    std::vector<Rounding> rounding;  // applies to half fares and discounts alike
    DiscountOrder order = DiscountOrder::discount_then_half;
    Source source;
};

// First and last day of a rule.
struct Validity {
    Date from{};  // the dawn of time unless the file says otherwise
    std::optional<Date> until;

    bool holds(Date day) const { return from <= day && (!until || day <= *until); }
    bool meets(const Validity& other) const  // on one day at least
    {
        return (!until || other.from <= *until) && (!other.until || from <= *other.until);
    }
};

// A named set of stops: for zone fares and for the area of a pass.
struct Zone {
    std::string id;
    std::vector<std::string> stops;  // GTFS stop, zone or parent station ids
    Source source;
};

// One price for the whole route, whatever the feed says.
struct FlatFare {
    std::string id;
    std::string operator_id;
    std::vector<std::string> routes;  // GTFS route ids
    fw::Yen fare{};
    std::optional<fw::Yen> cash_fare;   // where cash costs something else
    std::optional<fw::Yen> child_fare;  // instead of half
    Collect collect = Collect::on_alighting;
    Validity valid;
    Source source;
};

// A price between two places of a route, whatever the feed says. A place is a stop, a zone of the
// feed, or a zone of the tariff, which makes it a zone fare.
struct OdFare {
    std::string id;
    std::string operator_id;
    std::string route;  // empty = every route of the operator ("all" in the file)
    std::string from;
    std::string to;
    fw::Yen fare{};
    std::optional<fw::Yen> cash_fare;
    Validity valid;
    Source source;
};

// An area pass makes rides inside its area free; an amount pass covers so many yen of each ride.
enum class PassKind : std::uint8_t { area, amount };

// A pass product bound to a card, valid for `lasts` from its first use.
struct Pass {
    std::string id;
    int number = 0;  // on the wire, from 1, in file order
    PassKind kind = PassKind::area;
    fw::Yen price{};
    std::optional<fw::Yen> child_price;
    std::optional<fw::Yen> resident_price;  // in the portal, for those who live in the city
    fw::Nanos lasts{86'400'000'000'000};
    std::vector<std::string> operators;        // empty = all
    std::string area;                          // zone both ends must lie in; empty = everywhere
    std::vector<std::string> excluded_routes;  // route ids
    Source source;
};

// How the price of a commuter pass follows from the adult fare of its section:
// fare x rides a month x (1 - off), then x months x (1 - long_off), rounded half up to `unit`.
// In a fare box it is an amount pass over that fare.
struct CommuterPass {
    std::string id;
    std::string operator_id;
    int months = 1;
    int rides_a_month = 60;
    std::int32_t off_ppm = 0;
    std::int32_t long_off_ppm = 0;  // for more than one month
    fw::Yen unit{10};
    Source source;
};

// The most one card pays in a day; what was taken above it is given back by the cloud.
struct Cap {
    std::string id;
    int number = 0;  // from 1, in file order
    fw::Yen amount{};
    std::vector<std::string> operators;  // empty = all; their fares count together
    Validity valid;
    Source source;
};

// A ride the purse is too small for: the card is refused, or the ride is paid in cash at the cash
// fare (an IC fare holds only when one card pays it all).
enum class ShortBalance : std::uint8_t { refuse, cash_fare };
// What the cloud owes riders after adjustments: kept, or paid out as points at the day's end.
enum class PayOut : std::uint8_t { keep, points_at_day_end };

struct Tariff {
    std::string file;
    std::string id;
    std::vector<OperatorTariff> operators;
    std::vector<FlatFare> flat;
    std::vector<OdFare> od;
    std::vector<Zone> zones;
    std::vector<Discount> discounts;
    std::vector<Pass> passes;
    std::vector<CommuterPass> commuter_passes;
    std::vector<Cap> caps;
    std::optional<Merchants> merchants;
    bool age_reached_on_eve = true;  // Japanese age-count law; false: on the birthday
    fw::Yen balance_limit{20000};
    fw::Yen top_up_step{1000};
    fw::Yen top_up_refused_above{10000};
    MissedAlight missed_alight = MissedAlight::overwrite;
    NoBoardingRecord no_boarding_record = NoBoardingRecord::fare_from_first_stop;
    ShortBalance short_balance = ShortBalance::refuse;
    fw::Nanos cancel_within{600'000'000'000};  // a debit can be cancelled so long, assumed
    PayOut pay_out = PayOut::keep;
    fw::Yen pay_out_minimum{1};
};

}  // namespace sim
