// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// An order file: in which order the messages of a flow, the commands to smart cards on the way and
// the flow's time points U0 to U4 may come (services.md A.0, O7). What is no step of a flow may not
// happen in it. Any step may be left out, and a message may be sent again as it was.
namespace sim
{

// What a command to a card is called, by its head (ISO/IEC 7816-4).
struct CardCommandName {
    std::string id;
    std::string head;  // class, instruction, P1, P2: "00 20 00 *"
    int line = 0;
};

// Steps with one id are alternatives of each other. One of `message`, `card`, `reaches` says what
// the step is; what happens is every step that it fits.
struct OrderStep {
    std::string id;
    std::string message;       // its kind
    std::string answers;       // kind of the message it answers; empty: any
    std::string from, to;      // roles
    std::string field, value;  // that it holds; empty: whatever it says
    std::string card;          // one of CardCommandName
    std::string reaches;       // U0 to U4
    // Steps that must be over when this one begins: of the flow, with the card still on the reader,
    // with the same card.
    std::vector<std::string> after, in_presence, with_card;
    std::vector<std::string> sent_after;  // must have begun
    std::vector<std::string> unless;      // must not be over
    std::string each_of;  // list of the message: as many cards at least have made `each_did`
    std::string each_did;
    int line = 0;
};

struct OrderedFlow {
    std::vector<std::string> services;  // "S01"
    // Field by which a message belongs to the flow that named its value first; empty: a message
    // belongs to the flow it is sent in.
    std::string thread;
    std::vector<OrderStep> steps;
    std::string basis;   // why this order
    std::string source;  // document and row
    std::string status;  // published | assumed
    int line = 0;
};

struct FlowOrder {
    std::string file;
    std::string id;
    std::vector<CardCommandName> commands;
    std::vector<OrderedFlow> flows;
};

}  // namespace sim
