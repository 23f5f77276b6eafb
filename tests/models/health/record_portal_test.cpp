// SPDX-License-Identifier: Apache-2.0
#include "models/health/record_portal.h"

#include <gtest/gtest.h>

#include "tests/models/health/health_rules.h"

namespace model
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};

class Portal : public testing::Test, private Line
{
public:
    std::string send(const sim::Form& request, fw::Nanos at)
    {
        now_ = at;
        const sim::Form reply = portal.answer(request, "checkup-1", *this);
        if (reply.kind() == "record.stored")
            return std::to_string(*reply.number("visible_ns") / minute.count);
        if (reply.kind() != "record.bundle") return reply.text("reason").value_or("");
        std::string all;
        for (const std::string& value : reply.texts("valueQuantity")) all += value + " ";
        return all;
    }
    std::string store(std::int64_t version, std::int64_t value, fw::Nanos at)
    {
        sim::Form request("record.store");
        request.set("subject", "somebody");
        put_readings(request, {{checkup_reading(1, 2), version, 2, value, {0}}}, items);
        return send(request, at);
    }
    std::string read(fw::Nanos at, fw::Nanos after = {})
    {
        return send(
            sim::Form("record.read").set("subject", "somebody").set("after_ns", after.count), at);
    }

    sim::HealthItems items = three_items();
    sim::RecordPortal rules{minute * 60, minute * 30, 3, minute * 600, minute * 10};
    RecordPortal portal{rules, items};

private:
    fw::Nanos now() override { return now_; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    fw::Nanos now_{};
};

TEST_F(Portal, ShowsWhatItWasToldAfterTheNextBatchAndTheDelay)
{
    EXPECT_EQ(store(1, 800, minute * 70), "150");
    EXPECT_EQ(read(minute * 150 + fw::Nanos{-1}), "");
    EXPECT_EQ(read(minute * 150), "800 ");
    EXPECT_EQ(read(minute * 151, minute * 150), "");
}

TEST_F(Portal, TakesWhatIsToldAtABatchIntoTheNextOne)
{
    EXPECT_EQ(store(1, 800, minute * 60), "150");
    EXPECT_EQ(store(2, 810, minute * 60 + fw::Nanos{-1}), "90");
}

TEST_F(Portal, KeepsEachVersionOnceAndNoOlderOneAfterANewer)
{
    store(2, 820, minute * 10);
    store(2, 820, minute * 11);
    store(1, 800, minute * 12);

    EXPECT_EQ(read(minute * 200), "820 ");
}

TEST_F(Portal, IsBusyAfterSoManyRequestsOfAMinute)
{
    for (int i = 0; i < 3; ++i) EXPECT_EQ(read(minute * 20), "");
    EXPECT_EQ(read(minute * 20), "portal_busy");
    EXPECT_EQ(read(minute * 21), "");
}

TEST_F(Portal, IsClosedForMaintenanceFromItsFirstMomentToBeforeItsLast)
{
    EXPECT_EQ(read(minute * 600 + fw::Nanos{-1}), "");
    EXPECT_EQ(read(minute * 600), "portal_closed");
    EXPECT_EQ(read(minute * 610 + fw::Nanos{-1}), "portal_closed");
    EXPECT_EQ(read(minute * 610), "");
}

TEST_F(Portal, RefusesWhatIsNoReading)
{
    sim::Form request("record.store");
    request.set("subject", "somebody").set("identifier", std::vector<std::string>{"c1-2"});

    EXPECT_EQ(send(request, minute), "malformed");
}

}  // namespace

}  // namespace model
