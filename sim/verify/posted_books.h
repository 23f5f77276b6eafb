// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <vector>

#include "sim/base/flat_map.h"
#include "sim/record/database.h"
#include "sim/record/rows.h"
#include "sim/verify/cut_book.h"

// The books of clearing, put together again from the recorded postings: what was certainly taken
// from cards, what waits in suspense, each operator's statement, and when each debit, top-up or
// cancel became certain.
namespace sim
{

struct Posted {
    fw::TapKey evidence;
    std::uint32_t card = 0, execution = 0;
    std::int64_t at = -1;  // certain since
    std::int32_t yen = 0;  // taken from the card; top-ups and cancels are negative
    std::uint16_t times = 0;
    bool settled = false;
    bool claimed = false;  // some box took it
};

// What the ledger did with an unconfirmed debit, -1 = never.
struct Waiting {
    std::int64_t suspended = -1, settled = -1, reversed = -1;
};

struct OperatorBooks {
    explicit OperatorBooks(const Cuts& cuts)
        : columns{CutBook(cuts), CutBook(cuts), CutBook(cuts),
                  CutBook(cuts), CutBook(cuts), CutBook(cuts)},
          revenue(cuts)
    {
    }
    // Of a statement row: fares, cash fares, adjustments, cancels, caps, top-ups.
    std::array<CutBook, 6> columns;
    CutBook revenue;  // by the accounts alone
};

class PostedBooks
{
public:
    PostedBooks(const Database& database, const Cuts& cuts);

    Posted* find(std::uint32_t card, std::uint32_t execution);
    Waiting waiting(std::uint32_t card, std::uint32_t execution) const;
    const std::vector<Posted>& all() const { return posted_; }
    const CutBook& ledger() const { return ledger_; }
    const CutBook& suspense() const { return suspense_; }
    const std::vector<OperatorBooks>& operators() const { return operators_; }

private:
    void add(const PostingRow& row);
    void add_to_execution(const PostingRow& row, std::int32_t taken);
    void add_to_operator(const PostingRow& row, const Account& account, std::int64_t gain);

    const Cuts& cuts_;
    CutBook ledger_, suspense_;
    std::vector<OperatorBooks> operators_;
    FlatMap index_;
    std::vector<Posted> posted_;
    std::map<std::uint64_t, Waiting> waiting_;
};

}  // namespace sim
