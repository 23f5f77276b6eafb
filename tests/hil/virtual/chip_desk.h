// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/virtual/pn532_chip.h"
#include "tests/hil/virtual/hex.h"
#include "tests/hil/virtual/test_cards.h"

// A virtual PN532 without its serial line, and cards to lay on it.
namespace test_support
{

struct ChipDesk {
    CardBox box;
    hil::CardField field;
    hil::Pn532Chip chip{field};
    hil::ChipStep last;

    void present(const std::string& card) { field.present(box.card(card)); }
    void remove(const std::string& card) { field.remove(box.card(card).get()); }

    // The answer as hex; "refused" or "waiting" when there is none.
    std::string ask(const std::string& command)
    {
        last = chip.take(bytes_of(command));
        return told();
    }
    std::string resume()
    {
        last = chip.resume();
        return told();
    }
    // The last bytes of an answer to Polling: IDm and PMm.
    std::string identity(const model::TransitCard& card) const
    {
        return hex(card.idm.bytes) + " " + hex(CardBox::pmm.bytes);
    }

private:
    std::string told() const
    {
        switch (last.kind) {
            case hil::ChipStep::Kind::answered:
                return hex(last.data);
            case hil::ChipStep::Kind::waiting:
                return "waiting";
            case hil::ChipStep::Kind::refused:
                break;
        }
        return "refused";
    }
};

inline const std::string finite_retries = "32 05 ff 01 00";
inline const std::string poll_felica = "4a 01 01 00 ff ff 01 00";

// With searches that end.
struct PatientDesk : ChipDesk {
    PatientDesk() { ask(finite_retries); }
};

}  // namespace test_support
