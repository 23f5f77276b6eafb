// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/bus/face_matcher.h"
#include "models/people/everyone.h"

// Who buys a ticket for a lecture, who stands at which door when and with whose ticket (services.md
// S33). Drawn beforehand.
namespace model
{

enum class LectureHitch : std::uint8_t { none, forgotten_pin, wrong_card, sent_again };

const char* word_of(LectureHitch hitch);

struct LectureBuy {
    fw::Nanos at{};
    std::uint32_t resident = 0;
    LectureHitch hitch = LectureHitch::none;
};

struct LectureVisit {
    std::int64_t number = 0;  // from 1
    fw::Nanos at{};
    std::int32_t door = 1;
    std::uint32_t resident = 0;
    std::optional<std::size_t> buy{};  // whose ticket they come with
    Face face;                         // registered are those who buy, by number of the purchase
};

struct LecturePlan {
    std::vector<LectureBuy> buys;      // by time
    std::vector<LectureVisit> visits;  // by time
};

// ScenarioError when fewer people hold a card than buy. Who is sent buys last and comes.
LecturePlan draw_lectures(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                          const std::vector<Attempt>& attempts = {});

}  // namespace model
