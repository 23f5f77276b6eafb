// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/field.h"

// The part of a bench file that `tapbench certify` uses: the readers on the desk and the cards
// beside them, with what each is declared to be capable of.
namespace sim
{

// Who holds cards to a reader. `virtual_`: the bench makes the reader, at the place its connection
// string names, and holds its own cards into its field.
enum class DeskHand : std::uint8_t { operator_, virtual_ };

struct ReaderClaims {
    bool felica_212 = false, felica_424 = false, type_b = false, type_a = false;
    bool replug = false;  // may be unplugged and plugged in again
};

struct DeskReader {
    std::string name;
    std::string use;  // nfc:CONNSTRING
    std::string product, serial;
    DeskHand present = DeskHand::operator_;
    std::int64_t baud = 0;  // serial line that a virtual reader acts out; 0: none
    bool air_time = false;  // a virtual reader takes the time of air and card
    ReaderClaims claims;
    std::vector<std::string> cards;  // by name; none: all of the desk

    std::string connstring() const { return use.substr(use.find(':') + 1); }
};

struct CardClaims {
    bool felica_212 = false, felica_424 = false, type_b = false, type_a = false;
    bool attribute = false, history = false, gate = false;  // open services
    bool bench_card = false;                                // the bench's own, may be written to
};

struct DeskCard {
    std::string name;
    std::string where;  // for people
    std::string file;   // of a card of our own; empty: a real one
    bool as_type_a = false;
    CardClaims claims;
};

void fields(Visitor& visitor, ReaderClaims& claims);
void fields(Visitor& visitor, CardClaims& claims);
void fields(Visitor& visitor, DeskReader& reader);
void fields(Visitor& visitor, DeskCard& card);

// What the readers say about cards, and names.
void require_desk(Visitor& visitor, const std::vector<DeskReader>& readers,
                  const std::vector<DeskCard>& cards);

}  // namespace sim
