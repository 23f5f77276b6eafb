// SPDX-License-Identifier: Apache-2.0
#include "models/portal/segment_cells.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

std::vector<bool> first(std::size_t count, std::size_t of)
{
    std::vector<bool> inside(of);
    for (std::size_t i = 0; i < count; ++i) inside[i] = true;
    return inside;
}

TEST(SegmentCells, RefuseASegmentOfFewerThanTheLeast)
{
    const SegmentCells cells(40, 10);

    EXPECT_FALSE(cells.allows(first(9, 40)));
    EXPECT_TRUE(cells.allows(first(10, 40)));
}

TEST(SegmentCells, RefuseASegmentThatLeavesFewOut)
{
    const SegmentCells cells(40, 10);

    EXPECT_TRUE(cells.allows(first(40, 40)));
    EXPECT_FALSE(cells.allows(first(31, 40)));
}

TEST(SegmentCells, RefuseTheDifferenceOfTwo)
{
    SegmentCells cells(40, 10);
    cells.cut(first(20, 40));

    EXPECT_FALSE(cells.allows(first(21, 40)));
    EXPECT_FALSE(cells.allows(first(19, 40)));
    EXPECT_TRUE(cells.allows(first(20, 40)));
    EXPECT_TRUE(cells.allows(first(30, 40)));
}

TEST(SegmentCells, RefuseWhatOnlyThreeSegmentsTogetherTellApart)
{
    SegmentCells cells(60, 10);
    cells.cut(first(30, 60));
    std::vector<bool> odd(60);
    for (std::size_t i = 0; i < 60; i += 2) odd[i] = true;
    cells.cut(odd);

    EXPECT_FALSE(cells.allows(first(15, 60)));  // leaves seven and eight of the first thirty
}

}  // namespace

}  // namespace model
