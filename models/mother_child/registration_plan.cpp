// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/registration_plan.h"

#include <algorithm>
#include <array>

#include "models/people/enough.h"
#include "sim/base/part_drawn.h"
#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

// Own numbering of a visit's draws.
enum Draw : std::uint64_t { draw_order, draw_arrival, draw_hitch, draw_step };

constexpr int youngest = 18, oldest = 44;        // *assumed*: half of them stand for the women
constexpr fw::Nanos closing{3'600'000'000'000};  // nobody comes in the last hour
constexpr std::uint64_t steps = 10;

MotherHitch hitch_of(const sim::MotherMishaps& shares, std::int64_t pick)
{
    const std::array<std::int32_t, 5> parts{shares.lost_step_ppm, shares.repeated_step_ppm,
                                            shares.wrong_password_ppm,
                                            shares.forgotten_password_ppm, shares.other_phone_ppm};
    return static_cast<MotherHitch>(sim::part_drawn(parts, pick));
}

MotherVisit sent(const Attempt& attempt, std::int64_t number,
                 const std::vector<Resident>& residents)
{
    MotherVisit one;
    one.number = number;
    one.resident = attempt.resident;
    one.arrives = attempt.at;
    one.card = residents[one.resident].signature;
    return one;
}

}  // namespace

std::vector<std::uint32_t> mothers_of(const sim::Scenario& scenario,
                                      const std::vector<Resident>& residents)
{
    const sim::ResidentParameters& population = scenario.residents->population;
    const sim::RngStream stream(scenario.seed, "mothers");
    std::vector<std::uint32_t> all;
    for (std::uint32_t who = 0; who < residents.size(); ++who) {
        const int age = sim::age_on(residents[who].birth, scenario.tariff_date, true);
        if (age >= youngest && age <= oldest &&
            lives_in(population, residents[who], population.municipality))
            all.push_back(who);
    }
    std::sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(stream.bits(a, draw_order), a) < std::pair(stream.bits(b, draw_order), b);
    });
    const sim::MotherChild& service = *scenario.mother_child;
    require_enough(scenario, service.line, all.size(), service.registrations + service.families,
                   "residents of the city are of an age to have children");
    return all;
}

std::vector<MotherVisit> draw_registrations(const sim::Scenario& scenario,
                                            const std::vector<Resident>& residents,
                                            const std::vector<Attempt>& attempts)
{
    const auto mothers = mothers_of(scenario, residents);
    const sim::RngStream stream(scenario.seed, "registrations");
    const fw::Nanos open =
        std::max(scenario.to - scenario.from - closing, fw::Nanos{1'000'000'000});
    std::vector<MotherVisit> all;
    for (std::int64_t number = 1; number <= scenario.mother_child->registrations; ++number) {
        const auto key = static_cast<std::uint64_t>(number);
        MotherVisit one;
        one.number = number;
        one.resident = mothers[key - 1];
        one.card = residents[one.resident].signature;
        const auto late = stream.below(static_cast<std::uint64_t>(open.count), key, draw_arrival);
        one.arrives = scenario.from + fw::Nanos{static_cast<std::int64_t>(late)};
        one.hitch = hitch_of(scenario.mother_child->mishaps,
                             static_cast<std::int64_t>(stream.below(1'000'000, key, draw_hitch)));
        const int step = 1 + static_cast<int>(stream.below(steps, key, draw_step));
        if (one.hitch == MotherHitch::lost_step) one.lost = step;
        if (one.hitch == MotherHitch::repeated_step) one.twice = step;
        all.push_back(one);
    }
    for (const Attempt& one : attempts)
        if (one.service == "mother_child") all.push_back(sent(one, std::ssize(all) + 1, residents));
    std::stable_sort(all.begin(), all.end(), [](const MotherVisit& a, const MotherVisit& b) {
        return a.arrives < b.arrives;
    });
    return all;
}

const char* word_of(MotherHitch hitch)
{
    static constexpr std::array<const char*, 6> words{
        "", "lost_step", "repeated_step", "wrong_password", "forgotten_password", "other_phone"};
    return words[static_cast<std::size_t>(hitch)];
}

}  // namespace model
