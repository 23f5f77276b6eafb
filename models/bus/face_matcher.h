// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "sim/base/rng_stream.h"
#include "sim/scenario/face_rates.h"

// What a camera that compares a face with all registered ones answers, by declared rates of error:
// no template is modelled, and none leaves the vehicle (services.md P10).
namespace model
{

struct Face {
    std::uint32_t person = 0;  // number among the registered, or `stranger`
    bool masked = false;
    std::optional<std::uint32_t> twin{};  // number of a registered twin

    static constexpr std::uint32_t stranger = 0xFFFFFFFF;
};

class FaceMatcher
{
public:
    FaceMatcher(const sim::FaceRates& parameters, const sim::RngStream& stream)
        : parameters_(parameters), stream_(stream)
    {
    }

    // Who of the registered the camera takes the face for, none: nobody. `look` numbers the looks
    // of the run.
    std::optional<std::uint32_t> look_at(const Face& face, std::uint64_t look) const;

private:
    std::optional<std::uint32_t> another(std::uint32_t person, std::uint64_t look) const;

    const sim::FaceRates& parameters_;
    sim::RngStream stream_;
};

}  // namespace model
