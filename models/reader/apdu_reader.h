// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "models/card/rf_card.h"
#include "sim/record/service_rows.h"

// A contact-less reader on a desk with a type B smart card before it: what each command takes on
// air at 106 kbit/s (ISO 14443-3: 128/fc a bit, 10 bits and an extra guard a byte; ISO 14443-4:
// one byte of block header, two of CRC, blocks of 256), in the chip and on the reader's cable. A
// card taken away in mid-command has done what it had finished by then, and its answer is lost: a
// chip whose power fails while it works stores nothing.
namespace model
{

struct ApduReaderTimes {
    fw::Nanos activation{25'000'000};  // field on, REQB, ATTRIB; assumed
    fw::Nanos cable{1'500'000};        // USB to the reader and back, each command; assumed
};

// Whose card it is and in which flow: for the record only.
struct CardUse {
    std::uint32_t flow = 0;
    std::uint32_t resident = 0;
};

// A card that lies on the reader from `enters` to `leaves`.
struct ApduPresence {
    ApduCard* card = nullptr;
    fw::Nanos enters{};
    fw::Nanos leaves{INT64_MAX};
    CardUse use{};
};

// Hears of every command when it is over, by its head alone: what it carried stays unsaid.
using CardLog = std::function<void(const sim::CardCommandRow&)>;

// The part of a command during which a card leaves.
enum class CommandPart : std::uint8_t { command, work, answer };

class ApduReader
{
public:
    explicit ApduReader(const ApduReaderTimes& times, CardLog log = {})
        : times_(times), log_(std::move(log))
    {
    }

    // Waits for the card and activates it; `now` moves on. False: it left before that was done.
    bool place(const ApduPresence& presence, fw::Nanos& now);
    // The card leaves in mid of this part of the next command.
    void tear_next(CommandPart part) { torn_ = part; }
    // Answer with its status word; none: the card has left.
    std::optional<std::vector<std::uint8_t>> transmit(fw::Bytes command, fw::Nanos& now);

private:
    using Answer = std::optional<std::vector<std::uint8_t>>;

    Answer exchange(fw::Bytes command, fw::Nanos& now);
    void tear(fw::Nanos begins, fw::Nanos ends, CommandPart part);

    ApduReaderTimes times_;
    CardLog log_;
    ApduPresence presence_;
    std::uint32_t presences_ = 0;
    std::optional<CommandPart> torn_;
};

// How long so many bytes of APDU take on air as ISO-DEP blocks, acknowledgements of chained blocks
// among them.
fw::Nanos apdu_air_time(std::size_t bytes);

}  // namespace model
