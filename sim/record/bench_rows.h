// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// What a run with a bench file leaves in its result file besides the city: why it proves nothing,
// and where the time of the real readers went.
namespace sim
{

// One kind of call, or a part of it, of one reader: 5th percentile, median, 95th percentile.
struct ReaderTimeRow {
    std::uint32_t device = 0;
    std::string hop;  // select | exchange | link | select_card | exchange_card
    int samples = 0;
    std::int64_t low_ns = 0, median_ns = 0, high_ns = 0;
};

struct BenchRows {
    std::string error;  // the bench failed; "" = it did not
    std::vector<ReaderTimeRow> times;
};

// Into a finished result file, before it is judged. Throws DatabaseError.
void write_bench(const std::string& file, const BenchRows& rows);

}  // namespace sim
