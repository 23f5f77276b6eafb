// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of uses of personal data: who the people truly are, what is held of them, what was meant to
// happen. What happened is in the messages. Times as in rows.h, -1 = not reached. No key is written
// down: those of a run follow from its seed (models/broker/test_keys.h).
namespace sim
{

// Somebody whose whereabouts are told to nobody.
struct ProtectedRow {
    static constexpr const char* table = "protected_resident";
    std::int64_t resident = 0;
    auto fields() const { return std::tie(resident); }
};

struct DataDomainRow {
    static constexpr const char* table = "data_domain";
    std::string domain;
    std::string path;  // health | welfare | mobility | commerce | family
    std::string key;   // public half of its key, 64 hexadecimal digits
    auto fields() const { return std::tie(domain, path, key); }
};

struct DataHeldRow {
    static constexpr const char* table = "data_held";
    std::string domain;
    std::string item;
    std::int64_t location = 0;  // 1 = says where somebody is
    std::int64_t resident = 0;
    std::string digest;  // SHA-256 of the data, hexadecimal
    std::int64_t bytes = 0;
    auto fields() const { return std::tie(domain, item, location, resident, digest, bytes); }
};

// What somebody with a city ID is called by the broker and in a domain.
struct DataNameRow {
    static constexpr const char* table = "data_name";
    std::string domain;  // "broker": the broker's own
    std::string name;
    std::int64_t resident = 0;
    auto fields() const { return std::tie(domain, name, resident); }
};

struct DataUseRow {
    static constexpr const char* table = "data_use";
    std::int64_t use = 0;
    std::int64_t resident = 0;  // whose data
    std::int64_t proxy = -1;    // resident who agrees instead
    std::string holder, item, receiver, purpose, service;
    std::string hitch;    // what truly is wrong, empty = nothing
    std::string mandate;  // of the proxy: live | revoked | out_of_scope | expired | none, or empty
    std::int64_t asked = -1;
    std::string phone;          // what it was told: granted or a reason; empty = nobody looked
    std::int64_t granted = -1;  // when
    std::int64_t opened = 0;    // releases that were opened
    std::string outcome;        // of the first: done | nothing | refused | failed
    std::string reason;
    std::string again;  // of the second: done | nothing | a reason; empty = not asked for
    auto fields() const
    {
        return std::tie(use, resident, proxy, holder, item, receiver, purpose, service, hitch,
                        mandate, asked, phone, granted, opened, outcome, reason, again);
    }
};

using AnyDataUseRow =
    std::variant<ProtectedRow, DataDomainRow, DataHeldRow, DataNameRow, DataUseRow>;

}  // namespace sim
