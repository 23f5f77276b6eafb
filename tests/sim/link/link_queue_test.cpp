// SPDX-License-Identifier: Apache-2.0
#include "sim/link/link_queue.h"

#include <gtest/gtest.h>

namespace sim
{

using fw::Nanos;

// 8 kbit/s: a byte takes 1 ms.
TEST(LinkQueue, SendsOneMessageAfterTheOther)
{
    LinkQueue line(8);
    EXPECT_EQ(line.sent(Nanos{5'000'000}, 3, LinkQueue::Way::there), Nanos{8'000'000});
    EXPECT_EQ(line.sent(Nanos{6'000'000}, 2, LinkQueue::Way::there), Nanos{10'000'000});
    EXPECT_EQ(line.sent(Nanos{20'000'000}, 1, LinkQueue::Way::there), Nanos{21'000'000});
}

TEST(LinkQueue, TheOtherWayIsFree)
{
    LinkQueue line(8);
    (void)line.sent(Nanos{0}, 1000, LinkQueue::Way::there);
    EXPECT_EQ(line.sent(Nanos{0}, 1, LinkQueue::Way::back), Nanos{1'000'000});
}

TEST(LinkQueue, WhatIsPromptWaitsForOnePacketOfBulkAtMost)
{
    LinkQueue line(8, 2);  // packets of 2 ms
    EXPECT_EQ(line.sent(Nanos{0}, 100, LinkQueue::Way::there), Nanos{100'000'000});
    const Nanos now{10'000'000};
    EXPECT_EQ(line.sent(now, 3, LinkQueue::Way::there, Traffic::prompt), Nanos{15'000'000});
    EXPECT_EQ(line.sent(now, 1, LinkQueue::Way::there, Traffic::prompt), Nanos{16'000'000});
}

TEST(LinkQueue, TheEndOfTheLastPacketIsAllThatIsWaitedFor)
{
    LinkQueue line(8, 5);
    (void)line.sent(Nanos{0}, 10, LinkQueue::Way::there);
    EXPECT_EQ(line.sent(Nanos{9'000'000}, 1, LinkQueue::Way::there, Traffic::prompt),
              Nanos{11'000'000});
}

TEST(LinkQueue, BulkPaysForWhatWentBeforeIt)
{
    LinkQueue line(8, 2);
    (void)line.sent(Nanos{0}, 100, LinkQueue::Way::there);
    (void)line.sent(Nanos{10'000'000}, 3, LinkQueue::Way::there, Traffic::prompt);
    EXPECT_EQ(line.sent(Nanos{20'000'000}, 7, LinkQueue::Way::there), Nanos{110'000'000});
}

TEST(LinkQueue, OneClassLetsNobodyPass)
{
    LinkQueue line(8);
    (void)line.sent(Nanos{0}, 100, LinkQueue::Way::there);
    EXPECT_EQ(line.sent(Nanos{0}, 1, LinkQueue::Way::there, Traffic::prompt), Nanos{101'000'000});
}

}  // namespace sim
