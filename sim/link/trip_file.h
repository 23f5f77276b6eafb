// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/tap_event.h"
#include "sim/base/date.h"

// How the fare boxes of one vendor hand their taps in: text files, one a message, with the vendor's
// own words. Taps stand under their trip and are numbered within it; a heading tells how many the
// terminal had counted before. Times are local, to a hundredth of a second, under their own date;
// amounts are text. The centre answers with the name of the file it has, never with a number of
// taps. After the last trip of the day the terminal closes it with a file that holds its sums. No
// vendor publishes such a format: this one is invented (services.md S07 says only that operators'
// systems differ).
namespace sim
{

struct DayClose {  // as the terminal counted
    std::uint32_t taps = 0;
    std::int64_t yen = 0;  // taken off cards less what was loaded onto them or given back
};

struct TripFile {
    std::string name;
    Date day;  // of service
    std::uint32_t terminal = 0;
    fw::Nanos clock{};  // the terminal's, when it wrote the file
    std::vector<fw::TapEvent> taps;
    std::optional<DayClose> close;
};

// Says which records of the terminal's journal a file holds, [first, end).
std::string trip_file_name(Date day, std::uint32_t terminal, std::uint32_t first,
                           std::uint32_t end);
std::string close_file_name(Date day, std::uint32_t terminal);

std::vector<std::uint8_t> write_trip_file(const TripFile& file);
// None for anything else: a file is taken as a whole or not at all. At most 512 kB are read.
std::optional<TripFile> read_trip_file(fw::Bytes bytes);

// The centre has the file of this name; the newest lists ride along, 0 = none.
struct TripReceipt {
    std::string name;
    std::uint32_t lists = 0;
};
std::vector<std::uint8_t> write_trip_receipt(const TripReceipt& receipt);
std::optional<TripReceipt> read_trip_receipt(fw::Bytes bytes);

}  // namespace sim
