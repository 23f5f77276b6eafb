// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/identity/card_holder.h"
#include "models/lecture/lecture_plan.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"

namespace model
{

// What phones and doors of a run share.
struct LectureGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    sim::FaceRates faces;
    LecturePlan plan;
    std::vector<std::string> guests;  // whose faces the doors know, by purchase; empty: nobody's
    std::function<HeldCard(std::uint32_t resident)> card_of;
    std::function<std::string(std::uint32_t resident)> name_of;  // as a guest
    std::shared_ptr<const MyNumberProfile> other_card;           // another issuer's
    ApduReaderTimes reader;
    sim::Quantiles handling, pin_entry, capture, match, walking;
    sim::RngStream stream;

    const sim::Lectures& rules() const { return *scenario.lectures; }
};

// The card on a desk's reader, whose PIN its holder types.
struct LectureCard {
    std::uint32_t flow = 0, resident = 0;
    fw::Nanos handling{}, pin_entry{};
    LectureHitch hitch = LectureHitch::none;
};

struct LectureProof {
    sim::Form request;      // with what the card has signed
    std::string failure{};  // empty: signed
};

// The card signs a challenge of the office after its PIN.
LectureProof prove(Desk& desk, const LectureGround& ground, const LectureCard& card,
                   sim::Form request);

std::optional<sim::Form> ask_office(Desk& desk, const LectureGround& ground,
                                    const sim::Form& request);
// Empty: the office answered what was wanted.
std::string why_refused(const std::optional<sim::Form>& reply, const char* wanted);
bool is_silence(const std::string& why);

}  // namespace model
