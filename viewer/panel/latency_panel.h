// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/latency.h"
#include "viewer/panel/kept.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"
#include "viewer/plot/plot.h"

namespace view
{

// How long taps took: the distribution of one length with its budgets, all hops side by side, the
// readers and the longest taps.
class LatencyPanel
{
public:
    void draw(Session& session);

private:
    struct Question {
        Length length = Length::tap_time;
        std::optional<std::uint32_t> operator_index, device;
        int revision = -1;
        bool operator==(const Question&) const = default;
    };
    struct Answer {
        Distribution taps;
        std::vector<Budget> budgets;
        std::vector<SlowTap> slowest;
        Table slow_table;
    };
    struct Devices {
        std::vector<DeviceLatency> rows;
        Table table;
    };
    static Devices devices_of(const Session& session);
    void draw_choice(Session& session);
    void draw_distribution(Session& session, const Answer& answer);
    static void mark(Plot& plot, const Words& say, const Answer& answer);
    void draw_hops(Session& session);
    void draw_devices(Session& session);
    void draw_slowest(Session& session, const Answer& answer);
    Answer answer_of(const Session& session) const;

    Length length_ = Length::tap_time;
    std::optional<std::uint32_t> device_;
    SaveBar save_;
    Kept<Question, Answer> answer_;
    Kept<Question, Table> hops_;
    Kept<int, Devices> devices_;
};

}  // namespace view
