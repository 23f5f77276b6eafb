// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/clinic/consultation_words.h"
#include "models/clinic/online_plan.h"
#include "models/identity/card_holder.h"
#include "models/service/ask_again.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"

// What patients' phones, doctors' tablets and the billing office of a run share (services.md S61).
namespace model
{

struct OnlineGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    std::vector<OnlineVisit> visits;  // appointment n at n - 1
    std::function<HeldCard(std::uint32_t resident)> card_of;
    std::function<std::string(std::uint32_t resident)> name_of;  // in the clinic
    std::shared_ptr<const MyNumberProfile> other_card;           // another issuer's
    ApduReaderTimes reader;
    sim::Quantiles answering, talk, charting, drop, held_up, handling, pin_entry;
    sim::RngStream stream;

    const sim::OnlineClinic& rules() const { return *scenario.online_clinic; }
    fw::Nanos drawn(const sim::Quantiles& times, std::int64_t visit, std::uint64_t draw) const
    {
        return times.at(stream.bits(static_cast<std::uint64_t>(visit), draw));
    }
    bool chance(std::int32_t ppm, std::int64_t visit, std::uint64_t draw) const
    {
        return stream.chance(ppm, static_cast<std::uint64_t>(visit), draw);
    }
    void record(const sim::AnyOnlineRow& row) const { recorder.service(row); }
};

// Own numbering of the draws of an appointment while it lasts.
enum OnlineTime : std::uint64_t {
    online_answering,
    online_talk,
    online_charting,
    online_drop,
    online_handling,
    online_pin_entry,
    online_late,
    online_held_up,
    online_wrong_fee,
    online_curious,
    online_whose_chart,
};

}  // namespace model
