// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/port/uplink.h"
#include "sim/link/trip_file.h"

// The half of a fare box that makes trip files (sim/link/trip_file.h) of what the firmware hands
// over for sending, and makes records acknowledged of the names that come back. Its sums of the day
// survive a loss of power (assumed); which files are on their way does not: their names mean
// nothing to it then, and the firmware sends the records again.
namespace model
{

class TripOutbox
{
public:
    TripOutbox(sim::Date day, std::uint32_t terminal) : day_(day), terminal_(terminal) {}

    // Records [first, end) of the journal, of which `events` are closed taps; `fresh` of them, the
    // newest, are handed over for the first time.
    std::vector<std::uint8_t> file_of(std::uint32_t first, std::uint32_t end,
                                      const std::vector<fw::TapEvent>& events, std::size_t fresh,
                                      fw::Nanos clock);
    // The day's last file: its sums.
    std::vector<std::uint8_t> closing_file(fw::Nanos clock) const;
    fw::Acknowledgement read(fw::Bytes receipt);
    bool closed() const { return closed_; }
    void forget() { on_their_way_.clear(); }

private:
    sim::Date day_;
    std::uint32_t terminal_;
    sim::DayClose sums_;
    bool closed_ = false;
    std::map<std::string, std::uint32_t> on_their_way_;  // files, and the record after each
};

}  // namespace model
