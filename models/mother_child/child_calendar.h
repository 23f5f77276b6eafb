// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "sim/base/date.h"
#include "sim/scenario/mother_child.h"

// Which message is sent on which day, and when the next dose of a vaccine is due (services.md S44).
// A child is so many months old on that day of the month; where the month is too short, on its last
// day (*assumed*: the rule of the civil code for periods of months). Pure date arithmetic.
namespace model
{

sim::Date months_after(sim::Date day, int months);

struct CareDates {
    sim::Date joined{};     // the family uses the service from then on
    sim::Date week_zero{};  // of the pregnancy
    sim::Date birth{};
};

// What is sent: a message of the schedule, or the reminder of a planned dose.
struct CareSent {
    std::size_t child = 0;
    std::string rule;  // of the schedule, or the vaccine
    std::int32_t dose = 0;
};

class ChildCalendar
{
public:
    explicit ChildCalendar(const sim::ChildSchedule& schedule) : schedule_(schedule) {}

    std::size_t add(const CareDates& child);
    // Everything that has become due up to this day and was not sent yet.
    std::vector<CareSent> night(sim::Date day);
    // First day of the next dose; none: no more of it, or the child is too old by then.
    std::optional<sim::Date> next_dose(std::size_t child, const std::string& vaccine) const;
    std::int32_t doses_given(std::size_t child, const std::string& vaccine) const;
    void given(std::size_t child, const std::string& vaccine, sim::Date day);
    // A date for the next dose is entered; empty, or why it is refused.
    std::string plan(std::size_t child, const std::string& vaccine, sim::Date entered,
                     sim::Date planned);

private:
    struct Message {
        sim::Date due{};
        const sim::AgeMessage* rule = nullptr;
    };
    struct Plan {
        sim::Date planned{};
        std::string vaccine;
        std::int32_t dose = 0;
    };
    struct Child {
        CareDates dates;
        std::vector<Message> messages;  // by day
        std::size_t sent = 0;
        std::vector<Plan> plans;                              // not reminded of yet
        std::map<std::string, std::vector<sim::Date>> given;  // by vaccine
    };

    const sim::VaccineDose* rule_of(const std::string& vaccine, std::int32_t dose) const;

    const sim::ChildSchedule& schedule_;
    std::vector<Child> children_;
};

}  // namespace model
