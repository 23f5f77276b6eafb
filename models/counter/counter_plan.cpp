// SPDX-License-Identifier: Apache-2.0
#include "models/counter/counter_plan.h"

#include <algorithm>

#include "models/people/enough.h"

namespace model
{

namespace
{

// Own numbering of a visit's draws.
enum CounterDraw : std::uint64_t {
    counter_draw_at,
    counter_draw_side,
    counter_draw_incomplete,
    counter_draw_order
};

constexpr fw::Nanos quarter{900'000'000'000};  // around the hours; assumed

// In the hours, or early at the door, or late.
fw::Nanos counter_arrival(const sim::SupportCounter& rules, const sim::RngStream& stream,
                          std::uint64_t key)
{
    const auto side = static_cast<std::int64_t>(stream.below(1'000'000, key, counter_draw_side));
    fw::Nanos from = rules.opens, to = rules.closes;
    if (side < rules.early_ppm) {
        from = rules.opens - quarter;
        to = rules.opens;
    } else if (side < std::int64_t{rules.early_ppm} + rules.late_ppm) {
        from = rules.closes;
        to = rules.closes + quarter;
    }
    return from + fw::Nanos{static_cast<std::int64_t>(stream.below(
                      static_cast<std::uint64_t>((to - from).count), key, counter_draw_at))};
}

std::vector<std::uint32_t> counter_people(const std::vector<Resident>& residents, bool holders,
                                          const sim::RngStream& stream)
{
    std::vector<std::uint32_t> people;
    for (std::uint32_t who = 0; who < residents.size(); ++who)
        if (residents[who].my_number_card == holders) people.push_back(who);
    std::sort(people.begin(), people.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(stream.bits(a, counter_draw_order), a) <
               std::pair(stream.bits(b, counter_draw_order), b);
    });
    return people;
}

// Something that is for holders of a card, or for those who want one.
std::size_t counter_errand(const sim::SupportCounter& rules, bool holder)
{
    const auto fits = [=](const sim::CounterProcedure& one) { return one.card == holder; };
    const auto found = std::find_if(rules.procedures.begin(), rules.procedures.end(), fits);
    return found == rules.procedures.end()
               ? 0
               : static_cast<std::size_t>(found - rules.procedures.begin());
}

}  // namespace

std::vector<CounterVisit> draw_counter_visits(const sim::Scenario& scenario,
                                              const std::vector<Resident>& residents,
                                              const std::vector<Attempt>& attempts)
{
    const sim::SupportCounter& rules = *scenario.support_counter;
    const sim::RngStream stream(scenario.seed, "support counter");
    const std::vector<std::uint32_t> people[2]{counter_people(residents, false, stream),
                                               counter_people(residents, true, stream)};
    std::size_t taken[2]{0, 0};
    std::vector<CounterVisit> all;
    for (std::size_t procedure = 0; procedure < rules.procedures.size(); ++procedure) {
        const sim::CounterProcedure& one = rules.procedures[procedure];
        const int kind = one.card ? 1 : 0;
        require_enough(scenario, rules.line, people[kind].size() - taken[kind], one.visitors,
                       one.card ? "residents hold a My Number Card and are free to come"
                                : "residents have no My Number Card yet and are free to come");
        for (std::int64_t i = 0; i < one.visitors; ++i) {
            const std::uint32_t who = people[kind][taken[kind]++];
            all.push_back({counter_arrival(rules, stream, who), who, procedure,
                           stream.chance(one.incomplete_ppm, who, counter_draw_incomplete)});
        }
    }
    for (const Attempt& one : attempts)
        if (one.service == "support")
            all.push_back({std::clamp(one.at, rules.opens, rules.closes - quarter), one.resident,
                           counter_errand(rules, residents[one.resident].my_number_card), false});
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return all;
}

}  // namespace model
