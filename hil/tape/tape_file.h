// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "hil/reader/reader.h"

// Everything a reader on the bench was asked and what came of it, as a text file that a person can
// read. First line `tapbench tape 1`, then the head, then pairs of lines:
//     ? f212 0003                       looked for a card of this technology and system
//     > 0a...                           exchange: a packet with its length byte, or one APDU
//     < STATUS HEX TOTAL DEVICE DONE    HEX: what answered, or -; times in nanoseconds;
//                                       DONE: `worked` when our own card carried it out, else `-`
// The cards on a tape are invented ones; ids of real ones are pseudonyms by then.
namespace hil
{

struct TapeHead {
    std::string device;    // as the bench file names it: fare_box/bus-12/front
    std::string scenario;  // digest of the resolved scenario
    std::string reader;    // connection string it was recorded through
    LinkTime link;
};

struct TapeEntry {
    bool select = false;
    fw::RfSet tech = fw::RfSet::felica_212;  // of a selection
    std::uint16_t system_code = 0;
    std::vector<std::uint8_t> command;  // of an exchange
    ReaderStatus status = ReaderStatus::lost;
    std::vector<std::uint8_t> answer;  // selection: IDm, PMm, system code, then Target::answer
    CallTime time;
    bool worked = false;
    int line = 0;  // of the question
};

struct Tape {
    TapeHead head;
    std::vector<TapeEntry> entries;
};

// What is wrong, in one line; line 0: with the file as a whole.
struct TapeError : std::runtime_error {
    TapeError(const std::string& name, int number, const std::string& text)
        : std::runtime_error(text), file(name), line(number)
    {
    }
    std::string file;
    int line;
};

// Strict; the text may come from anywhere. `name` is for errors.
Tape parse_tape(const std::string& name, std::string_view text);
Tape read_tape(const std::string& file);

std::string text_of(const TapeHead& head);
std::string text_of(const TapeEntry& entry);
std::string question_of(const TapeEntry& entry);  // its first line, for people

std::vector<std::uint8_t> bytes_of(const Target& target);
Target target_of(const TapeEntry& entry);  // of a selection that was answered

}  // namespace hil
