// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "models/bus/frame_tape.h"
#include "models/bus/touch_unit.h"
#include "models/card/transit_card.h"

// A fare box as it was before there were attributes: same reader, same memory, same touch, on a
// copy of the card, but no list of attributes and nobody to ask. It stands beside the real one for
// the judge, who compares what a card without a link hears from both (services.md S08). Nothing of
// it reaches a card, the journal or the cloud.
namespace model
{

class PlainBox final : private CloudLine
{
public:
    PlainBox(TouchUnitConfig config, const sim::RngStream& stream,
             const std::shared_ptr<const StandInCipher>& cipher);

    // The touch that `real` is about to serve.
    void hear(const TouchUnit& real, Presentation presentation, fw::Tables tables,
              const fw::TripState& trip, fw::Nanos start);
    // What came of it, under the number of the real tap.
    void record(const fw::TapKey& key, sim::Recorder& recorder) const;

private:
    void send(sim::UplinkBatch&&) override {}
    fw::AttributeAnswer ask(const fw::AttributeQuery&, fw::Nanos, fw::Nanos&) override
    {
        ++questions_;
        return {};
    }

    TouchUnit unit_;
    FrameTape frames_;
    std::array<TransitCard, 2> cards_;
    fw::Tap tap_;
    std::int64_t questions_ = 0;  // of the touch
};

}  // namespace model
