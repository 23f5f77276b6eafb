// SPDX-License-Identifier: Apache-2.0
#include "models/bus/face_matcher.h"

#include <algorithm>

namespace model
{

namespace
{

// Own numbering of the draws of one look.
enum Draw : std::uint64_t { draw_twin, draw_other, draw_who, draw_missed };

}  // namespace

std::optional<std::uint32_t> FaceMatcher::look_at(const Face& face, std::uint64_t look) const
{
    if (face.twin && stream_.chance(parameters_.twin_match_ppm, look, draw_twin)) return face.twin;
    if (stream_.chance(parameters_.false_match_ppm, look, draw_other))
        return another(face.person, look);
    if (face.person == Face::stranger) return std::nullopt;
    const std::int64_t missed =
        std::int64_t{parameters_.false_non_match_ppm} * (face.masked ? parameters_.mask_factor : 1);
    if (stream_.chance(std::min<std::int64_t>(missed, 1'000'000), look, draw_missed))
        return std::nullopt;
    return face.person;
}

// Any registered person but this one.
std::optional<std::uint32_t> FaceMatcher::another(std::uint32_t person, std::uint64_t look) const
{
    const auto registered = static_cast<std::uint64_t>(parameters_.registered);
    const bool known = person != Face::stranger;
    const std::uint64_t others = registered - (known ? 1 : 0);
    if (others == 0) return std::nullopt;
    const auto pick = static_cast<std::uint32_t>(stream_.below(others, look, draw_who));
    return known && pick >= person ? pick + 1 : pick;
}

}  // namespace model
