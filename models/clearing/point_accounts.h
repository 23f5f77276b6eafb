// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "models/clearing/ledger.h"

// The points of each card as the ledger has them at a moment (services.md S11): postings may be of
// a time to come, and one that takes points back may find them gone. Points may be moved to another
// platform's accounts (S52); from then on the city owes them to the platform.
namespace model
{

class PointAccounts
{
public:
    explicit PointAccounts(Ledger& ledger) : ledger_(ledger) {}

    void count(const sim::PostingRow& posting);  // every one that the ledger has made
    std::int64_t balance(std::uint32_t card, fw::Nanos now) const;
    void move_out(std::uint32_t card, std::int64_t points, fw::Nanos now);
    void move_back(std::uint32_t card, std::int64_t points, fw::Nanos now);

private:
    struct Change {
        std::int64_t t = 0, points = 0;
    };

    Ledger& ledger_;
    std::map<std::uint32_t, std::vector<Change>> changes_;  // by card
};

}  // namespace model
