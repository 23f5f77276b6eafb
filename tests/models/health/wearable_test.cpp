// SPDX-License-Identifier: Apache-2.0
#include "models/health/wearable.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/models/health/health_rules.h"

namespace model
{

namespace
{

struct Worn {
    sim::HealthItems items = three_items();
    BodyOf body{7, items};
    Wearable wearable{3};
};

TEST(Wearable, MeasuresEveryReadingOfADayOnceHoweverOftenItIsAsked)
{
    Worn one;
    one.wearable.put_on(5, 0, {0});
    for (int hour = 1; hour <= 24; ++hour)
        one.wearable.measure(one.body, fw::Nanos{3'600'000'000'000} * hour);

    std::set<std::int64_t> numbers;
    for (const HeldReading& held : one.wearable.memory()) numbers.insert(held.reading.id);
    EXPECT_EQ(one.wearable.memory().size(), 5u);  // four of steps, one of pressure, no waist
    EXPECT_EQ(numbers.size(), 5u);
}

TEST(Wearable, MeasuresWhoeverWearsItAndOnlyWhileWorn)
{
    Worn one;
    one.wearable.measure(one.body, health_day);
    EXPECT_TRUE(one.wearable.memory().empty());

    one.wearable.put_on(5, 0, health_day);
    one.wearable.measure(one.body, health_day * 2);
    EXPECT_EQ(one.wearable.held_of_others(5), 0);
    EXPECT_EQ(one.wearable.held_of_others(6), 5);
}

TEST(Wearable, ForgetsWhatIsWipedAndGoesOnCounting)
{
    Worn one;
    one.wearable.put_on(5, 0, {0});
    one.wearable.measure(one.body, health_day);
    const std::int64_t last = one.wearable.memory().back().reading.id;
    one.wearable.wipe();
    EXPECT_TRUE(one.wearable.memory().empty());

    one.wearable.put_on(6, 1, health_day);
    one.wearable.measure(one.body, health_day * 2);
    EXPECT_EQ(one.wearable.memory().front().reading.id, last + 1);
}

TEST(Body, HasTheSameValuesWhicheverDeviceMeasures)
{
    Worn one;
    const auto morning = one.body.between(5, {0}, health_day);
    EXPECT_EQ(morning, one.body.between(5, {0}, health_day));
    EXPECT_NE(morning, one.body.between(6, {0}, health_day));
    for (const Reading& reading : morning) {
        const sim::HealthItem& item = one.items.items[static_cast<std::size_t>(reading.item)];
        EXPECT_GE(reading.value, item.low);
        EXPECT_LE(reading.value, item.high);
    }
}

}  // namespace

}  // namespace model
