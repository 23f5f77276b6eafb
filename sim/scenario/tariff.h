// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/base/date.h"

// A city's fare rules as data: what `tariff.yaml` says, nothing computed yet. Firmware receives
// compiled tables made from it; the fare oracle reads the same rules as SQL rows.
namespace sim
{

struct Source {
    std::string text;      // document or decision the rule comes from
    bool assumed = false;  // status: published | assumed
    int line = 0;          // line of tariff.yaml
};

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

// Percentage taken off for a linked card whose holder belongs to the class on the day.
struct Discount {
    std::string id;                // "senior", "youth"
    int number = 0;                // discount class number on the wire, from 1, in file order
    std::int32_t percent_ppm = 0;  // 10 % = 100000
    bool residents_only = true;
    int age_from = 0;
    int age_to = 200;                 // inclusive
    bool age_by_fiscal_year = false;  // age at the end of the fiscal year (31 March)
    Date from{};
    std::optional<Date> until;                 // last day
    std::vector<std::string> operators;        // empty = all
    std::vector<std::string> excluded_routes;  // route ids
    Source source;
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

// One price for the whole route, whatever the feed says.
struct FlatFare {
    std::string id;
    std::string operator_id;
    std::vector<std::string> routes;  // GTFS route ids
    fw::Yen fare{};
    std::optional<fw::Yen> child_fare;  // instead of half
    Collect collect = Collect::on_alighting;
    Source source;
};

// A price between two stops (GTFS stop or zone ids) of a route, whatever the feed says.
struct OdFare {
    std::string id;
    std::string operator_id;
    std::string route;  // empty = every route of the operator
    std::string from;
    std::string to;
    fw::Yen fare{};
    Source source;
};

struct Tariff {
    std::string file;
    std::string id;
    std::vector<OperatorTariff> operators;
    std::vector<FlatFare> flat;
    std::vector<OdFare> od;
    std::vector<Discount> discounts;
    bool age_reached_on_eve = true;  // Japanese age-count law; false: on the birthday
    fw::Yen balance_limit{20000};
    fw::Yen top_up_step{1000};
    fw::Yen top_up_refused_above{10000};
    MissedAlight missed_alight = MissedAlight::overwrite;
    NoBoardingRecord no_boarding_record = NoBoardingRecord::fare_from_first_stop;
};

}  // namespace sim
