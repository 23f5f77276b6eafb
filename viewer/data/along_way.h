// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/city.h"

// A point on the way of a pattern.
namespace view
{

struct Spot {
    Place at;
    double heading = 0;  // radians, clockwise from north
};

// So much of the length from one point of the way to a later one; share 0 to 1.
Spot along_way(const std::vector<Place>& way, std::uint32_t from, std::uint32_t to, double share);

}  // namespace view
