// SPDX-License-Identifier: Apache-2.0
#include "models/card/ride_counter.h"

#include <gtest/gtest.h>

namespace model
{
namespace
{

RideCount fresh(std::uint16_t used = 0)
{
    return {.registration = 7, .year = 2026, .used = used, .per_year = 120, .per_day = 2};
}

struct Counted {
    StatusWord status;
    std::optional<RideCount> count;
};

Counted ask(RideCounter& card, const CountRide& ride, std::uint32_t registration = 7)
{
    const Octets command = count_ride_command(registration, ride);
    Octets data;
    const StatusWord status = card.answer(*parse_apdu(command), data);
    data.push_back(0x90), data.push_back(0x00);
    return {status, checked_count(data, ride.ride)};
}

TEST(RideCounter, GivesTheTestVectorsOfTheCmac)
{
    const CounterKey key{0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6,
                         0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c};
    const Octets block{0x6b, 0xc1, 0xbe, 0xe2, 0x2e, 0x40, 0x9f, 0x96,
                       0xe9, 0x3d, 0x7e, 0x11, 0x73, 0x93, 0x17, 0x2a};
    EXPECT_EQ(counter_mac(key, {}), (CounterMac{0xbb, 0x1d, 0x69, 0x29, 0xe9, 0x59, 0x37, 0x28}));
    EXPECT_EQ(counter_mac(key, block),
              (CounterMac{0x07, 0x0a, 0x16, 0xb4, 0x6b, 0x4d, 0x41, 0x44}));
}

TEST(RideCounter, CountsARideOnceHoweverOftenItIsAsked)
{
    RideCounter card(fresh());
    EXPECT_EQ(ask(card, {41, 2026, 0, 20000}).status, sw::ok);
    const Counted again = ask(card, {41, 2026, 1, 20000});
    EXPECT_EQ(again.status, sw::ok);
    ASSERT_TRUE(again.count);
    EXPECT_EQ(again.count->used, 1);
    EXPECT_EQ(card.count().last_ride, 41U);
}

TEST(RideCounter, RefusesTheThirdRideOfADayAndTakesItOnTheNext)
{
    RideCounter card(fresh());
    ask(card, {1, 2026, 0, 20000});
    ask(card, {2, 2026, 1, 20000});
    EXPECT_EQ(ask(card, {3, 2026, 2, 20000}).status, sw::conditions);
    EXPECT_EQ(ask(card, {3, 2026, 2, 20001}).status, sw::ok);
}

TEST(RideCounter, RefusesThe121stRideOfAYearAndBeginsAnew)
{
    RideCounter card(fresh(119));
    EXPECT_EQ(ask(card, {1, 2026, 119, 20000}).status, sw::ok);
    EXPECT_EQ(ask(card, {2, 2026, 120, 20000}).status, sw::conditions);
    EXPECT_EQ(ask(card, {2, 2027, 120, 20001}).status, sw::ok);
    EXPECT_EQ(card.count().used, 1);
    EXPECT_EQ(card.count().year, 2027);
}

TEST(RideCounter, CountsNothingForAnOldCommandToldAgain)
{
    RideCounter card(fresh());
    ask(card, {1, 2026, 0, 20000});
    ask(card, {2, 2026, 1, 20001});
    EXPECT_EQ(ask(card, {1, 2026, 0, 20000}).status, sw::wrong_data);
    EXPECT_EQ(card.count().used, 2);
}

TEST(RideCounter, CountsNothingForAnotherCardsCommand)
{
    RideCounter card(fresh());
    EXPECT_EQ(ask(card, {1, 2026, 0, 20000}, 8).status, sw::not_satisfied);
    EXPECT_EQ(card.count(), fresh());
}

TEST(RideCounter, IsNotBelievedWithACopiedRegistration)
{
    Octets answer = bytes_of(fresh());
    append(answer, counter_mac(counter_key(8), answer));
    answer.push_back(0x90), answer.push_back(0x00);
    EXPECT_FALSE(checked_count(answer, 0));
}

TEST(RideCounter, ForgetsARideWhosePowerFailedBeforeItWasStored)
{
    RideCounter card(fresh());
    ask(card, {1, 2026, 0, 20000});
    card.undo();
    EXPECT_EQ(card.count(), fresh());
}

}  // namespace
}  // namespace model
