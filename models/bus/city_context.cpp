// SPDX-License-Identifier: Apache-2.0
#include "models/bus/city_context.h"

namespace model
{

namespace
{

std::vector<fw::AttributeEntry> without_passes(const std::vector<fw::AttributeEntry>& all)
{
    std::vector<fw::AttributeEntry> classes;
    for (const fw::AttributeEntry& one : all)
        if (one.holds.discount_class != 0)
            classes.push_back({one.card, {one.holds.discount_class}});
    return classes;
}

}  // namespace

fw::Tables tables_of(const CityContext& city, std::uint32_t edition, bool passes)
{
    fw::Tables tables;
    tables.fares = &city.fares;
    set_lists(tables, city, edition, passes);
    return tables;
}

void set_lists(fw::Tables& tables, const CityContext& city, std::uint32_t edition, bool passes)
{
    if (edition == 0 || edition > city.lists.size()) return;
    ListEdition& lists = city.lists[edition - 1];
    if (!lists.attributes) lists.attributes = city.linkage.attribute_list(lists.published);
    tables.listed = {edition, lists.blocked};
    if (!passes && !lists.classes) lists.classes = without_passes(*lists.attributes);
    tables.attributes = {edition, passes ? *lists.attributes : *lists.classes};
}

const CardProfile& profile_of(const CityContext& city, std::uint32_t card, fw::Nanos comes)
{
    const NextGeneration& next = city.next;
    const bool renewed = !next.renewed.empty() && comes >= next.keys_from &&
                         sim::RngStream(city.scenario.seed, "keys").chance(renewed_cards_ppm, card);
    return (renewed ? next.renewed : city.card_profiles)[make_of(city.scenario, card).profile];
}

CardMake make_of(const sim::Scenario& scenario, std::uint32_t card)
{
    const auto& batches = scenario.city.devices.cards;
    const sim::RngStream stream(scenario.seed, "card-make");
    auto pick = static_cast<std::int64_t>(stream.below(1'000'000, card, 0));
    std::size_t batch = 0;
    while (batch + 1 < batches.size() && pick >= batches[batch].share_ppm)
        pick -= batches[batch++].share_ppm;
    const auto& parameters = batches[batch];
    const auto range =
        static_cast<std::uint64_t>(parameters.fraction_to_ppm - parameters.fraction_from_ppm + 1);
    return {static_cast<std::uint8_t>(batch),
            parameters.fraction_from_ppm + static_cast<std::int32_t>(stream.below(range, card, 1))};
}

}  // namespace model
