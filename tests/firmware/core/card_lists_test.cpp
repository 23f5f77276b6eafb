// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/card_lists.h"

#include <gtest/gtest.h>

#include <vector>

namespace
{

fw::Idm invented(std::uint8_t last)
{
    return {{0x02, 0xFE, 0, 0, 0, 0, 0, last}};
}

TEST(NegativeList, KnowsExactlyItsCards)
{
    const std::vector<std::uint64_t> cards{fw::list_key(invented(3)), fw::list_key(invented(9))};
    const fw::NegativeList list{1, cards};

    EXPECT_TRUE(list.has(invented(3)));
    EXPECT_TRUE(list.has(invented(9)));
    EXPECT_FALSE(list.has(invented(4)));
    EXPECT_FALSE(fw::NegativeList{}.has(invented(3)));
}

TEST(AttributeList, GivesTheClassOfALinkedCardAndNoneToOthers)
{
    const std::vector<fw::AttributeEntry> cards{{fw::list_key(invented(1)), 2},
                                                {fw::list_key(invented(5)), 1}};
    const fw::AttributeList list{1, cards};

    EXPECT_EQ(list.of(invented(1)).discount_class, 2);
    EXPECT_EQ(list.of(invented(5)).discount_class, 1);
    EXPECT_EQ(list.of(invented(4)).discount_class, 0);
    EXPECT_EQ(list.of(invented(6)).discount_class, 0);
}

}  // namespace
