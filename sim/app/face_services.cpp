// SPDX-License-Identifier: Apache-2.0
#include "sim/app/face_services.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/people/enough.h"

namespace app
{

namespace
{

// Own numbering of draws.
enum Draw : std::uint64_t {
    draw_time,
    draw_vehicle,
    draw_who,
    draw_mask,
    draw_pseudonym,
    draw_twin
};

}  // namespace

FaceServices::FaceServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                           model::ServiceNetworkModule& network)
    : ground_(ground), face_(*ground.scenario.face_boarding), stream_(ground.scenario.seed, "face")
{
    register_people();
    network.add_back_end("boarding", register_, parameters.back_end);
    auto riders = draw_walk_ins();
    for (std::size_t i = 0; i < riders.size(); ++i) {
        cameras_.push_back(std::make_unique<model::FaceCamera>(
            model::FaceCamera::Parts{face_, stream_, pseudonyms_, residents_, *this},
            std::move(riders[i])));
        network.add_desk(fmt::format("camera-{}", i + 1), *cameras_.back(), parameters.mobile);
    }
}

// Registration takes the My Number Card and comes before the day; the first who hold one.
void FaceServices::register_people()
{
    const auto& all = ground_.residents;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (residents_.size() == static_cast<std::size_t>(face_.registered)) break;
        if (!all[i].my_number_card) continue;
        enrol(i);
    }
    model::require_enough(ground_.scenario, face_.line, residents_.size(), face_.registered,
                          "residents hold a My Number Card");
}

void FaceServices::enrol(std::uint32_t resident)
{
    residents_.push_back(resident);
    pseudonyms_.push_back(fmt::format("face:{:016x}", stream_.bits(resident, draw_pseudonym)));
    register_.enrol(pseudonyms_.back(), false);
}

// Who can register has done so; one walks in after the other.
void FaceServices::send_everyone(std::vector<std::vector<model::WalkIn>>& by_vehicle)
{
    auto number = static_cast<std::uint32_t>(face_.boardings + face_.strangers);
    for (const model::Attempt& one : ground_.attempts) {
        if (one.service != "auto_bus") continue;
        std::uint32_t person = model::Face::stranger;
        if (ground_.residents[one.resident].my_number_card) {
            person = static_cast<std::uint32_t>(residents_.size());
            enrol(one.resident);
        }
        by_vehicle.front().push_back({one.at, one.resident, {person, false, {}}, number++});
        walkers_.push_back(one.resident);
    }
}

// Numbers 2n and 2n + 1 are twins, where the share has it so.
model::Face FaceServices::face_of(std::uint32_t person, std::uint64_t boarding) const
{
    model::Face face{person, stream_.chance(face_.masks_ppm, boarding, draw_mask), {}};
    const std::uint32_t other = person ^ 1U;
    if (person != model::Face::stranger && other < residents_.size() &&
        stream_.chance(face_.twins_ppm, person / 2, draw_twin))
        face.twin = other;
    return face;
}

std::vector<std::vector<model::WalkIn>> FaceServices::draw_walk_ins()
{
    std::vector<std::vector<model::WalkIn>> by_vehicle(static_cast<std::size_t>(face_.vehicles));
    const sim::Scenario& scenario = ground_.scenario;
    const auto window = static_cast<std::uint64_t>((scenario.to - scenario.from).count);
    const auto people = static_cast<std::uint32_t>(ground_.residents.size());
    const auto strangers = static_cast<std::uint32_t>(face_.strangers);
    const auto total = static_cast<std::uint32_t>(face_.boardings) + strangers;
    for (std::uint32_t i = 0; i < total; ++i) {
        const auto pick = static_cast<std::uint32_t>(stream_.below(residents_.size(), i, draw_who));
        const bool known = i >= strangers;
        // Strangers are the residents who follow the registered ones.
        const std::uint32_t who = known ? residents_[pick] : (residents_.back() + 1 + i) % people;
        const fw::Nanos at =
            scenario.from +
            fw::Nanos{static_cast<std::int64_t>(stream_.below(window, i, draw_time))};
        by_vehicle[stream_.below(by_vehicle.size(), i, draw_vehicle)].push_back(
            {at, who, face_of(known ? pick : model::Face::stranger, i), i});
        walkers_.push_back(who);
    }
    send_everyone(by_vehicle);
    for (auto& riders : by_vehicle)
        std::sort(riders.begin(), riders.end(), [](const auto& a, const auto& b) {
            return std::pair(a.at, a.number) < std::pair(b.at, b.number);
        });
    return by_vehicle;
}

}  // namespace app
