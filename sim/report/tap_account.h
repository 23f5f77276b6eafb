// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "sim/record/database.h"
#include "sim/report/frame_fields.h"

// One tap of a result file in full: where, every hop with its time, every frame in words, every yen
// with its rule. Times are nanoseconds since midnight of the service day, money is yen.
namespace sim
{

struct TapAccount {
    // The tap's row of v_tap (sim/record/schema.sql), column by column.
    struct Column {
        std::string name;
        std::optional<std::string> text;  // none: NULL
        bool is_number = false;
    };
    struct Hop {
        std::string name;  // "poll" .. "visible"
        std::int64_t start = 0, ns = 0;
    };
    struct Frame {
        bool from_card = false, damaged = false;
        std::string name;
        std::int64_t start = 0, air_ns = 0;
        std::vector<std::uint8_t> bytes;  // with the length byte and, where it was kept, the CRC
        std::vector<FrameField> fields;
    };
    // What the oracle says the ride costs, and why; at most one, none before verification.
    struct Due {
        std::optional<std::int64_t> price, child_price, due;  // of one adult, of one child; of all
        std::string reduction;                                // "10 % off (senior), rounded up ..."
        std::int64_t riders = 0;
        std::string rule;     // where the price is from: "tariff_flat city, line 12"
        std::string rule_id;  // what made the amount: "feed:K260 + senior 10 % + ten"
    };
    struct Posting {
        std::string kind, source, target;
        std::int64_t yen = 0, t = 0;
    };
    struct Finding {
        std::string property, text;
    };

    std::vector<Column> columns;
    std::vector<Hop> hops;
    std::vector<Frame> frames;  // none: see record_frames
    std::string record_frames;  // the command that records them
    std::vector<Due> due;
    std::vector<Posting> postings;
    std::vector<Finding> findings;

    // Of the column of that name in v_tap; NULL: "" and none.
    std::string text(const std::string& column) const;
    std::optional<std::int64_t> number(const std::string& column) const;
};

// None: the run has no such tap. Of taps under one number, one that was not lost with the power.
std::optional<TapAccount> account_of(const Database& database, const fw::TapKey& key);

}  // namespace sim
