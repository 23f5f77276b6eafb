// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/verify/due_sql.h"

// What a tap would have cost had one fact been different; asked only for the few rides that need
// it. Boxes and cloud know the time of a tap to within a second or two (assumed): at the moment a
// new tariff comes into force or a pass ends both prices are right.
namespace sim
{

class RareDues
{
public:
    RareDues(const Database& database, const DueSql& sql);

    // Had the rider boarded at the first stop, as a box without a boarding record must assume.
    // -1 = no rule prices it.
    std::int32_t from_first_stop(std::int64_t row) { return ask(first_stop_, row); }
    // Whether `paid` is what the tap cost two seconds earlier or later, or, in cash, by another
    // edition of the tariff: what the box in the bus shows is what it takes (assumed).
    bool allows(std::int64_t row, std::int64_t paid, bool in_cash, bool at_first_stop);
    // What the cloud will charge in the end for a debit it holds in suspense at `fare`: its own
    // price, unless it never heard of the tap.
    std::int64_t when_settled(std::int64_t row, std::int64_t fare);

private:
    static std::int32_t ask(Query& query, std::int64_t row);

    Query first_stop_;
    Query cloud_price_;
    std::vector<Query> near_[2];  // [1]: boarded at the first stop
    std::vector<Query> cash_[2];
};

}  // namespace sim
