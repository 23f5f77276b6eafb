// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "firmware/farebox/fare_box.h"
#include "models/card/transit_card.h"
#include "models/cloud/id_linkage.h"
#include "models/people/riders.h"
#include "sim/record/recorder.h"

// What every bus of a run shares: the day, the people and their cards, the tables in the boxes.
namespace model
{

// One published edition of everything that is downloaded into fare boxes. The attributes are what
// the register holds at the publication; they are made when the first box asks for them after it.
struct ListEdition {
    fw::Nanos published{};
    std::vector<std::uint64_t> blocked;
    std::optional<std::vector<fw::AttributeEntry>> attributes{};
    std::optional<std::vector<fw::AttributeEntry>> classes{};  // the same without passes
};

// What a rolling change of tariff or keys brings, when the scenario has one.
struct NextGeneration {
    const fw::FareTable* fares = nullptr;
    fw::Nanos fares_from{};            // in force, on each box's own clock
    std::vector<CardProfile> renewed;  // like CityContext::card_profiles, with the next keys
    std::shared_ptr<const StandInCipher> keys;
    fw::Nanos keys_from{};  // riders who come later may carry a renewed card
};

struct CityContext {
    const sim::Scenario& scenario;
    const sim::Timetable& timetable;
    const DayPlan& plan;
    const People& people;
    std::vector<TransitCard>& cards;                // by card number
    const std::vector<CardProfile>& card_profiles;  // as in DeviceParameters::cards
    const fw::FareTable& fares;
    std::vector<ListEdition>& lists;  // edition n is lists[n - 1]
    const IdLinkage& linkage;
    sim::Recorder& recorder;
    NextGeneration next{};
    // What coupons take off the amount of a sale, by its number; none: no coupons.
    const std::map<std::uint32_t, fw::Yen>* coupons = nullptr;
};

fw::Tables tables_of(const CityContext& city, std::uint32_t edition, bool passes = true);
// Replaces the lists and leaves the fares. `passes` false: what a shop gets that asks for a pass.
void set_lists(fw::Tables& tables, const CityContext& city, std::uint32_t edition,
               bool passes = true);

// Of all cards so many carry only the next generation of keys once it is being handed out; assumed.
constexpr std::int32_t renewed_cards_ppm = 100'000;

// The batch a card belongs to, and its own share of that batch's longest response times.
struct CardMake {
    std::uint8_t profile = 0;
    std::int32_t fraction_ppm = 0;
};
CardMake make_of(const sim::Scenario& scenario, std::uint32_t card);
// Who comes after the next generation of keys has been handed out may hold a card of it, old boxes
// or not; one ride or sale never sees a card change.
const CardProfile& profile_of(const CityContext& city, std::uint32_t card, fw::Nanos comes);

}  // namespace model
