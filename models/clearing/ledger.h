// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "sim/base/flat_map.h"
#include "sim/record/rows.h"

// The city's ledger: double-entry transfers in whole yen. A debit, top-up or cancel of a card is
// posted once for its (card, ExecutionId), a fare paid in cash once for its tap, however often the
// evidence arrives. How often a debit is corrected is the affair of who prices it.
namespace model
{

class PostingSink
{
public:
    virtual void posting(const sim::PostingRow& row) = 0;

protected:
    ~PostingSink() = default;
};

// What a transfer adds to the certain debits of all cards, less top-ups and cancels.
std::int64_t taken_by(const sim::PostingRow& transfer);

class Ledger
{
public:
    // What an operator owes a card's holder, negative: the holder owes.
    struct Owed {
        std::uint32_t card = 0;
        std::uint32_t operator_index = 0;
        std::int64_t yen = 0;
    };

    Ledger(PostingSink& sink, std::size_t expected_postings);

    // True when it was posted now, false when this step of this execution was posted before. A
    // transfer of nothing is remembered and not written down.
    bool post(const sim::PostingRow& transfer);
    bool has(std::uint32_t card, fw::ExecutionId execution) const;
    fw::Yen balance(const sim::Account& account) const;
    std::int64_t taken() const { return taken_; }
    std::vector<Owed> owed() const;  // what is not nothing, by card and operator

private:
    bool first_time(const sim::PostingRow& transfer);
    void move(const sim::Account& account, std::uint32_t card, std::int32_t change);

    PostingSink& sink_;
    sim::FlatMap executions_;           // fare, top_up, suspend, cancel
    sim::FlatMap cash_taps_;            // cash_fare
    std::set<std::uint64_t> followed_;  // settled or reversed
    std::vector<std::int32_t> cards_;
    std::map<std::uint64_t, std::int64_t> others_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> owed_;  // card, operator
    std::int64_t taken_ = 0;
};

}  // namespace model
