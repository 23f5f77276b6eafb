// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "models/people/riders.h"
#include "sim/record/recorder.h"
#include "tests/support/small_city.h"

namespace model
{
class BusModule;
}

namespace test_support
{

// Keeps the rows of a run.
struct Rows final : sim::Recorder {
    void keep(const sim::TapRow& row) override { taps.push_back(row); }
    void keep(const sim::CloudRow& row) override { cloud.push_back(row); }
    void keep(const sim::PostingRow& row) override { postings.push_back(row); }
    void keep(const sim::StopVisitRow& row) override { visits.push_back(row); }
    void keep(const sim::BatchRow& row) override { batches.push_back(row); }
    void keep(const sim::NoteRow& row) override { notes.push_back(row); }
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const box = std::get_if<sim::BoxRow>(&row))
            if (const auto* const close = std::get_if<sim::DayCloseRow>(box))
                closes.push_back(*close);
    }

    fw::Yen balance(sim::AccountKind kind, std::uint32_t number = 0) const;
    std::vector<fw::TapVerdict> verdicts(std::uint32_t rider) const;

    std::vector<sim::TapRow> taps;
    std::vector<sim::CloudRow> cloud;
    std::vector<sim::PostingRow> postings;
    std::vector<sim::StopVisitRow> visits;
    std::vector<sim::BatchRow> batches;
    std::vector<sim::NoteRow> notes;
    std::vector<sim::DayCloseRow> closes;
};

// One bus of operator north in a real kernel: a line of six stops from 07:30, every ride 150 yen,
// riders named by the test. Nothing is left to chance: doors take 4 s, a card rider 1 s to board
// and 2 s to alight, a cash rider 2 s and 7 s; cards stay in the field for 2 s, no frame is lost.
class BusDay
{
public:
    BusDay();

    // Before run(), in order of trip and boarding stop; returns the rider's number.
    std::uint32_t by_card(std::uint16_t board, std::uint16_t alight, fw::Yen purse = {1000});
    std::uint32_t by_cash(std::uint16_t board, std::uint16_t alight);
    void next_trip(std::int32_t departure);
    sim::Fault& fault(sim::FaultKind kind, fw::Nanos at, fw::Nanos lasts);
    // A change of tariff makes every ride 170 yen.
    sim::Change& change(sim::ChangeKind kind, fw::Nanos at);
    // An edition of the lists that blocks this rider's card; call in order of time.
    void report_lost(std::uint32_t rider, fw::Nanos at) { lost_.emplace_back(at, rider); }

    // For a bench: what is done with the bus when it was made, and what runs the kernel then.
    std::function<void(model::BusModule&)> made;
    std::function<void()> run_kernel;

    void run();  // once a process: to the last event and the day's end
    fw::Yen purse_after(std::uint32_t rider) const;
    std::int64_t in_journals = 0;  // after the run, as the boxes count it

    SmallCity city;
    Rows rows;

private:
    model::Rider& rider(std::uint16_t board, std::uint16_t alight);

    std::uint32_t line_;
    std::vector<std::int32_t> departures_;
    model::People people_;
    std::vector<std::pair<fw::Nanos, std::uint32_t>> lost_;
    std::vector<fw::Yen> left_;  // by card, after the run
};

}  // namespace test_support
