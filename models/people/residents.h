// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/people/riders.h"
#include "sim/record/service_rows.h"

// Everybody who lives in the city and round it, as rows: who may claim what, and by which means.
// All of them are invented.
namespace model
{

enum class Licence : std::uint8_t { none, holds, returned };  // to drive a car
enum class Condition : std::uint8_t { none, disabled, care, illness, pregnant };

struct Resident {
    static constexpr std::uint32_t no_card = 0xFFFFFFFF;

    sim::Date birth{};
    std::uint32_t card = no_card;  // number of the transit card in the run
    std::uint16_t district = 0;    // into ResidentParameters::districts
    Licence licence = Licence::none;
    Condition condition = Condition::none;
    bool my_number_card = false;
    bool signature = false;  // the card has a signature certificate: none below 15
    bool smartphone = false;
    std::uint8_t access = 0;  // in the n-th class of those with limits, 0: in none
    bool protection = false;  // nobody may be told where they are (services.md P8)
};

// The scenario's number of residents; the holders of the run's transit cards come first, in order
// of their cards (all of them even where the number is smaller).
std::vector<Resident> draw_residents(const sim::Scenario& scenario, const People& people);

bool lives_in(const sim::ResidentParameters& parameters, const Resident& resident,
              const std::string& municipality);
// Its number among the classes, drawn apart from all else; 0: none.
std::uint8_t draw_access(const sim::Scenario& scenario, std::uint64_t who,
                         const Resident& resident);
// None: in no class of those with limits (services.md S41).
const sim::AccessClass* access_of(const sim::Scenario& scenario, const Resident& resident);
Hands hands_of(const sim::Scenario& scenario, const Resident& resident);
// As the judge is told.
sim::ResidentRow row_of(const sim::ResidentParameters& parameters, const Resident& resident,
                        std::uint32_t number);

}  // namespace model
