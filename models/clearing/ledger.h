// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "sim/base/flat_map.h"
#include "sim/record/rows.h"

// The city's ledger: double-entry transfers in whole yen. A debit or top-up of a card is posted
// once for its (card, ExecutionId), however often its evidence arrives.
namespace model
{

class PostingSink
{
public:
    virtual void posting(const sim::PostingRow& row) = 0;

protected:
    ~PostingSink() = default;
};

class Ledger
{
public:
    Ledger(PostingSink& sink, std::size_t expected_postings);

    // True when it was posted now, false when this step of this execution was posted before.
    // `before` is the execution id the card carried until then.
    bool post(const sim::PostingRow& transfer, fw::ExecutionId before = {});
    bool has(std::uint32_t card, fw::ExecutionId execution) const;
    // Better evidence of what a posted execution replaced on its card.
    void replaced(std::uint32_t card, fw::ExecutionId execution, fw::ExecutionId before);
    // None: no such debit was posted. An execution that gives itself: not known.
    std::optional<fw::ExecutionId> before(std::uint32_t card, fw::ExecutionId execution) const;
    fw::Yen balance(const sim::Account& account) const;

private:
    bool first_time(const sim::PostingRow& transfer, fw::ExecutionId before);
    std::int64_t& balance_of(const sim::Account& account);

    PostingSink& sink_;
    sim::FlatMap executions_;                            // fare, top_up, suspend: id before it
    std::map<std::uint64_t, fw::ExecutionId> replaced_;  // told later
    std::map<std::uint64_t, std::uint8_t> followed_;     // settle, reverse, adjust
    std::vector<std::int32_t> cards_;
    std::map<std::uint64_t, std::int64_t> others_;
};

}  // namespace model
