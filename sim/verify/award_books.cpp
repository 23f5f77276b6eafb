// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/award_books.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

constexpr std::int64_t clock_error = 2'000'000'000;

}  // namespace

AwardBooks::AwardBooks(const Database& database, const LedgerSums& ledger, Findings& findings,
                       BookTotals& totals)
    : ledger_(ledger), findings_(findings), totals_(totals)
{
    Query rule = database.query("SELECT per_ride, window_ns, in_each_shop FROM tariff_points");
    if (!rule.step()) return;
    per_ride_ = rule.integer(0);
    window_ = rule.integer(1);
    in_each_shop_ = rule.integer(2) != 0;
}

void AwardBooks::judge(std::uint32_t card, const std::vector<Deed>& deeds)
{
    const CardPoints posted = ledger_.points(card);
    const std::int64_t least = rewarded(deeds, true) * per_ride_;
    const std::int64_t most = rewarded(deeds, false) * per_ride_;
    if (per_ride_ > 0) totals_.awards += posted.yen / per_ride_;
    if (most == 0 && posted.yen == 0) return;
    ++totals_.awards_checked;
    if (posted.yen >= least && posted.yen <= most) return;
    findings_.add({"awards_right", posted.evidence, "", posted.yen - most,
                   fmt::format("card {} was given {} points for its rides, {} are due; last for"
                               " tap {}",
                               card, posted.yen, most, text_of(posted.evidence))});
}

void AwardBooks::judge_unseen(const std::vector<bool>& seen)
{
    for (const auto& [card, points] : ledger_.points())
        if (card >= seen.size() || !seen[card]) judge(card, {});
}

std::int64_t AwardBooks::rewarded(const std::vector<Deed>& deeds, bool surely) const
{
    std::int64_t count = 0;
    for (const Deed& ride : deeds) {
        if (ride.sale || (surely && !ride.certain)) continue;
        std::set<std::uint32_t> shops;
        for (const Deed& sale : deeds)
            if (joined(ride, sale, surely)) shops.insert(in_each_shop_ ? sale.device : 0);
        count += static_cast<std::int64_t>(shops.size());
    }
    return count;
}

bool AwardBooks::joined(const Deed& ride, const Deed& sale, bool surely) const
{
    if (!sale.sale || (surely && !sale.certain)) return false;
    const std::int64_t edge = surely ? clock_error : -clock_error;
    const std::int64_t after = sale.when - ride.when;
    return after >= edge && after <= window_ - edge;
}

}  // namespace sim
