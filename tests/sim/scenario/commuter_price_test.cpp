// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/commuter_price.h"

#include <gtest/gtest.h>

namespace sim
{

namespace
{

CommuterPass commuter(int months, std::int32_t off_ppm)
{
    CommuterPass pass;
    pass.months = months;
    pass.off_ppm = off_ppm;
    pass.long_off_ppm = 50'000;
    return pass;
}

// 200 x 60 x 0.7 = 8,400; 8,400 x 3 x 0.95 = 23,940. 180 x 60 x 0.5833 = 6,299.64. 310 x 60 x 0.5 =
// 9,300; x 3 x 0.95 = 26,505, half up to 26,510. 290 x 60 x 0.5833 x 3 x 0.95 = 28,925.847.
TEST(CommuterPrice, FollowsTheOperatorsFormulas)
{
    EXPECT_EQ(commuter_price(commuter(1, 300'000), {200}), fw::Yen{8400});
    EXPECT_EQ(commuter_price(commuter(3, 300'000), {200}), fw::Yen{23940});
    EXPECT_EQ(commuter_price(commuter(1, 416'700), {180}), fw::Yen{6300});
    EXPECT_EQ(commuter_price(commuter(3, 500'000), {310}), fw::Yen{26510});
    EXPECT_EQ(commuter_price(commuter(3, 416'700), {290}), fw::Yen{28930});
}

TEST(CommuterPrice, HoldsTheLargestPassWithoutOverflow)
{
    CommuterPass pass = commuter(12, 0);
    pass.rides_a_month = 200;
    pass.long_off_ppm = 0;
    EXPECT_EQ(commuter_price(pass, {65'534}), fw::Yen{157'281'600});
}

}  // namespace

}  // namespace sim
