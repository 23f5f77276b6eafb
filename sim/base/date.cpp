// SPDX-License-Identifier: Apache-2.0
#include "sim/base/date.h"

#include <fmt/format.h>

#include <chrono>

namespace sim
{

namespace
{
std::optional<int> digits(std::string_view text)
{
    if (text.empty() || text.size() > 6) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}
}  // namespace

Date date_of(const CivilDate& civil)
{
    using namespace std::chrono;
    const sys_days days = year{civil.year} / month{static_cast<unsigned>(civil.month)} /
                          day{static_cast<unsigned>(civil.day)};
    return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

CivilDate civil_of(Date date)
{
    using namespace std::chrono;
    const year_month_day civil{sys_days{days{date.days}}};
    return {int{civil.year()}, static_cast<int>(unsigned{civil.month()}),
            static_cast<int>(unsigned{civil.day()})};
}

int weekday_of(Date date)
{
    return ((date.days % 7) + 10) % 7;
}

std::optional<Date> parse_date(std::string_view text)
{
    std::string_view y, m, d;
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        y = text.substr(0, 4), m = text.substr(5, 2), d = text.substr(8, 2);
    } else if (text.size() == 8) {
        y = text.substr(0, 4), m = text.substr(4, 2), d = text.substr(6, 2);
    } else {
        return std::nullopt;
    }
    const auto year = digits(y), month = digits(m), day = digits(d);
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day civil{std::chrono::year{*year},
                                            std::chrono::month{static_cast<unsigned>(*month)},
                                            std::chrono::day{static_cast<unsigned>(*day)}};
    if (!civil.ok()) return std::nullopt;
    return date_of({*year, *month, *day});
}

std::string to_string(Date date)
{
    const CivilDate civil = civil_of(date);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::optional<std::int32_t> parse_service_time(std::string_view text)
{
    const auto first = text.find(':');
    if (first == std::string_view::npos || first + 6 != text.size() || text[first + 3] != ':')
        return std::nullopt;
    const auto hours = digits(text.substr(0, first));
    const auto minutes = digits(text.substr(first + 1, 2));
    const auto seconds = digits(text.substr(first + 4, 2));
    if (!hours || !minutes || !seconds || first > 3 || *minutes > 59 || *seconds > 59)
        return std::nullopt;
    return (*hours * 60 + *minutes) * 60 + *seconds;
}

std::string service_time_text(std::int32_t seconds)
{
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

int age_on(Date birth, Date day, bool eve)
{
    const CivilDate born = civil_of(birth);
    const CivilDate today = civil_of(eve ? Date{day.days + 1} : day);
    const bool before_birthday =
        today.month < born.month || (today.month == born.month && today.day < born.day);
    return today.year - born.year - (before_birthday ? 1 : 0);
}

}  // namespace sim
