// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/emergency_plan.h"

#include <algorithm>
#include <array>

#include "models/people/enough.h"
#include "models/people/person_names.h"
#include "sim/base/part_drawn.h"
#include "sim/base/quantiles.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

// Own numbering of a call's draws.
enum Draw : std::uint64_t {
    draw_called,
    draw_patient,
    draw_way,
    draw_who,
    draw_hospital,
    draw_hitch,
    draw_again
};

EmergencyHitch hitch_of(const sim::EmergencyMishaps& shares, std::int64_t pick)
{
    const std::array<std::int32_t, 4> parts{shares.beyond_set_ppm, shares.wrong_role_ppm,
                                            shares.off_duty_ppm, shares.no_card_ppm};
    return static_cast<EmergencyHitch>(sim::part_drawn(parts, pick));
}

EmergencyCall draw_call(const sim::Scenario& scenario, const std::vector<std::uint32_t>& people,
                        std::int64_t number)
{
    const sim::Emergency& rules = *scenario.emergency;
    const sim::RngStream stream(scenario.seed, "emergency");
    const auto key = static_cast<std::uint64_t>(number);
    const auto below = [&](std::int64_t most, Draw draw) {
        return static_cast<std::int64_t>(stream.below(static_cast<std::uint64_t>(most), key, draw));
    };
    const std::int64_t usual = rules.call_to_hospital.count;
    EmergencyCall one;
    one.number = number;
    one.called = scenario.from + fw::Nanos{below((scenario.to - scenario.from).count, draw_called)};
    // Between half of the average and one and a half times it.
    one.to_hospital = {usual / 2 + below(usual, draw_way)};
    one.to_patient =
        std::min(sim::quantiles_of(rules.to_patient).at(stream.bits(key, draw_patient)),
                 fw::Nanos{one.to_hospital.count / 2});
    one.hospital = 1 + static_cast<std::int32_t>(below(rules.hospitals, draw_hospital));
    one.resident = people[static_cast<std::size_t>(below(std::ssize(people), draw_who))];
    one.hitch = hitch_of(rules.mishaps, below(1'000'000, draw_hitch));
    one.sent_again = stream.chance(rules.mishaps.sent_again_ppm, key, draw_again);
    return one;
}

EmergencyCall called_to(const Attempt& one, const std::vector<Resident>& residents,
                        EmergencyCall call)
{
    call.called = one.at;
    call.resident = one.resident;
    call.hitch =
        residents[one.resident].my_number_card ? EmergencyHitch::none : EmergencyHitch::no_card;
    return call;
}

// The ambulance that has been free longest takes the next call.
void send(std::vector<EmergencyCall>& calls, std::int32_t ambulances)
{
    std::vector<EmergencyCall*> by_time;
    for (EmergencyCall& call : calls) by_time.push_back(&call);
    std::stable_sort(by_time.begin(), by_time.end(),
                     [](const auto* a, const auto* b) { return a->called < b->called; });
    std::vector<fw::Nanos> free_at(static_cast<std::size_t>(ambulances));
    for (EmergencyCall* call : by_time) {
        const auto next = std::min_element(free_at.begin(), free_at.end());
        call->ambulance = static_cast<std::int32_t>(next - free_at.begin()) + 1;
        *next = std::max(*next, call->called) + call->to_hospital;
    }
}

}  // namespace

std::vector<EmergencyCall> draw_calls(const sim::Scenario& scenario,
                                      const std::vector<Resident>& residents,
                                      const std::vector<Attempt>& attempts)
{
    const sim::Emergency& rules = *scenario.emergency;
    std::vector<std::uint32_t> people;
    for (std::uint32_t who = 0; who < residents.size(); ++who)
        if (residents[who].my_number_card) people.push_back(who);
    require_enough(scenario, rules.line, people.size(), rules.calls > 0 ? 1 : 0,
                   "residents hold a My Number Card");
    std::vector<EmergencyCall> all;
    std::int64_t number = 1;
    while (number <= rules.calls) all.push_back(draw_call(scenario, people, number++));
    for (const Attempt& one : attempts)
        if (one.service == "ambulance")
            all.push_back(called_to(one, residents, draw_call(scenario, people, number++)));
    send(all, rules.ambulances);
    return all;
}

const char* word_of(EmergencyHitch hitch)
{
    static constexpr std::array<const char*, 5> words{"", "beyond_set", "wrong_role", "off_duty",
                                                      "no_card"};
    return words[static_cast<std::size_t>(hitch)];
}

std::string patient_name(std::uint64_t seed, std::uint32_t resident)
{
    return hex_name(sim::RngStream(seed, "patient"), resident);
}

}  // namespace model
