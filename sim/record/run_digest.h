// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/digest.h"
#include "sim/record/rows.h"
#include "sim/record/service_rows.h"

// The run's fingerprint: SHA-256 over the resolved scenario, the seed and every tap, cloud,
// posting, card, checkpoint and statement row, and every row of a service but the lists that boxes
// took and the commands to smart cards, in hand-over order. Each field is written out in
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
    void service(const ServiceRow& row);
    std::string hex();  // of everything so far

private:
    void add(const ResidentRow& row);
    void add(const FlowRow& row);
    void add(const MessageRow& row);
    void add(const LinkRow& row);
    void add(const FaceRow& row);
    void add(const ListTakenRow&) {}  // follows from the batches and their answers
    void add(const TaxiRow& row) { put_any('X', row); }
    void add(const AnyCardSaleRow& row) { put_any('Y', row); }
    void add(const AnyDemandRow& row) { put_any('D', row); }
    void add(const AnyHealthRow& row) { put_any('H', row); }
    void add(const AnyDataUseRow& row) { put_any('u', row); }
    void add(const AnyIdRow& row) { put_any('I', row); }
    void add(const PassRow& row) { put_any('p', row); }
    void add(const BoxRow& row) { put_any('B', row); }
    void add(const AnyMotherRow& row) { put_any('m', row); }
    void add(const AnyDisasterRow& row) { put_any('d', row); }
    void add(const AnyClinicRow& row) { put_any('c', row); }
    void add(const AnyPortalRow& row) { put_any('V', row); }
    void add(const AnyCounterRow& row) { put_any('q', row); }
    void add(const AnyWatchRow& row) { put_any('w', row); }
    void add(const AnyLectureRow& row) { put_any('l', row); }
    void add(const AnyOnlineRow& row) { put_any('o', row); }
    void add(const AnyMyKeyRow& row) { put_any('k', row); }
    void add(const AnyAccessRow& row) { put_any('z', row); }
    void add(const AttemptRow& row);
    void add(const CardCommandRow&) {}  // shows in the messages and times of its flow
    template <typename Row>
    void put_any(char letter, const Row& row);  // of several kinds
    template <typename... Fields>
    void put(Fields... fields);
    template <typename Text>
    void put_text(const Text& text);  // with its length before it
    void put_field(std::int64_t field) { put(field); }
    void put_field(const std::string& field) { put_text(field); }
    void put_field(const std::vector<std::uint8_t>& field) { put_text(field); }
    void flush();

    Digest digest_;
    std::vector<std::uint8_t> buffer_;
};

}  // namespace sim
