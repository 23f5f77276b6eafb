// SPDX-License-Identifier: Apache-2.0
#include "models/points/point_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct NoRows final : sim::Recorder {
};

// The office, with a platform that answers as it is told; card 7 has 60 points from t = 50 on.
class City final : private Line, private PostingSink
{
public:
    City()
    {
        ledger_.post({50,
                      sim::PostingKind::award,
                      {sim::AccountKind::subsidy, 0},
                      {sim::AccountKind::points, 7},
                      {60},
                      {},
                      {},
                      7});
    }

    std::string move(const std::string& execution, std::int64_t points,
                     const std::string& ticket = "t")
    {
        const sim::Form answer = office_.answer(sim::Form("points.move")
                                                    .set("request", execution)
                                                    .set("member", "m")
                                                    .set("ticket", ticket)
                                                    .set("points", points),
                                                "", *this);
        if (answer.kind() == "points.moved") return answer.flag("credited") ? "moved" : "on_way";
        return answer.text("reason").value_or("");
    }
    std::int64_t open()
    {
        return office_.answer(sim::Form("points.settle").set("request", "s"), "", *this)
            .number("open")
            .value_or(-1);
    }
    std::int64_t left() const { return accounts_.balance(7, clock); }
    std::int64_t shown()
    {
        return office_
            .answer(sim::Form("points.balance").set("request", "l").set("member", "m"), "", *this)
            .number("points")
            .value_or(-1);
    }
    // With the ride they were given for.
    void take_back(std::int32_t points)
    {
        ledger_.post({clock.count,
                      sim::PostingKind::award,
                      {sim::AccountKind::points, 7},
                      {sim::AccountKind::subsidy, 0},
                      {points},
                      {},
                      {},
                      7});
    }

    std::optional<sim::Form> platform = sim::Form("mykey.credited");
    int asked = 0;
    fw::Nanos clock{100};

private:
    fw::Nanos now() override { return clock; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        ++asked;
        return platform;
    }
    void posting(const sim::PostingRow& row) override { accounts_.count(row); }

    NoRows rows_;
    Ledger ledger_{*this, 10};
    PointAccounts accounts_{ledger_};
    PointOffice office_{{{7, 7, "m", "a"}}, accounts_, {1}, rows_};
};

TEST(PointOffice, MovesAnExecutionOnceHoweverOftenItIsAsked)
{
    City city;

    EXPECT_EQ(city.move("e", 40), "moved");
    EXPECT_EQ(city.move("e", 40), "moved");

    EXPECT_EQ(city.left(), 20);
    EXPECT_EQ(city.asked, 1);
}

TEST(PointOffice, MovesNoMoreThanThereIsByNow)
{
    City city;
    city.clock = {49};

    EXPECT_EQ(city.move("early", 40), "too_little");
    city.clock = {50};
    EXPECT_EQ(city.move("early", 40), "too_little");  // decided
    EXPECT_EQ(city.move("much", 61), "too_little");
    EXPECT_EQ(city.move("none", 0), "too_little");
    EXPECT_EQ(city.left(), 60);
}

TEST(PointOffice, KeepsPointsOnTheirWayUntilThePlatformAnswers)
{
    City city;
    city.platform.reset();

    EXPECT_EQ(city.move("e", 40), "on_way");
    EXPECT_EQ(city.open(), 1);
    EXPECT_EQ(city.left(), 20);
    city.platform = sim::Form("mykey.credited");
    EXPECT_EQ(city.open(), 0);
    EXPECT_EQ(city.move("e", 40), "on_way");  // the same answer
    EXPECT_EQ(city.left(), 20);
}

TEST(PointOffice, TakesAnExecutionForOneMoveOnly)
{
    City city;
    city.move("e", 40);

    EXPECT_EQ(city.move("e", 41), "other_move");
    EXPECT_EQ(city.move("e", 40, "another"), "other_move");
    EXPECT_EQ(city.move("", 10), "malformed");
    EXPECT_EQ(city.left(), 20);
}

TEST(PointOffice, MovesNothingFromAnAccountThatOwes)
{
    City city;
    city.move("e", 40);
    city.take_back(60);

    EXPECT_EQ(city.left(), -40);
    EXPECT_EQ(city.shown(), 0);
    EXPECT_EQ(city.move("f", 1), "too_little");
}

TEST(PointOffice, GivesBackOnceWhatThePlatformRefuses)
{
    City city;
    city.platform = sim::Form("mykey.refused");

    EXPECT_EQ(city.move("e", 40), "not_taken");
    EXPECT_EQ(city.move("e", 40), "not_taken");

    EXPECT_EQ(city.left(), 60);
    EXPECT_EQ(city.asked, 1);
}

}  // namespace

}  // namespace model
