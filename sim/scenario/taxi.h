// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"

// The city's taxi subsidy (Maitaku): its rules as data, a file of their own, and how much of the
// service a scenario runs. services.md A.3, S21 to S27; what its documents leave open (A.10) is a
// parameter here.
namespace sim
{

enum class YearStart : std::uint8_t { fiscal_year, calendar_year };    // 1 April, 1 January
enum class SubsidyRounding : std::uint8_t { exact, floor10, ceil10 };  // of half a fare
enum class WithOthers : std::uint8_t { single, group };                // one registrant among us
enum class GroupClamp : std::uint8_t { fare, none };                   // most a group is given
enum class RideDay : std::uint8_t { boarding, alighting };             // of a ride over midnight
enum class OutOfQuota : std::uint8_t { excluded, refuses_group };      // a member without a ride
enum class AgeReached : std::uint8_t { eve, birthday };

// Who may register: of at least this age, and with this licence or condition where one is named.
struct TaxiClass {
    std::string id;
    std::int32_t from_age = 0;
    std::string licence;    // none | returned, empty: whichever
    std::string condition;  // disabled | care | illness | pregnant, empty: whichever
    std::string source;
    bool assumed = false;
};

// Where the value of one rule comes from.
struct TaxiSource {
    std::string rule;  // key of the rule: "cap"
    std::string source;
    bool assumed = false;
};

struct TaxiSubsidy {
    std::string file;
    std::string id;
    std::int32_t share_ppm = 500000;
    fw::Yen cap{1000};   // alone
    fw::Yen group{500};  // each of several
    std::int32_t per_day = 2, per_year = 120;
    YearStart year = YearStart::fiscal_year;
    SubsidyRounding rounding = SubsidyRounding::exact;
    WithOthers with_others = WithOthers::single;
    GroupClamp group_clamp = GroupClamp::fare;
    RideDay ride_day = RideDay::boarding;
    OutOfQuota out_of_quota = OutOfQuota::excluded;
    AgeReached age_reached = AgeReached::eve;
    std::vector<TaxiClass> eligible;
    std::vector<TaxiSource> sources;
};

enum class OfflineRides : std::uint8_t { card_counter, refuse };

// One day of it. People, rides and vouchers are drawn before the run; shares are *assumed*.
struct TaxiService {
    std::string rules_file;
    TaxiSubsidy rules;
    std::int32_t cabs = 20, companies = 3, rides = 200;
    std::int32_t registrants = 200;                        // registered before the day
    std::int32_t applicants = 0;                           // come to the city's counter today
    std::int32_t group_ppm = 200000, others_ppm = 100000;  // several registrants, somebody else too
    std::int32_t frequent_ppm = 150000;    // by people who ride three times a day and more
    std::int32_t paper_ppm = 0;            // paid with a paper voucher
    std::int32_t night_ppm = 0;            // board in the last half hour before midnight
    std::int32_t stranger_ppm = 0;         // by somebody who never registered
    std::int32_t two_taxis_ppm = 0;        // the card goes on in a second taxi meanwhile
    std::int32_t same_card_ppm = 0;        // of groups: one card touched twice
    std::int32_t no_meter_ppm = 0;         // driver keys zero first
    std::int32_t nearly_used_ppm = 50000;  // of registrants: one ride left this year
    std::int32_t expired_ppm = 0;          // of registrants: registration ended yesterday
    std::string card_file = "../card/my_number.yaml";  // that riders hold, from the scenario's file
    OfflineRides offline = OfflineRides::card_counter;
    bool pin = true;                            // of the authentication certificate
    fw::Nanos deadline{3'000'000'000};          // longest wait of a tablet for the office
    fw::Nanos keyed_after{10'800'000'000'000};  // paper: from the ride to the clerk
    int line = 0;
};

}  // namespace sim
