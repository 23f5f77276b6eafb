// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/record/database.h"
#include "sim/verify/findings.h"
#include "sim/verify/service_facts.h"

// Judges passes bought in the portal from recorded rows alone (services.md S06). O3, passes_right:
// one wish is at most one pass, one sale and one charge, at the tariff's price, for a full member
// whom nothing forbade it, and every refusal has its reason; every free ride stands under a pass.
// O9, pass_fresh: a box gave a pass exactly where the list it had, or the cloud it asked, knew one.
namespace sim
{

class PassBooks
{
public:
    PassBooks(Database& database, Findings& findings);

    void add_to(ServiceFacts& facts, const Findings& findings) const;

private:
    void judge_books(Findings& findings) const;
    void judge_decisions(Findings& findings);
    void measure();
    std::int64_t count(const char* sql) const { return database_.integer(sql); }

    Database& database_;
    std::int64_t fresh_checked_ = 0, stale_ = 0;
    std::map<std::string, std::vector<std::int64_t>> lengths_;
};

}  // namespace sim
