// SPDX-License-Identifier: Apache-2.0
#include "sim/app/chosen_frames.h"

#include <algorithm>
#include <utility>

namespace app
{

ChosenFrames::ChosenFrames(std::unique_ptr<sim::Recorder> next, std::vector<fw::TapKey> taps)
    : next_(std::move(next)), taps_(std::move(taps))
{
}

void ChosenFrames::keep(const sim::FrameRow& row)
{
    if (std::find(taps_.begin(), taps_.end(), row.key) != taps_.end()) next_->frame(row);
}

}  // namespace app
