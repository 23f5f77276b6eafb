// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_grid.h"

#include "firmware/protocol/felica.h"

namespace app
{

namespace
{

struct Heard {
    fw::Nanos start{}, end{};
    bool from_card = false;
    std::uint8_t code = 0;
};

class Ears final : public model::FrameListener
{
public:
    void on_frame(const model::FrameOnAir& frame) override
    {
        heard.push_back({frame.start, frame.end, frame.from_card, frame.packet[1]});
    }
    std::vector<Heard> heard;
};

std::string command_name(std::uint8_t code)
{
    using namespace fw::felica;
    switch (code) {
        case polling:
            return "poll";
        case request_service:
            return "select";
        case authentication1:
            return "auth 1";
        case authentication2:
            return "auth 2";
        case read_secure:
            return "read";
        case write_secure:
            return "write";
        default:
            return "command " + std::to_string(code);
    }
}

// Two steps a frame: the frame, and what happens until the next one begins.
std::vector<TearStep> steps_of(const std::vector<Heard>& heard, fw::Nanos start, fw::Nanos end)
{
    std::vector<TearStep> steps{{"field", {}, heard.front().start - start, {}}};
    std::string command;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const Heard& frame = heard[i];
        if (!frame.from_card) command = command_name(frame.code);
        const fw::Nanos next = i + 1 < heard.size() ? heard[i + 1].start : end;
        steps.push_back({command + (frame.from_card ? ": answer on air" : ": command on air"),
                         frame.start - start,
                         frame.end - start,
                         {}});
        steps.push_back({command + (frame.from_card ? ": box works" : ": card works"),
                         frame.end - start,
                         next - start,
                         {}});
    }
    return steps;
}

// From the first instant of the step to its last one, both included.
void set_points(TearStep& step, std::size_t count)
{
    const std::int64_t last = step.to.count - 1 - step.from.count;
    for (std::size_t i = 0; i < count; ++i) {
        const auto part =
            last * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(count - 1);
        step.points.push_back(step.from + fw::Nanos{part});
    }
}

}  // namespace

std::size_t TearGrid::points() const
{
    std::size_t sum = 0;
    for (const TearStep& step : steps) sum += step.points.size();
    return sum;
}

TearGrid tear_grid(const TearLine& line, TornTap tap, std::size_t points)
{
    TearGrid grid{tap, {}};
    TearRide ride(line, pattern_of(tap), false);
    begin_ride(ride, line, tap);
    Ears ears;
    TearRide::Touch touch = touch_of(line, tap);
    touch.ears = &ears;
    const fw::Tap whole = ride.touch(TearRide::rider, touch);
    const bool known = tap != TornTap::cancel || whole.event.kind == fw::TapKind::cancel;
    if (whole.event.verdict != fw::TapVerdict::accepted || !known) return grid;

    grid.steps = steps_of(ears.heard, ride.last_start(), ride.last_end());
    const std::size_t count = grid.steps.size();
    for (std::size_t i = 0; i < count; ++i)
        set_points(grid.steps[i], std::max<std::size_t>(2, (points + i) / count));
    return grid;
}

}  // namespace app
