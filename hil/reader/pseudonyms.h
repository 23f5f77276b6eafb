// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "hil/reader/keyed_hash.h"
#include "hil/reader/reader.h"

// A reader whose cards are called by other names. Each real IDm becomes a pseudonym on its way in
// and the real one again on its way out, so that tape, capture and database never see it. The same
// card has the same pseudonym as long as the key is the same, and another one under another key.
// Also masked: UID of type A, PUPI of type B, and an IDm inside an answer, as in the blocks ID and
// D_ID of a FeliCa Lite-S card (a MAC over such a block no longer fits what is seen).
// For real cards; ids of virtual ones are invented already.
namespace hil
{

class Pseudonyms final : public Reader
{
public:
    // Cards remembered; the one not seen for longest is forgotten first and no longer reached
    // until it is selected again.
    static constexpr std::size_t capacity = 256;
    // Leads every pseudonym, below the number of the system (top four bits); no maker has it.
    static constexpr std::uint16_t invented_maker = 0x0FAE;

    // `reader` outlives this.
    Pseudonyms(Reader& reader, const HashKey& key) : reader_(reader), key_(key) {}

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;
    void release() override { reader_.release(); }
    LinkTime link_time() override { return reader_.link_time(); }
    std::string name() const override { return reader_.name(); }
    std::string problem() const override { return reader_.problem(); }

private:
    // Without the number of the system: all systems of a card share the rest.
    struct Entry {
        fw::Idm real, pseudonym;
    };

    fw::Idm pseudonym_of(const fw::Idm& real);
    void restore(fw::MutBytes command) const;
    void mask(fw::MutBytes answer);
    void mask_answer_of(Target& target) const;

    Reader& reader_;
    HashKey key_;
    bool felica_ = false;
    std::deque<Entry> known_;  // the latest first
};

}  // namespace hil
