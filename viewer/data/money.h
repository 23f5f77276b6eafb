// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "viewer/data/city.h"

// Where the yen went. All amounts are yen.
namespace view
{

// The four books at one moment (schema.sql, v_checkpoint).
struct Checkpoint {
    std::int64_t t = 0, purses = 0, journals = 0, ledger = 0, suspense = 0, statements = 0;
    std::int64_t difference = 0, explained = 0, taps = 0;
};
std::vector<Checkpoint> checkpoints(const Result& result);

// Taps that stand between two books at a checkpoint.
struct InFlight {
    fw::TapKey tap;
    std::string why;
    std::int64_t yen = 0;
};
std::vector<InFlight> in_flight(const Result& result, std::int64_t checkpoint, std::size_t limit);

// Transfers of one kind from one kind of account to another.
struct Flow {
    std::string kind, from, to;
    std::int64_t times = 0, yen = 0;
};
std::vector<Flow> flows(const Result& result);

// What clearing pays an operator for the whole run.
struct Statement {
    std::uint32_t operator_index = 0;
    std::int64_t fares = 0, cash_fares = 0, adjustments = 0, cancels = 0, caps = 0, top_ups = 0;
};
std::vector<Statement> statements(const Result& result);

// Debits whose answer was lost, and what became of them.
struct LostAnswer {
    fw::TapKey tap;
    std::int64_t yen = 0, made = 0;
    bool done = false;  // the card had paid
    std::string end;    // confirmed | settled | reversed | open
};
std::vector<LostAnswer> lost_answers(const Result& result, std::size_t limit);

}  // namespace view
