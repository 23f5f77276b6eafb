// SPDX-License-Identifier: Apache-2.0
#include "models/identity/link_desk.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};

// A counter that is free ten minutes after the day began, and hears nothing of the registry.
struct BusyCounter final : Desk {
    fw::Nanos at{minute * 10};
    std::string name_ = "counter-1";
    std::vector<std::string> reasons;
    fw::Nanos now() override { return at; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    const std::string& name() const override { return name_; }
    void spend(fw::Nanos time) override { at = at + time; }
    void wait_until(fw::Nanos time) override { at = std::max(at, time); }
    std::uint32_t begin_flow() override { return 1; }
    void end_flow(const sim::FlowRow& row) override { reasons.push_back(row.reason); }
};

std::vector<std::string> served(const LinkVisit& visit, BusyCounter& counter)
{
    sim::Scenario scenario;
    scenario.linking.emplace();
    LinkQueue queue({visit});
    LinkDesk desk(scenario, {}, queue, [](const LinkVisit&) { return LinkCards{}; }, {});
    desk.serve(counter);
    return counter.reasons;
}

LinkVisit visit(fw::Nanos arrives, fw::Nanos patience)
{
    LinkVisit one;
    one.arrives = arrives;
    one.patience = patience;
    one.lacks = "no_card";
    return one;
}

TEST(LinkDesk, IsTooLateForWhoCouldNotWaitSoLong)
{
    BusyCounter counter;

    EXPECT_EQ(served(visit({}, minute * 9), counter), std::vector<std::string>{without_time});
    EXPECT_EQ(counter.at, minute * 10);  // nobody is there to talk to
}

TEST(LinkDesk, IsInTimeForWhoWaitedNoLongerThanTheyCould)
{
    for (const LinkVisit& one :
         {visit({}, minute * 10), visit(minute * 5, minute * 9), visit({}, {})}) {
        BusyCounter counter;
        EXPECT_EQ(served(one, counter), std::vector<std::string>{"no_card"});
        EXPECT_GT(counter.at, minute * 10);
    }
}

}  // namespace

}  // namespace model
