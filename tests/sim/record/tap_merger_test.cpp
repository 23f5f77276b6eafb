// SPDX-License-Identifier: Apache-2.0
#include "sim/record/tap_merger.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace sim
{

namespace
{
TapRow tap_of(std::uint32_t device, std::uint32_t sequence)
{
    TapRow row;
    row.event.key = {device, sequence};
    return row;
}
}  // namespace

TEST(TapMerger, GivesAWaitingTapOnce)
{
    TapMerger merger;
    merger.hold(tap_of(3, 7));

    EXPECT_EQ(merger.known({3, 7}), TapMerger::Known::waiting);
    EXPECT_EQ(merger.take({3, 7}).event.key, (fw::TapKey{3, 7}));
    EXPECT_EQ(merger.known({3, 7}), TapMerger::Known::done);
    EXPECT_FALSE(merger.hold(tap_of(3, 7)));
}

TEST(TapMerger, DoesNotKnowTapsNobodyHandedOver)
{
    TapMerger merger;
    merger.hold(tap_of(3, 7));

    EXPECT_EQ(merger.known({3, 6}), TapMerger::Known::never);
    EXPECT_EQ(merger.known({3, 8}), TapMerger::Known::never);
    EXPECT_EQ(merger.known({4, 7}), TapMerger::Known::never);
}

TEST(TapMerger, GivesTheRestInTheOrderTheyCame)
{
    TapMerger merger;
    merger.hold(tap_of(9, 1));
    merger.hold(tap_of(2, 5));
    merger.take({9, 1});
    merger.hold(tap_of(9, 2));

    const auto rest = merger.take_all();

    ASSERT_EQ(rest.size(), 2u);
    EXPECT_EQ(rest[0].event.key, (fw::TapKey{2, 5}));
    EXPECT_EQ(rest[1].event.key, (fw::TapKey{9, 2}));
    EXPECT_TRUE(merger.take_all().empty());
}

TEST(TapMerger, RefusesACountThatJumpsWildly)
{
    TapMerger merger;
    merger.hold(tap_of(1, 1));
    EXPECT_THROW(merger.hold(tap_of(1, 0xFFFFFFF0)), std::logic_error);
}

RC_GTEST_PROP(TapMerger, LosesAndInventsNothing, (std::vector<std::pair<std::uint8_t, bool>> acts))
{
    TapMerger merger;
    std::set<std::uint32_t> waiting, held;
    for (const auto& [number, arrives] : acts) {
        const fw::TapKey key{1U + number % 3U, 1U + number / 3U};
        if (arrives && waiting.count(number) != 0) {
            RC_ASSERT(merger.take(key).event.key == key);
            waiting.erase(number);
        } else if (!arrives && held.insert(number).second) {
            RC_ASSERT(merger.hold(tap_of(key.device, key.sequence)));
            waiting.insert(number);
        }
    }
    RC_ASSERT(merger.take_all().size() == waiting.size());
}

}  // namespace sim
