// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "hil/bridge/bench_reader.h"
#include "hil/bridge/paced_reader.h"
#include "hil/reader/pseudonyms.h"
#include "hil/reader/reader_process.h"
#include "hil/tape/recording_reader.h"
#include "hil/tape/tape_reader.h"
#include "hil/virtual/card_field.h"
#include "hil/virtual/pn532_server.h"
#include "models/bus/touch_unit.h"
#include "sim/app/bench_plan.h"

// One fare box of the bench: everything between its touch unit and the reader on the desk, or the
// tape of one. Cards that people hold are renamed next to the reader, below everything that looks
// at them or writes them down.
namespace app
{

class BenchSeat
{
public:
    struct Parts {
        const sim::BenchDevice& device;
        const BenchPlan& plan;
        std::string scenario;  // digest of the resolved one
        std::uint64_t seed = 0;
        std::uint32_t reader = 0;  // device number
        sim::Pacer& pacer;
        sim::WallClock& wall;
        std::function<std::string(const model::TransitCard*)> name_of_card;  // for people
        hil::HashKey key{};  // of this run's pseudonyms
    };
    // Opens the reader. Throws NotHere when it is absent, ScenarioError for a tape that is none.
    explicit BenchSeat(const Parts& parts);

    void serve(model::TouchUnit& unit);
    // How the run went with it, after the kernel has ended.
    std::optional<hil::Trouble> trouble() const;
    const hil::HopTimes& times() const { return bench_->times(); }
    hil::LinkTime link_time() { return reader().link_time(); }
    const sim::BenchDevice& device() const { return device_; }
    std::uint32_t number() const { return number_; }
    void close();  // the tape is whole from now on

private:
    hil::Reader& reader();
    void play(const Parts& parts);
    void open(const Parts& parts);
    void record(const Parts& parts);

    const sim::BenchDevice& device_;
    std::uint32_t number_;
    sim::RngStream stream_;
    sim::Pacer* pacer_ = nullptr;
    std::string doubt_;  // known before the first tap
    hil::CardField field_;
    std::unique_ptr<hil::Pn532Server> server_;
    std::unique_ptr<hil::ReaderProcess> process_;
    std::unique_ptr<hil::Pseudonyms> pseudonyms_;  // before cards that people hold
    std::unique_ptr<hil::PacedReader> paced_;
    std::unique_ptr<hil::TapeReader> tape_;
    std::unique_ptr<hil::CardHand> hand_;
    std::unique_ptr<hil::RecordingReader> recording_;
    std::unique_ptr<hil::BenchReader> bench_;
};

}  // namespace app
