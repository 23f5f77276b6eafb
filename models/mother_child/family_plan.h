// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mother_child/child_calendar.h"
#include "models/mother_child/registration_plan.h"

// Families who registered for the service for mother and child earlier (services.md S44, S45), and
// their children, born or not yet. Two children in one family of one birth date are twins; two in
// different families with the same name, birth date and district are namesakes. All are invented.
namespace model
{

struct FamilyChild {
    std::string handbook, city_number;
    std::string given;
    std::string kind;  // twin | namesake | moved, empty = none
    CareDates dates;
};

struct Family {
    std::uint32_t mother = 0;
    std::string user, app, serial;
    std::string name, district;
    bool protection = false;
    bool withdraws = false;
    std::vector<FamilyChild> children;
};

std::vector<Family> draw_families(const sim::Scenario& scenario,
                                  const std::vector<Resident>& residents);
// The first day of the calendar's years.
sim::Date first_day_of(const sim::Scenario& scenario);

}  // namespace model
