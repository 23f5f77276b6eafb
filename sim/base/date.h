// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Civil dates of the proleptic Gregorian calendar and times of a service day.
namespace sim
{

struct Date {
    std::int32_t days = 0;  // since 1970-01-01
    constexpr auto operator<=>(const Date&) const = default;
};

struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

Date date_of(const CivilDate& civil);
CivilDate civil_of(Date date);
int weekday_of(Date date);                              // 0 = Monday
std::optional<Date> parse_date(std::string_view text);  // "2026-04-01" or "20260401"
std::string to_string(Date date);                       // "2026-04-01"

// "07:30:00", "7:30:00" and times past midnight of the service day such as "25:10:00"; seconds.
std::optional<std::int32_t> parse_service_time(std::string_view text);
std::string service_time_text(std::int32_t seconds);  // "07:30:00"

// Whole years lived on `day`. `eve` = the Japanese age-count law, by which an age is reached at
// the end of the day before the birthday; otherwise it is reached on the birthday.
int age_on(Date birth, Date day, bool eve);

}  // namespace sim
