// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/digest.h"
#include "sim/record/rows.h"
#include "sim/record/service_rows.h"
#include "sim/record/taxi_rows.h"

// The run's fingerprint: SHA-256 over the resolved scenario, the seed and every tap, cloud,
// posting, card, checkpoint and statement row, and every row
// of a service, in hand-over order. Each field is written out in
// little-endian, so padding, host and recorder do not matter. A card's own identifier stays out:
// its number in the run stands for it.
namespace sim
{

class RunDigest
{
public:
    void begin(const std::string& resolved, std::uint64_t seed);
    void tap(const TapRow& row);
    void cloud(const CloudRow& row);
    void posting(const PostingRow& row);
    void card(const CardRow& row);
    void checkpoint(const CheckpointRow& row);
    void statement(const StatementRow& row);
    void resident(const ResidentRow& row);
    void flow(const FlowRow& row);
    void message(const MessageRow& row);
    void link(const LinkRow& row);
    void face_boarding(const FaceRow& row);
    void taxi(const TaxiRow& row);
    std::string hex();  // of everything so far

private:
    template <typename... Fields>
    void put(Fields... fields);
    template <typename Text>
    void put_text(const Text& text);  // with its length before it
    void put_field(std::int64_t field) { put(field); }
    void put_field(const std::string& field) { put_text(field); }
    void flush();

    Digest digest_;
    std::vector<std::uint8_t> buffer_;
};

}  // namespace sim
