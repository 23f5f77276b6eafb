// SPDX-License-Identifier: Apache-2.0
#include "sim/app/bench_seat.h"

#include <fmt/format.h>

#include <iostream>

#include "hil/bridge/bench_name.h"
#include "hil/bridge/field_hand.h"
#include "hil/bridge/operator_hand.h"
#include "hil/bridge/tape_hand.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

// The link of the virtual reader: what stands behind pn532_uart: without a speed at its end.
std::string link_of(const std::string& connstring)
{
    const std::string path = connstring.substr(connstring.find(':') + 1);
    const std::size_t speed = path.rfind(':');
    return path.substr(0, speed);
}

std::unique_ptr<hil::ReaderProcess> reader_of(const sim::BenchDevice& device)
{
    try {
        return std::make_unique<hil::ReaderProcess>(
            hil::ReaderConfig{.name = device.name + " (" + device.target() + ")",
                              .connstring = device.target(),
                              .program = {}});
    } catch (const hil::ReaderMissing& missing) {
        throw sim::NotHere(missing.what());
    }
}

}  // namespace

BenchSeat::BenchSeat(const Parts& parts)
    : device_(parts.device), number_(parts.reader), stream_(parts.seed, "bench card")
{
    stream_ = sim::RngStream(stream_.bits(parts.reader), "tap");
    if (device_.is_tape())
        play(parts);
    else
        open(parts);
}

void BenchSeat::play(const Parts& parts)
{
    try {
        tape_ =
            std::make_unique<hil::TapeReader>(hil::read_tape(device_.target()), device_.target());
    } catch (const hil::TapeError& error) {
        throw sim::ScenarioError(error.file, error.line, 0, error.what());
    }
    if (tape_->head().device != device_.name)
        throw sim::ScenarioError(device_.target(), fmt::format("is the tape of {}, not of {}",
                                                               tape_->head().device, device_.name));
    if (tape_->head().scenario != parts.scenario)
        doubt_ =
            fmt::format("{}: recorded with another scenario, seed or setting", device_.target());
    hand_ = std::make_unique<hil::TapeHand>(*tape_);
}

void BenchSeat::open(const Parts& parts)
{
    const bool ours = device_.present == sim::Presenter::scenario;
    if (ours)
        server_ = std::make_unique<hil::Pn532Server>(
            field_, hil::Pn532Options{.link = link_of(device_.target()),
                                      .uart_baud = static_cast<int>(device_.baud),
                                      .air_time = true});
    process_ = reader_of(device_);
    const std::string gate = fmt::format("reader_{}", number_);
    if (!ours)
        pseudonyms_ = std::make_unique<hil::Pseudonyms>(*process_, parts.key, hil::read_bench_name);
    hil::Reader& named = ours ? static_cast<hil::Reader&>(*process_) : *pseudonyms_;
    paced_ = std::make_unique<hil::PacedReader>(gate.c_str(), named, parts.pacer);
    pacer_ = &parts.pacer;
    if (ours)
        hand_ = std::make_unique<hil::FieldHand>(field_, parts.wall);
    else
        hand_ = std::make_unique<hil::OperatorHand>(
            *paced_, hil::OperatorHand::Desk{device_.name, parts.plan.bench.patience, parts.pacer,
                                             parts.wall, parts.name_of_card, std::cerr});
    if (!parts.plan.record_to.empty()) record(parts);
}

void BenchSeat::record(const Parts& parts)
{
    const std::string file = tape_file(parts.plan.record_to, device_);
    const hil::TapeHead head{device_.name, parts.scenario, device_.target(), paced_->link_time()};
    recording_ = std::make_unique<hil::RecordingReader>(*paced_, file, head,
                                                        [this] { return hand_->worked(); });
    if (!recording_->good()) throw sim::ScenarioError(file, "cannot be written");
}

hil::Reader& BenchSeat::reader()
{
    if (tape_) return *tape_;
    if (recording_) return *recording_;
    return *paced_;
}

void BenchSeat::serve(model::TouchUnit& unit)
{
    bench_ = std::make_unique<hil::BenchReader>(
        hil::BenchReader::Parts{reader(), *hand_, unit.field(), stream_, pacer_});
    unit.use(*bench_);
}

std::optional<hil::Trouble> BenchSeat::trouble() const
{
    if (bench_->trouble()) return bench_->trouble();
    if (recording_ && !recording_->good())
        return hil::Trouble{true, device_.name + ": its tape cannot be written"};
    if (tape_ && tape_->left() > 0)
        return hil::Trouble{false, fmt::format("{}: {} calls of the tape were never asked for",
                                               device_.target(), tape_->left())};
    if (!doubt_.empty()) return hil::Trouble{false, doubt_};
    return std::nullopt;
}

void BenchSeat::close()
{
    if (recording_) recording_->close();
}

}  // namespace app
