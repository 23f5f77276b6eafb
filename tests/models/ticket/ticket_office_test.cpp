// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/ticket_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

class TwoOffices final : public Line
{
public:
    fw::Nanos now() override { return {1'000'000'000}; }
    std::optional<sim::Form> call(const std::string& to, const sim::Form& request,
                                  fw::Nanos) override
    {
        if (link_down) return std::nullopt;
        const sim::Form answer = office(to).answer(request, "other", *this);
        if (answer_lost) return std::nullopt;
        return answer;
    }
    TicketOffice& office(const std::string& name) { return name == "tourism" ? tourism : gunmaas; }

    std::string buy(const std::string& name, const std::string& number)
    {
        return *office(name)
                    .answer(sim::Form("visit.buy").set("request", number), "traveller-1", *this)
                    .text("ticket");
    }
    // "admitted", "silent" or the reason of a refusal.
    std::string redeem(const std::string& name, const std::string& ticket,
                       const std::string& number)
    {
        const sim::Form reply = office(name).answer(
            sim::Form("visit.redeem").set("request", number).set("ticket", ticket), "gate-1",
            *this);
        return reply.text("reason").value_or(reply.kind().substr(6));
    }

    bool link_down = false, answer_lost = false;
    sim::Recorder none;
    TicketOffice gunmaas{"gunmaas", "tourism", 'g', {1'000'000'000}, none};
    TicketOffice tourism{"tourism", "gunmaas", 't', {1'000'000'000}, none};
};

TEST(TicketOffice, SellsOneTicketForARequestThatComesTwice)
{
    TwoOffices two;

    EXPECT_EQ(two.buy("gunmaas", "b1"), two.buy("gunmaas", "b1"));
    EXPECT_NE(two.buy("gunmaas", "b1"), two.buy("gunmaas", "b2"));
}

TEST(TicketOffice, AdmitsATicketOnceOverBothOffices)
{
    TwoOffices two;
    const std::string ticket = two.buy("tourism", "b1");

    EXPECT_EQ(two.redeem("gunmaas", ticket, "gate-1/1"), "admitted");
    EXPECT_EQ(two.redeem("gunmaas", ticket, "gate-1/1"), "admitted") << "the same request again";
    EXPECT_EQ(two.redeem("tourism", ticket, "gate-2/1"), "used");
    EXPECT_EQ(two.redeem("gunmaas", ticket, "gate-1/2"), "used");
}

TEST(TicketOffice, DoesNotTakeATicketOfTheOtherWhileTheLinkIsDown)
{
    TwoOffices two;
    const std::string ticket = two.buy("tourism", "b1");
    two.link_down = true;

    EXPECT_EQ(two.redeem("gunmaas", ticket, "gate-1/1"), "silent");
    EXPECT_EQ(two.redeem("tourism", ticket, "gate-2/1"), "admitted");
    two.link_down = false;
    EXPECT_EQ(two.redeem("gunmaas", ticket, "gate-1/1"), "used");
}

TEST(TicketOffice, AdmitsOnTheSameRequestWhenTheAnswerWasLost)
{
    TwoOffices two;
    const std::string ticket = two.buy("tourism", "b1");
    two.answer_lost = true;
    EXPECT_EQ(two.redeem("gunmaas", ticket, "gate-1/1"), "silent");
    two.answer_lost = false;

    EXPECT_EQ(two.redeem("gunmaas", ticket, "gate-1/1"), "admitted");
}

TEST(TicketOffice, RefusesWhatNobodySold)
{
    TwoOffices two;

    for (const char* ticket : {"", "g-900001", "t-900001", "x", "g-"})
        EXPECT_EQ(two.redeem("gunmaas", ticket, std::string("r") + ticket), "unknown_ticket")
            << ticket;
}

}  // namespace

}  // namespace model
