// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>

#include "hil/bridge/bench_reader.h"
#include "hil/bridge/field_hand.h"
#include "hil/bridge/paced_reader.h"
#include "hil/reader/reader_process.h"
#include "hil/virtual/pn532_server.h"
#include "models/bus/bus_module.h"
#include "tests/support/bus_day.h"

// A bus whose front door has a reader of its own: the real reader host with the real libnfc before
// a virtual PN532 into whose field the scenario's cards are held.
namespace hil
{

// Holds cards up like FieldHand, and does something once, when a command of this code comes next or
// was carried out.
class MeddlingHand final : public CardHand
{
public:
    explicit MeddlingHand(FieldHand& hand) : hand_(hand) {}

    std::function<void()> meddle;
    std::uint8_t after_code = 0;

    std::optional<std::string> hold(const HeldCards& cards) override { return hand_.hold(cards); }
    std::optional<std::string> follow(fw::Bytes command, const Exchange& exchange,
                                      fw::Bytes answer) override
    {
        auto why = hand_.follow(command, exchange, answer);
        if (meddle && command[1] == after_code) std::exchange(meddle, nullptr)();
        return why;
    }
    std::optional<std::string> take_away() override { return hand_.take_away(); }
    bool worked() const override { return hand_.worked(); }

private:
    FieldHand& hand_;
};

struct BenchBus {
    static constexpr fw::Nanos budget{10'000'000'000};  // drift is not what these tests look at

    std::filesystem::path folder = scratch();
    sim::SteadyClock wall;
    sim::Pacer pacer{wall, sim::Pace::taps, budget};
    CardField field;
    Pn532Server server{field, {.link = folder / "pn532", .air_time = true}};
    ReaderProcess process{{.name = "fare_box/bus-1/front",
                           .connstring = "pn532_uart:" + (folder / "pn532").string(),
                           .program = TAPBENCH_BINARY_DIR "/tapbench-reader-host"}};
    FieldHand field_hand{field, wall};
    MeddlingHand hand{field_hand};
    std::unique_ptr<PacedReader> paced;
    std::unique_ptr<BenchReader> reader;
    test_support::BusDay day;

    BenchBus()
    {
        day.made = [this](model::BusModule& bus) {
            paced = std::make_unique<PacedReader>("reader", process, pacer);
            model::TouchUnit& front = bus.touch_unit(1);
            reader = std::make_unique<BenchReader>(BenchReader::Parts{
                *paced, hand, front.field(), sim::RngStream(1, "bench card"), &pacer});
            front.use(*reader);
        };
        day.run_kernel = [this] {
            pacer.run(fw::Nanos{60'000'000'000}, [](fw::Nanos) { return true; });
            paced.reset();  // its gate belongs to this kernel
        };
    }
    ~BenchBus() { std::filesystem::remove_all(folder); }
    BenchBus(const BenchBus&) = delete;
    BenchBus& operator=(const BenchBus&) = delete;

    static std::filesystem::path scratch()
    {
        std::string name = std::filesystem::temp_directory_path() / "tapbench-bus-XXXXXX";
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
        return name;
    }
};

}  // namespace hil
