// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "firmware/protocol/felica.h"
#include "hil/certify/test_run.h"

// Questions a test asks a card, and what came back.
namespace hil
{

struct Answer {
    ReaderStatus status = ReaderStatus::timeout;
    std::vector<std::uint8_t> bytes;  // none unless it was heard
    CallTime time;

    bool heard() const { return status == ReaderStatus::ok; }
};
Answer ask(TestRun& run, std::span<const std::uint8_t> command);

// A command that changes nothing on any card and that every card of the technology answers: FeliCa,
// Read Without Encryption of block 0 of service 090F; type A and B, SELECT of an application.
std::vector<std::uint8_t> harmless_question(const Target& target);

// A command of nothing but its code and the card's IDm.
std::vector<std::uint8_t> short_command(std::uint8_t code, const fw::Idm& card);

// An open service of a transit card (felica.md 9).
struct OpenService {
    std::uint16_t code = 0;
    Capability claim{};
    int blocks = 0;
};
// Those the card declares.
std::vector<OpenService> declared_services(const TestRun& run);

using Blocks = std::span<const fw::felica::BlockRef>;
Answer read(TestRun& run, const fw::Idm& card, std::uint16_t service, Blocks blocks);
// `count` blocks from `first`.
Answer read_run(TestRun& run, const fw::Idm& card, std::uint16_t service, int first, int count);
// Flags of an answer to a read or write; FF 00 when it is no such answer. `data`: the blocks.
fw::felica::Status flags_of(const Answer& answer, const fw::Idm& card,
                            std::vector<std::uint8_t>* data = nullptr);

}  // namespace hil
