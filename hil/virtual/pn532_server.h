// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "firmware/core/units.h"
#include "hil/virtual/card_field.h"

// A PN532 reader that is not there: its chip behind a pseudo-terminal, for any program that speaks
// to such a reader over a serial line. Runs on a thread of its own.
namespace hil
{

// What goes wrong with a reader, as users of real ones report it. Each stays until another is set.
enum class ReaderFault : std::uint8_t {
    none,
    mute,           // neither acknowledges nor answers
    ack_only,       // acknowledges, never answers
    garbled,        // answers carry a wrong checksum
    dead_time,      // deaf for `length` (100 ms) after an abort
    swallow_first,  // the first frame is lost: now, after plug() and after it was opened and closed
    late,           // answers come `length` (1 s) later, after the client's timeout
};

struct Pn532Options {
    std::string link;   // symbolic link made for clients; refused when something else lies there
    int uart_baud = 0;  // adds the time a serial line would take, until the host sets another
                        // rate; 0 = none
    bool air_time = false;  // adds frames on air and the card's own time
};

class Pn532Server
{
public:
    // Throws std::runtime_error with one line when the link cannot be made.
    Pn532Server(CardField& field, const Pn532Options& options);
    ~Pn532Server();  // removes the link
    Pn532Server(const Pn532Server&) = delete;
    Pn532Server& operator=(const Pn532Server&) = delete;

    void unplug();  // the pseudo-terminal and its link are gone, cards lose power
    void plug();    // throws as the constructor does
    // `length` 0: the usual one.
    void set_fault(ReaderFault fault, fw::Nanos length = {});

private:
    class Line;
    std::unique_ptr<Line> line_;
};

}  // namespace hil
