// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/record/recorder.h"

// A tiny invented run for tests: one operator, one route of four stops, one bus with an entry
// reader (1) and an exit reader (2), cards that never belonged to anybody. Rows can be spoilt
// before they are written.
namespace sim::test
{

struct SmallRun {
    SmallRun();

    // Card `card` boards at stop `board` and pays `fare` at stop `alight`; every book is right.
    // Returns the index of the alighting tap in `taps`.
    std::size_t ride(std::uint32_t card, std::uint16_t board, std::uint16_t alight, int fare);
    // One tap with the balances worked out from the card's purse; nothing is posted.
    TapRow& tap(std::uint32_t card, fw::TapKind kind, std::uint16_t board, std::uint16_t alight);
    void post_fare(const TapRow& tap);
    void deliver(const TapRow& tap);

    CityRows city() const;
    void hand_to(Recorder& recorder, Outcome outcome = Outcome::complete) const;
    // Writes the run to `file` and returns it.
    std::string write(const std::string& name, Outcome outcome = Outcome::complete) const;

    Scenario scenario;
    Timetable timetable;
    std::vector<TapRow> taps;
    std::vector<CloudRow> clouds;
    std::vector<PostingRow> postings;
    std::vector<CardRow> cards;
    std::vector<FrameRow> frames;
    std::vector<CheckpointRow> checkpoints;
    std::vector<StatementRow> statements;
    std::vector<ResidentRow> residents;
    std::vector<FlowRow> flows;
    std::vector<MessageRow> messages;
    std::vector<LinkRow> links;
    std::vector<ServiceRow> others;

private:
    std::int64_t now_ = 27'000'000'000'000;  // 07:30
    std::uint32_t sequence_[3] = {0, 0, 0};
};

std::string scratch_file(const std::string& name);

constexpr std::int64_t ms = 1'000'000;

}  // namespace sim::test
