// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <optional>

#include "hil/reader/keyed_hash.h"
#include "hil/reader/reader_around.h"

// A reader whose cards are called by other names. Each real IDm becomes a pseudonym on its way in
// and the real one again on its way out, so that tape, capture and database never see it. The same
// card has the same pseudonym as long as the key is the same, and another one under another key.
// Also masked: UID of type A, PUPI of type B, and an IDm inside an answer, as in the blocks ID and
// D_ID of a FeliCa Lite-S card (a MAC over such a block no longer fits what is seen).
// Cards of the bench are called by the invented name they bear; for all others it is a keyed hash.
namespace hil
{

// What a selected FeliCa card is called when it is the bench's own. Not ok: nobody can tell yet.
struct OwnName {
    ReaderStatus status = ReaderStatus::ok;
    std::optional<fw::Idm> name;  // none: a stranger
    CallTime time;                // of asking
};
using AskOwnName = std::function<OwnName(Reader& reader, const Target& target)>;
inline OwnName all_are_strangers(Reader&, const Target&)
{
    return {};
}

class Pseudonyms final : public ReaderAround
{
public:
    // Cards remembered; the one not seen for longest is forgotten first and no longer reached
    // until it is selected again.
    static constexpr std::size_t capacity = 256;
    // Leads every hashed pseudonym, below the number of the system (top four bits); no maker has
    // it.
    static constexpr std::uint16_t invented_maker = 0x0FAE;

    // `own_name` is asked once a card.
    Pseudonyms(Reader& reader, const HashKey& key, AskOwnName own_name = all_are_strangers)
        : ReaderAround(reader), key_(key), own_name_(std::move(own_name))
    {
    }

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;

private:
    // Without the number of the system: all systems of a card share the rest.
    struct Entry {
        fw::Idm real, pseudonym;
    };

    const Entry* known(const fw::Idm& real) const;
    void rename(Selection& selection);
    fw::Idm hashed(const fw::Idm& real) const;
    fw::Idm pseudonym_of(const fw::Idm& real);
    fw::Idm remember(const Entry& entry);
    void restore(fw::MutBytes command) const;
    void mask(fw::MutBytes answer);
    void mask_answer_of(Target& target) const;

    HashKey key_;
    AskOwnName own_name_;
    bool felica_ = false;
    std::deque<Entry> known_;  // the latest first
};

}  // namespace hil
