// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/tap_feed.h"

#include <utility>

namespace sim
{

namespace
{

std::vector<TapFacts> read_stretch(const std::string& file, const DueSql& due, std::int64_t after,
                                   std::int64_t upto)
{
    Database database(file, Database::Mode::read_only);
    TapScan scan(database, due, after, upto);
    std::vector<TapFacts> stretch;
    stretch.reserve(static_cast<std::size_t>(upto - after));
    for (TapFacts facts; scan.next(facts);) stretch.push_back(facts);
    return stretch;
}

}  // namespace

TapFeed::TapFeed(std::string file, DueSql due, std::int64_t last_row)
    : file_(std::move(file)), due_(std::move(due)), last_row_(last_row)
{
    for (std::size_t i = 0; i < ahead; ++i) read_ahead();
}

bool TapFeed::next(TapFacts& facts)
{
    while (position_ == current_.size()) {
        if (coming_.empty()) return false;
        current_ = coming_.front().get();
        coming_.pop_front();
        position_ = 0;
        read_ahead();
    }
    facts = current_[position_++];
    return true;
}

void TapFeed::read_ahead()
{
    if (asked_ >= last_row_) return;
    const std::int64_t upto = std::min(asked_ + stretch_rows, last_row_);
    coming_.push_back(std::async(std::launch::async, read_stretch, file_, due_, asked_, upto));
    asked_ = upto;
}

}  // namespace sim
