// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/family_plan.h"

#include <algorithm>

#include "models/people/person_names.h"

namespace model
{

namespace
{

// Own numbering of a family's draws.
enum Draw : std::uint64_t {
    draw_kind,
    draw_birth,
    draw_leap,
    draw_which_leap,
    draw_withdraws,
    draw_names = 10,
};

constexpr int pregnancy = 280, joins_after = 70;  // days
constexpr int not_born_yet = 210;                 // days ahead at most

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario),
          service_(*scenario.mother_child),
          residents_(residents),
          stream_(scenario.seed, "families")
    {
    }

    Family draw(std::uint64_t number, std::uint32_t mother, const Family* before) const
    {
        Family one;
        one.mother = mother;
        one.name = family_name_of(scenario_.seed, mother);
        one.district = scenario_.residents->population.districts[residents_[mother].district].id;
        one.protection = residents_[mother].protection;
        one.user = hex_name(stream_, number, draw_names);
        one.app = hex_name(stream_, number, draw_names + 1);
        one.serial = hex_name(stream_, number, draw_names + 2);
        one.withdraws = service_.returns &&
                        stream_.chance(service_.returns->withdrawn_ppm, number, draw_withdraws);
        const std::string kind = kind_of(number);
        const bool namesake = kind == "namesake" && before && before->children.size() == 1 &&
                              before->children[0].kind.empty();
        if (namesake) {
            one.name = before->name;
            one.district = before->district;
        }
        const CareDates dates = namesake ? before->children[0].dates : dates_of(number);
        for (int i = 0; i < (kind == "twin" ? 2 : 1); ++i)
            one.children.push_back(child(number, i, kind == "namesake" && !namesake ? "" : kind,
                                         dates, namesake ? before->children[0].given : ""));
        return one;
    }

private:
    std::string kind_of(std::uint64_t number) const
    {
        auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, number, draw_kind));
        const sim::FamilyKinds& kinds = service_.kinds;
        for (const auto& [share, word] :
             {std::pair{kinds.twins_ppm, "twin"}, std::pair{kinds.namesakes_ppm, "namesake"},
              std::pair{kinds.moved_ppm, "moved"}}) {
            if (pick < share) return word;
            pick -= share;
        }
        return "";
    }

    CareDates dates_of(std::uint64_t number) const
    {
        const sim::Date first = first_day_of(scenario_), today = scenario_.tariff_date;
        const auto span = static_cast<std::uint64_t>(today.days - first.days + not_born_yet);
        sim::Date birth{first.days +
                        static_cast<std::int32_t>(stream_.below(span, number, draw_birth))};
        const std::int32_t leap = service_.calendar ? service_.calendar->leap_births_ppm : 0;
        if (stream_.chance(leap, number, draw_leap))
            birth = leap_day(number, first, today).value_or(birth);
        const sim::Date week_zero{birth.days - pregnancy};
        return {std::max(first, sim::Date{week_zero.days + joins_after}), week_zero, birth};
    }

    std::optional<sim::Date> leap_day(std::uint64_t number, sim::Date first, sim::Date last) const
    {
        std::vector<sim::Date> days;
        for (int year = sim::civil_of(first).year; year <= sim::civil_of(last).year; ++year) {
            const sim::Date day = sim::date_of({year, 2, 28});
            const sim::Date next{day.days + 1};
            if (sim::civil_of(next).month == 2 && first < next && next < last) days.push_back(next);
        }
        if (days.empty()) return std::nullopt;
        return days[stream_.below(days.size(), number, draw_which_leap)];
    }

    FamilyChild child(std::uint64_t number, int place, const std::string& kind,
                      const CareDates& dates, const std::string& given) const
    {
        const auto key = number * 4 + static_cast<std::uint64_t>(place);
        const sim::RngStream names(scenario_.seed, "children");
        FamilyChild one;
        one.handbook = hex_name(names, key, 1);
        one.city_number = "k-" + std::to_string(1'000'000 + key);
        one.given = given.empty() ? drawn_name(names, key, 3) : given;
        one.kind = kind;
        one.dates = dates;
        return one;
    }

    const sim::Scenario& scenario_;
    const sim::MotherChild& service_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
};

}  // namespace

sim::Date first_day_of(const sim::Scenario& scenario)
{
    const auto& calendar = scenario.mother_child->calendar;
    return months_after(scenario.tariff_date, calendar ? -12 * calendar->years : -12);
}

std::vector<Family> draw_families(const sim::Scenario& scenario,
                                  const std::vector<Resident>& residents)
{
    const auto mothers = mothers_of(scenario, residents);
    const auto from = static_cast<std::size_t>(scenario.mother_child->registrations);
    const Drawer drawer(scenario, residents);
    std::vector<Family> all;
    for (std::size_t i = 0; i < static_cast<std::size_t>(scenario.mother_child->families); ++i)
        all.push_back(drawer.draw(i, mothers[from + i], all.empty() ? nullptr : &all.back()));
    return all;
}

}  // namespace model
