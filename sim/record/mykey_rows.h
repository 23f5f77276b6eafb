// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of points on another platform: what its customers meant, what the city's office and the
// platform each booked, and how both closed the day.
namespace sim
{

struct MyKeyMemberRow {
    static constexpr const char* table = "mykey_member";
    std::int64_t resident = 0, card = 0;
    std::string member, account;  // to the city's office, to the platform
    auto fields() const { return std::tie(resident, card, member, account); }
};

// What somebody wanted to move, and heard of it.
struct MyKeyWishRow {
    static constexpr const char* table = "mykey_wish";
    std::string execution;
    std::int64_t t = 0, resident = 0;
    std::string ticket;
    std::int64_t points = 0;
    std::string heard;  // moved | on_way | refused | none
    auto fields() const { return std::tie(execution, t, resident, ticket, points, heard); }
};

// A step of a move at the city's office.
struct MyKeyMoveRow {
    static constexpr const char* table = "mykey_move";
    std::int64_t t = 0;
    std::string execution;
    std::int64_t card = 0;
    std::string ticket;
    std::int64_t points = 0;
    std::string step;  // out | done | back
    auto fields() const { return std::tie(t, execution, card, ticket, points, step); }
};

// A line of the platform's own ledger.
struct MyKeyEntryRow {
    static constexpr const char* table = "mykey_entry";
    std::int64_t t = 0;
    std::string account;
    std::string entry;  // credit | spend | void
    std::string ticket;
    std::string receipt;  // of a credit: its execution id
    std::int64_t shop = 0, points = 0;
    auto fields() const { return std::tie(t, account, entry, ticket, receipt, shop, points); }
};

// What truly happened at a till.
struct MyKeyReceiptRow {
    static constexpr const char* table = "mykey_receipt";
    std::string receipt;
    std::int64_t t = 0, shop = 0, resident = 0;
    std::string ticket;
    std::int64_t points = 0;
    std::string heard;  // paid | refused | none
    auto fields() const { return std::tie(receipt, t, shop, resident, ticket, points, heard); }
};

// A till was told that its void stands.
struct MyKeyVoidRow {
    static constexpr const char* table = "mykey_void";
    std::int64_t t = 0;
    std::string receipt;
    auto fields() const { return std::tie(t, receipt); }
};

// The end of the day at the platform: what its accounts hold, and what it pays to each shop.
struct MyKeyBalanceRow {
    static constexpr const char* table = "mykey_balance";
    std::string account;
    std::int64_t points = 0;
    auto fields() const { return std::tie(account, points); }
};
struct MyKeyStatementRow {
    static constexpr const char* table = "mykey_statement";
    std::int64_t shop = 0, points = 0;
    auto fields() const { return std::tie(shop, points); }
};

using AnyMyKeyRow = std::variant<MyKeyMemberRow, MyKeyWishRow, MyKeyMoveRow, MyKeyEntryRow,
                                 MyKeyReceiptRow, MyKeyVoidRow, MyKeyBalanceRow, MyKeyStatementRow>;

}  // namespace sim
