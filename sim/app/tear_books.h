// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "models/cloud/tap_intake.h"

// The books of one cell of a tear sweep, kept by what the cloud tells of its own doing: every
// posting summed by account, every tap taken by its key. Shares no sum with the ledger itself.
namespace app
{

class TearBooks final : public model::IntakeSink
{
public:
    void posting(const sim::PostingRow& row) override;
    void accepted(const sim::CloudRow& row) override;
    void duplicate(const fw::TapKey&, fw::Nanos) override {}
    void gap(const fw::TapKey&, fw::Nanos) override {}

    // The box said that it closed this tap; the cloud has to get it.
    void promise(const fw::TapKey& key) { promised_.insert({key.device, key.sequence}); }

    std::int64_t on_card(std::uint32_t card) const { return sum({sim::AccountKind::card, card}); }
    std::int64_t in_suspense() const { return sum({sim::AccountKind::suspense, 0}); }
    std::int64_t owed() const { return sum({sim::AccountKind::owed, 0}); }

    // Taps that were closed and never arrived, arrived twice, or were skipped; "" when all is well.
    std::string lost_taps() const;

private:
    using Key = std::pair<std::uint32_t, std::uint32_t>;

    std::int64_t sum(const sim::Account& account) const;

    std::map<std::pair<int, std::uint32_t>, std::int64_t> sums_;
    std::set<Key> promised_;
    std::map<Key, int> taken_;
};

}  // namespace app
