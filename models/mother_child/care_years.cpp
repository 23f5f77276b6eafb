// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/care_years.h"

#include <algorithm>

namespace model
{

namespace
{

// Own numbering of a course's draws, ten a dose; and of a night's.
enum Draw : std::uint64_t { draw_never, draw_late, draw_early, draw_days_early, draw_delay };

// All *assumed*.
constexpr std::int32_t enters_before = 14;  // days before the dose is due
constexpr std::uint64_t latest = 25, most_early = 6, most_delay = 4;

}  // namespace

CareYears::CareYears(const sim::Scenario& scenario, CareDesk& desk, sim::Recorder& recorder)
    : scenario_(scenario),
      rules_(*scenario.mother_child->calendar),
      desk_(desk),
      recorder_(recorder),
      stream_(scenario.seed, "care years")
{
    record_rules();
}

void CareYears::record_rules() const
{
    for (const sim::AgeMessage& one : rules_.schedule.messages)
        recorder_.service(sim::CareRuleRow{one.id, one.weeks ? "week" : "month", one.at,
                                           one.source.text,
                                           one.source.assumed ? "assumed" : "published"});
    for (const sim::VaccineDose& one : rules_.schedule.doses)
        recorder_.service(sim::DoseRuleRow{one.vaccine, one.dose, one.from_month, one.until_month,
                                           one.after_days, one.source.text,
                                           one.source.assumed ? "assumed" : "published"});
}

void CareYears::add(const CareDates& child)
{
    recorder_.service(sim::CareChildRow{std::ssize(children_), sim::to_string(child.joined),
                                        sim::to_string(child.week_zero),
                                        sim::to_string(child.birth)});
    desk_.calendar().add(child);
    children_.push_back(child);
    std::vector<Course> courses;
    for (const sim::VaccineDose& one : rules_.schedule.doses)
        if (one.dose == 1) courses.push_back({one.vaccine, Stage::asks, child.birth, {}, 1});
    courses_.push_back(std::move(courses));
}

void CareYears::run()
{
    for (sim::Date day = first_day_of(scenario_); day < scenario_.tariff_date; ++day.days) {
        night(day);
        for (std::size_t child = 0; child < courses_.size(); ++child)
            for (std::size_t which = 0; which < courses_[child].size(); ++which)
                if (courses_[child][which].day <= day) act(child, which, day);
    }
    night(scenario_.tariff_date);
    for (std::size_t child = 0; child < courses_.size(); ++child)
        for (const Course& course : courses_[child])
            if (course.stage == Stage::enters) open_.push_back({child, course.vaccine, course.due});
}

void CareYears::night(sim::Date day)
{
    const bool today = day == scenario_.tariff_date;
    const bool ran = today || !stream_.chance(rules_.missed_night_ppm,
                                              static_cast<std::uint64_t>(day.days), ~0ULL);
    recorder_.service(sim::CareNightRow{sim::to_string(day), ran ? 1 : 0});
    if (!ran) return;
    const std::vector<CareSent> sent = desk_.calendar().night(day);
    for (const CareSent& one : sent)
        recorder_.service(sim::CareMessageRow{static_cast<std::int64_t>(one.child), one.rule,
                                              one.dose, sim::to_string(day)});
    if (today) desk_.keep(sent);
}

void CareYears::act(std::size_t child, std::size_t which, sim::Date day)
{
    Course& course = courses_[child][which];
    const std::uint64_t key = (child * 64 + which) * 32 + static_cast<std::uint64_t>(course.dose);
    if (course.stage == Stage::over || day < children_[child].joined) return;
    if (course.stage == Stage::asks) return ask(child, course, day, key);
    if (course.stage == Stage::enters) return enter(child, course, day, key);
    desk_.calendar().given(child, course.vaccine, day);
    given_.push_back({child, course.vaccine, course.dose, day});
    recorder_.service(sim::CareDoseRow{static_cast<std::int64_t>(child), course.vaccine,
                                       course.dose, sim::to_string(day)});
    course.stage = Stage::asks;
    ++course.dose;
}

void CareYears::ask(std::size_t child, Course& course, sim::Date day, std::uint64_t key)
{
    const auto due = desk_.calendar().next_dose(child, course.vaccine);
    recorder_.service(sim::CareDueRow{static_cast<std::int64_t>(child), course.vaccine, course.dose,
                                      sim::to_string(day), due ? sim::to_string(*due) : ""});
    const bool never = stream_.chance(rules_.never_ppm, key, draw_never);
    course.stage = due && !never ? Stage::enters : Stage::over;
    if (!due) return;
    course.due = *due;
    course.day = std::max(sim::Date{day.days + 1}, sim::Date{due->days - enters_before});
}

void CareYears::enter(std::size_t child, Course& course, sim::Date day, std::uint64_t key)
{
    const auto days = [&](std::uint64_t most, Draw draw) {
        return static_cast<std::int32_t>(stream_.below(most, key, draw));
    };
    if (stream_.chance(rules_.too_early_ppm, key, draw_early))
        desk_.plan(child, course.vaccine, day,
                   {course.due.days - 1 - days(most_early, draw_days_early)});
    const sim::Date planned = std::max(day, sim::Date{course.due.days + days(latest, draw_late)});
    const bool noted = desk_.plan(child, course.vaccine, day, planned).empty();
    course.stage = noted ? Stage::waits : Stage::over;
    course.day = {planned.days + days(most_delay, draw_delay)};
}

}  // namespace model
