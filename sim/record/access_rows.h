// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Who uses the services under which limit (services.md S41).
namespace sim
{

struct AccessRow {
    static constexpr const char* table = "access";
    std::int64_t resident = 0;
    std::string access_class;
    std::int64_t hands = 100;  // percent
    std::int64_t phone = 1, network = 1;
    std::int64_t patience = 0;  // ns, 0: any
    auto fields() const
    {
        return std::tie(resident, access_class, hands, phone, network, patience);
    }
};

using AnyAccessRow = std::variant<AccessRow>;

}  // namespace sim
