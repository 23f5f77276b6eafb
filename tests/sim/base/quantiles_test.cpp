// SPDX-License-Identifier: Apache-2.0
#include "sim/base/quantiles.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "sim/base/rng_stream.h"

namespace
{

using sim::Quantiles;
constexpr std::uint64_t middle = 1ULL << 63;
constexpr std::uint64_t all_ones = ~0ULL;

std::int64_t mean_of(const Quantiles& quantiles)
{
    const sim::RngStream stream(11, "mean");
    std::int64_t sum = 0;
    for (std::uint64_t key = 0; key < 100'000; ++key) sum += quantiles.at(stream.bits(key)).count;
    return sum / 100'000;
}

TEST(Quantiles, OfAConstantAreThatConstant)
{
    const Quantiles q = Quantiles::constant({5'000'000});
    EXPECT_EQ(q.at(0).count, 5'000'000);
    EXPECT_EQ(q.at(all_ones).count, 5'000'000);
}

TEST(Quantiles, OfAUniformStayBetweenItsBoundsAndAverageInTheMiddle)
{
    const Quantiles q = Quantiles::uniform({1'000'000}, {3'000'000});
    EXPECT_EQ(q.at(0).count, 1'000'000);
    EXPECT_LE(q.at(all_ones).count, 3'000'000);
    EXPECT_GT(q.at(all_ones).count, 2'998'000);
    EXPECT_NEAR(static_cast<double>(mean_of(q)), 2e6, 1e4);
}

TEST(Quantiles, OfAnExponentialHaveItsMedianAndMean)
{
    const Quantiles q = Quantiles::exponential({20'000'000});
    EXPECT_NEAR(static_cast<double>(q.at(middle).count), 13'862'943.6, 2.0);  // 20 ms x ln 2
    EXPECT_NEAR(static_cast<double>(mean_of(q)), 20e6, 0.3e6);
}

TEST(Quantiles, OfALognormalHaveItsMedianAndMean)
{
    const Quantiles q = Quantiles::lognormal({60'000'000}, 0.6);
    EXPECT_NEAR(static_cast<double>(q.at(middle).count), 60e6, 2.0);
    EXPECT_NEAR(static_cast<double>(mean_of(q)), 71'833'042.0, 0.7e6);  // 60 ms x exp(0.18)
}

TEST(Quantiles, OfALognormalHaveItsTails)
{
    const Quantiles q = Quantiles::lognormal({60'000'000}, 0.6);
    const std::uint64_t one_percent = all_ones / 100;
    // 60 ms x exp(+-0.6 x 2.3263479), the normal distribution's first and 99th percentile.
    EXPECT_NEAR(static_cast<double>(q.at(one_percent).count), 14'857'480.0, 15'000.0);
    EXPECT_NEAR(static_cast<double>(q.at(all_ones - one_percent).count), 242'302'235.0, 250'000.0);
}

TEST(Quantiles, NeverFallAsTheBitsRise)
{
    for (const Quantiles& q :
         {Quantiles::uniform({0}, {1'000'003}), Quantiles::exponential({20'000'000}),
          Quantiles::lognormal({50'000'000}, 0.5)}) {
        std::int64_t before = -1;
        for (std::uint64_t i = 0; i < 100'000; ++i) {
            const std::int64_t now = q.at(i * (all_ones / 100'000)).count;
            ASSERT_GE(now, before) << i;
            before = now;
        }
    }
}

TEST(Quantiles, PinTheirValuesForEver)
{
    const Quantiles uplink = Quantiles::lognormal({50'000'000}, 0.5);
    const Quantiles service = Quantiles::exponential({20'000'000});
    EXPECT_EQ(uplink.at(0).count, 7'987'344);
    EXPECT_EQ(uplink.at(0x123456789abcdef0ULL).count, 24'004'467);
    EXPECT_EQ(uplink.at(all_ones).count, 312'995'109);
    EXPECT_EQ(service.at(0).count, 2'441);
    EXPECT_EQ(service.at(0x123456789abcdef0ULL).count, 1'475'322);
    EXPECT_EQ(service.at(all_ones).count, 180'218'252);
}

}  // namespace
