// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/child_calendar.h"

#include <algorithm>

namespace model
{

namespace
{

int days_in(int year, int month)
{
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

sim::Date months_after(sim::Date day, int months)
{
    sim::CivilDate civil = sim::civil_of(day);
    const int from_zero = civil.year * 12 + civil.month - 1 + months;
    civil.year = from_zero / 12;
    civil.month = from_zero % 12 + 1;
    civil.day = std::min(civil.day, days_in(civil.year, civil.month));
    return sim::date_of(civil);
}

std::size_t ChildCalendar::add(const CareDates& dates)
{
    Child child{dates, {}, 0, {}, {}};
    for (const sim::AgeMessage& rule : schedule_.messages) {
        const sim::Date due = rule.weeks ? sim::Date{dates.week_zero.days + 7 * rule.at}
                                         : months_after(dates.birth, rule.at);
        if (due < dates.joined || (rule.weeks && due >= dates.birth)) continue;
        child.messages.push_back({due, &rule});
    }
    std::stable_sort(child.messages.begin(), child.messages.end(),
                     [](const Message& a, const Message& b) { return a.due < b.due; });
    children_.push_back(std::move(child));
    return children_.size() - 1;
}

std::vector<CareSent> ChildCalendar::night(sim::Date day)
{
    std::vector<CareSent> sent;
    for (std::size_t number = 0; number < children_.size(); ++number) {
        Child& child = children_[number];
        for (; child.sent < child.messages.size(); ++child.sent) {
            const Message& next = child.messages[child.sent];
            if (next.due > day) break;
            sent.push_back({number, next.rule->id, 0});
        }
        for (const Plan& plan : child.plans)
            if (plan.planned <= day) sent.push_back({number, plan.vaccine, plan.dose});
        std::erase_if(child.plans, [day](const Plan& plan) { return plan.planned <= day; });
    }
    return sent;
}

const sim::VaccineDose* ChildCalendar::rule_of(const std::string& vaccine, std::int32_t dose) const
{
    for (const sim::VaccineDose& one : schedule_.doses)
        if (one.vaccine == vaccine && one.dose == dose) return &one;
    return nullptr;
}

std::int32_t ChildCalendar::doses_given(std::size_t child, const std::string& vaccine) const
{
    const auto found = children_[child].given.find(vaccine);
    return found == children_[child].given.end() ? 0
                                                 : static_cast<std::int32_t>(found->second.size());
}

std::optional<sim::Date> ChildCalendar::next_dose(std::size_t child,
                                                  const std::string& vaccine) const
{
    const Child& one = children_[child];
    const auto given = one.given.find(vaccine);
    const bool any = given != one.given.end() && !given->second.empty();
    const sim::VaccineDose* const rule = rule_of(vaccine, doses_given(child, vaccine) + 1);
    if (!rule) return std::nullopt;
    sim::Date due = months_after(one.dates.birth, rule->from_month);
    if (any) due = std::max(due, sim::Date{given->second.back().days + rule->after_days});
    if (due >= months_after(one.dates.birth, rule->until_month)) return std::nullopt;
    return due;
}

void ChildCalendar::given(std::size_t child, const std::string& vaccine, sim::Date day)
{
    children_[child].given[vaccine].push_back(day);
}

std::string ChildCalendar::plan(std::size_t child, const std::string& vaccine, sim::Date entered,
                                sim::Date planned)
{
    const auto due = next_dose(child, vaccine);
    const std::int32_t dose = doses_given(child, vaccine) + 1;
    if (!due) return "no_dose_due";
    if (planned < *due) return "too_early";
    if (planned < entered) return "past";
    if (planned >= months_after(children_[child].dates.birth, rule_of(vaccine, dose)->until_month))
        return "too_old";
    auto& plans = children_[child].plans;
    std::erase_if(plans, [&](const Plan& one) { return one.vaccine == vaccine; });
    plans.push_back({planned, vaccine, dose});
    return "";
}

}  // namespace model
