// SPDX-License-Identifier: Apache-2.0
#include "models/people/residents.h"

#include <array>

namespace model
{

namespace
{

// Own numbering of a resident's draws.
enum Draw : std::uint64_t {
    draw_band,
    draw_age,
    draw_birthday,
    draw_district,
    draw_my_number,
    draw_smartphone,
    draw_licence,
    draw_returned,
    draw_condition,
    draw_protected,
};

constexpr int adult = 18, working_age = 15, old_age = 65, oldest_online = 74, past_bearing = 45;

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario)
        : parameters_(scenario.residents->population),
          day_(scenario.tariff_date),
          protected_ppm_(scenario.residents->protected_ppm),
          stream_(scenario.seed, "residents"),
          scenario_(scenario)
    {
    }

    Resident draw(std::uint64_t who, const CardHolder* holder) const
    {
        Resident one;
        one.birth = holder ? holder->birth : birth(who);
        one.district = holder ? district_of(who, holder->lives_here) : district(who);
        if (holder) one.card = static_cast<std::uint32_t>(who);
        const int age = sim::age_on(one.birth, day_, true);
        one.my_number_card = (holder && holder->linked) ||
                             stream_.chance(parameters_.my_number_card_ppm, who, draw_my_number);
        one.signature = one.my_number_card && age >= working_age;
        const bool online = age >= working_age && age <= oldest_online;
        one.smartphone =
            stream_.chance(online ? parameters_.smartphone_ppm : parameters_.smartphone_ppm / 2,
                           who, draw_smartphone);
        one.access = draw_access(scenario_, who, one);
        if (const auto* const its = access_of(scenario_, one); its && !its->phone)
            one.smartphone = false;
        one.licence = licence(who, age);
        one.condition = condition(who, age);
        one.protection = stream_.chance(protected_ppm_, who, draw_protected);
        if (holder && holder->card_type == 2) one.condition = Condition::disabled;
        return one;
    }

private:
    sim::Date birth(std::uint64_t who) const
    {
        auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, who, draw_band));
        std::size_t band = 0;
        while (band + 1 < parameters_.ages.size() && pick >= parameters_.ages[band].share_ppm)
            pick -= parameters_.ages[band++].share_ppm;
        const sim::AgeBand& ages = parameters_.ages[band];
        const auto years = static_cast<std::uint64_t>(ages.to - ages.from + 1);
        const auto days = static_cast<std::int32_t>(stream_.below(years * 365, who, draw_age));
        return {day_.days - ages.from * 365 - ages.from / 4 - days};
    }

    std::uint16_t district(std::uint64_t who) const
    {
        auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, who, draw_district));
        std::uint16_t at = 0;
        while (at + 1U < parameters_.districts.size() &&
               pick >= parameters_.districts[at].share_ppm)
            pick -= parameters_.districts[at++].share_ppm;
        return at;
    }

    // Among the districts of the city, or among the others.
    std::uint16_t district_of(std::uint64_t who, bool here) const
    {
        const auto& all = parameters_.districts;
        const auto fits = [&](std::size_t i) {
            return (all[i].municipality == parameters_.municipality) == here;
        };
        std::int64_t total = 0;
        for (std::size_t i = 0; i < all.size(); ++i) total += fits(i) ? all[i].share_ppm : 0;
        if (total == 0) return 0;
        auto pick = static_cast<std::int64_t>(
            stream_.below(static_cast<std::uint64_t>(total), who, draw_district));
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!fits(i)) continue;
            if (pick < all[i].share_ppm) return static_cast<std::uint16_t>(i);
            pick -= all[i].share_ppm;
        }
        return 0;
    }

    Licence licence(std::uint64_t who, int age) const
    {
        if (age < adult || !stream_.chance(parameters_.licence_ppm, who, draw_licence))
            return Licence::none;
        const bool returned =
            age >= old_age && stream_.chance(parameters_.licence_returned_ppm, who, draw_returned);
        return returned ? Licence::returned : Licence::holds;
    }

    Condition condition(std::uint64_t who, int age) const
    {
        const bool may_bear = age >= adult && age < past_bearing;
        const std::array<std::pair<Condition, std::int32_t>, 4> shares{{
            {Condition::disabled, parameters_.disabled_ppm},
            {Condition::care, age >= old_age ? parameters_.care_ppm : 0},
            {Condition::illness, parameters_.illness_ppm},
            {Condition::pregnant, may_bear ? parameters_.pregnant_ppm : 0},
        }};
        auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, who, draw_condition));
        for (const auto& [condition, share] : shares) {
            if (pick < share) return condition;
            pick -= share;
        }
        return Condition::none;
    }

    const sim::ResidentParameters& parameters_;
    sim::Date day_;
    std::int32_t protected_ppm_;
    sim::RngStream stream_;
    const sim::Scenario& scenario_;
};

}  // namespace

std::vector<Resident> draw_residents(const sim::Scenario& scenario, const People& people)
{
    std::vector<Resident> residents;
    if (!scenario.residents) return residents;
    const Drawer drawer(scenario);
    const std::size_t holders = people.holders.size();
    residents.reserve(std::max(static_cast<std::size_t>(scenario.residents->count), holders));
    while (residents.size() < residents.capacity()) {
        const std::size_t who = residents.size();
        residents.push_back(drawer.draw(who, who < holders ? &people.holders[who] : nullptr));
    }
    return residents;
}

bool lives_in(const sim::ResidentParameters& parameters, const Resident& resident,
              const std::string& municipality)
{
    return parameters.districts[resident.district].municipality == municipality;
}

sim::ResidentRow row_of(const sim::ResidentParameters& parameters, const Resident& resident,
                        std::uint32_t number)
{
    static constexpr std::array<const char*, 3> licences{"none", "holds", "returned"};
    static constexpr std::array<const char*, 5> conditions{"", "disabled", "care", "illness",
                                                           "pregnant"};
    const sim::District& district = parameters.districts[resident.district];
    return {number,
            resident.birth.days,
            district.municipality,
            district.id,
            resident.card == Resident::no_card ? std::int64_t{-1} : resident.card,
            resident.my_number_card,
            resident.signature,
            licences[static_cast<std::size_t>(resident.licence)],
            conditions[static_cast<std::size_t>(resident.condition)],
            resident.protection};
}

}  // namespace model
