// SPDX-License-Identifier: Apache-2.0
#include "sim/export/small_cells.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>

namespace sim
{

RC_GTEST_PROP(SmallCells, ShowNothingBelowK, ())
{
    const auto k = *rc::gen::inRange<std::int64_t>(2, 200);
    const auto people = *rc::gen::inRange<std::int64_t>(0, k);
    RC_ASSERT(!SmallCells{k}.shown(people));
}

RC_GTEST_PROP(SmallCells, ShowTheNearestMultipleOfKFromThereOn, ())
{
    const auto k = *rc::gen::inRange<std::int64_t>(2, 200);
    const auto people = *rc::gen::inRange<std::int64_t>(k, 100'000);
    const std::optional<std::int64_t> shown = SmallCells{k}.shown(people);
    RC_ASSERT(shown.has_value());
    RC_ASSERT(*shown % k == 0);
    RC_ASSERT(2 * std::abs(*shown - people) <= k);
}

RC_GTEST_PROP(SmallCells, ShowEveryCountWhenKIsOne, ())
{
    const auto people = *rc::gen::inRange<std::int64_t>(0, 100'000);
    RC_ASSERT(SmallCells{1}.shown(people) == people);
}

}  // namespace sim
