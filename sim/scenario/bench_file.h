// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/scenario/certify_desk.h"
#include "sim/scenario/field.h"

// What of a scenario's city is real: a bench file gives fare boxes a reader on the desk. Without
// one everything is a model, so the scenario itself never changes.
namespace sim
{

// Who holds the cards to a reader. `scenario`: the run makes a virtual reader at the place that the
// connection string names and holds the scenario's cards into its field. `operator_`: a person
// does.
enum class Presenter : std::uint8_t { scenario, operator_ };

enum class BenchPace : std::uint8_t { taps, wall };

struct BenchDevice {
    std::string name;  // fare_box/BUS/DOOR
    std::string bus;
    std::string door;  // rear | front; only, when the bus has one reader
    std::string use;   // nfc:CONNSTRING | tape:FILE
    Presenter present = Presenter::operator_;
    std::int64_t baud = 0;  // serial line that a virtual reader acts out; 0: none
    int line = 0;
    int column = 0;

    bool is_tape() const { return use.starts_with("tape:"); }
    // What comes after nfc: or tape:.
    std::string target() const { return use.substr(use.find(':') + 1); }
};

struct BenchFile {
    std::string file;
    std::string name;
    std::vector<BenchDevice> devices;
    std::vector<DeskReader> readers;  // these two are for certification
    std::vector<DeskCard> cards;
    BenchPace pace = BenchPace::taps;
    fw::Nanos drift{250'000'000};        // assumed; more makes the run an error of the bench
    fw::Nanos patience{60'000'000'000};  // for a person to place or take a card
};

void fields(Visitor& visitor, BenchDevice& device);
void fields(Visitor& visitor, BenchFile& bench);

// Strict like every file; tapes are found relative to it.
BenchFile load_bench(const std::string& file);

}  // namespace sim
