// SPDX-License-Identifier: Apache-2.0
#include "models/portal/notice_board.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct Nowhere final : sim::Recorder {
    void keep(const sim::ServiceRow&) override {}
};

sim::Scenario village()
{
    sim::Scenario scenario;
    scenario.seed = 1;
    scenario.portal.emplace();
    scenario.portal->least = 10;
    return scenario;
}

// Twelve people in the valley and twelve on the hill; the first of the valley is protected.
std::vector<PortalMember> twenty_four()
{
    std::vector<PortalMember> members;
    for (std::uint32_t i = 0; i < 24; ++i)
        members.push_back({"member" + std::to_string(i), i, i < 12 ? "valley" : "hill",
                           static_cast<int>(20 + i), i != 0});
    return members;
}

class Board final : private Line
{
public:
    sim::Form send(sim::Form form)
    {
        return board.answer(form.set("request", "q" + std::to_string(++sent_)), "x", *this);
    }
    sim::Form publish(const std::string& sender, const std::vector<std::string>& districts,
                      bool everyone = false)
    {
        return send(sim::Form("portal.publish")
                        .set("sender", sender)
                        .set("everyone", everyone)
                        .set("districts", districts)
                        .set("age_from", 0)
                        .set("age_to", 120));
    }
    sim::Form look(const std::string& member, int after = 0)
    {
        return send(sim::Form("inbox.ask").set("member", member).set("after", after));
    }

private:
    fw::Nanos now() override { return {1000}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }

    sim::Scenario scenario_ = village();
    std::vector<PortalMember> members_ = twenty_four();
    CouponBook coupons_;
    Nowhere nowhere_;
    int sent_ = 0;

public:
    NoticeBoard board{scenario_, members_, coupons_, nowhere_};
};

TEST(NoticeBoard, TellsASenderHowManyItReachesWithoutWhoIsProtected)
{
    Board board;

    EXPECT_EQ(board.publish("office", {"valley"}).number("people"), 11);
    EXPECT_EQ(board.publish("office", {}, true).number("people"), 23);
}

TEST(NoticeBoard, SendsWhoIsProtectedWhatGoesToEveryoneAlone)
{
    Board board;
    board.publish("office", {"valley"});
    board.publish("office", {}, true);

    EXPECT_EQ(board.look("member0").texts("notices"), std::vector<std::string>{"2"});
    EXPECT_EQ(board.look("member1").texts("notices"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(board.look("member13").texts("notices"), std::vector<std::string>{"2"});
}

TEST(NoticeBoard, TellsAPhoneWhatIsNewer)
{
    Board board;
    board.publish("office", {}, true);
    board.publish("office", {}, true);

    EXPECT_EQ(board.look("member1", 1).texts("notices"), std::vector<std::string>{"2"});
    EXPECT_TRUE(board.look("member1", 2).texts("notices").empty());
}

TEST(NoticeBoard, SendsOffersOfFirmsToWhoAgreed)
{
    Board board;
    board.publish("bakery", {}, true);

    EXPECT_TRUE(board.look("member1").texts("offers").empty());
    board.send(sim::Form("offers.agree").set("member", "member1"));
    EXPECT_EQ(board.look("member1").texts("offers"), std::vector<std::string>{"1"});
    board.send(sim::Form("offers.end").set("member", "member1"));
    EXPECT_TRUE(board.look("member1").texts("offers").empty());
}

}  // namespace

}  // namespace model
