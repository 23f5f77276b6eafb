// SPDX-License-Identifier: Apache-2.0
#include "models/people/passes.h"

#include <algorithm>

#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

constexpr std::int64_t minute = 60'000'000'000;

// Own numbering of a card's draws for one group of the scenario.
enum Draw : std::uint64_t { draw_in_use, draw_first_use, draws_of_a_group };

std::int64_t whole_minutes(fw::Nanos length)
{
    return (length.count + minute - 1) / minute;
}

class PassGroupDrawer
{
public:
    PassGroupDrawer(const sim::Scenario& scenario, std::size_t group)
        : group_(scenario.passes[group]),
          pass_(*std::find_if(scenario.city.tariff.passes.begin(),
                              scenario.city.tariff.passes.end(),
                              [&](const auto& pass) { return pass.id == group_.pass; })),
          from_(scenario.from),
          stream_(scenario.seed, "passes"),
          first_draw_(1 + group * draws_of_a_group)
    {
    }

    void give(CardHolder& holder, std::uint64_t card) const
    {
        holder.pass = static_cast<std::uint8_t>(pass_.number);
        holder.pass_amount = static_cast<std::uint16_t>(group_.amount.count);
        if (!stream_.chance(group_.in_use_ppm, card, first_draw_ + draw_in_use)) return;
        const auto lasts = static_cast<std::uint64_t>(whole_minutes(pass_.lasts));
        const auto used =
            static_cast<std::int64_t>(stream_.below(lasts, card, first_draw_ + draw_first_use));
        const std::int64_t first_use = from_.count / minute - used;
        holder.pass_until = {(first_use + whole_minutes(pass_.lasts)) * minute};
    }

private:
    const sim::PassGroup& group_;
    const sim::Pass& pass_;
    fw::Nanos from_;
    sim::RngStream stream_;
    std::uint64_t first_draw_;
};

}  // namespace

void hand_out_passes(const sim::Scenario& scenario, People& people)
{
    if (scenario.passes.empty()) return;
    const sim::RngStream stream(scenario.seed, "passes");
    std::vector<PassGroupDrawer> groups;
    for (std::size_t i = 0; i < scenario.passes.size(); ++i) groups.emplace_back(scenario, i);
    for (std::uint64_t card = 0; card < people.holders.size(); ++card) {
        auto pick = static_cast<std::int64_t>(stream.below(1'000'000, card));
        for (std::size_t i = 0; i < groups.size(); ++i) {
            pick -= scenario.passes[i].share_ppm;
            if (pick >= 0) continue;
            groups[i].give(people.holders[card], card);
            break;
        }
    }
}

}  // namespace model
