// SPDX-License-Identifier: Apache-2.0
#include "models/lecture/lecture_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct KeptEntries final : sim::Recorder {
    std::vector<std::string> entries;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyLectureRow>(&row))
            if (const auto* const one = std::get_if<sim::LectureEntryRow>(any))
                entries.push_back(one->ticket + " " + one->request + " " + one->way);
    }
};

// The office, with an authority that stands by every card but the serial number "revoked".
class Hall : private Line
{
public:
    sim::Form prove(const char* kind, const std::string& number, const std::string& serial,
                    const std::string& visit = "")
    {
        const std::string challenge =
            ask(sim::Form("lecture.begin").set("request", number)).text("challenge").value_or("");
        return ask(sim::Form(kind)
                       .set("request", number)
                       .set("visit", visit)
                       .set("challenge", challenge)
                       .set("serial", serial));
    }
    // Buys and agrees; the name of the guest.
    std::string guest(const std::string& serial)
    {
        const std::string name =
            prove("lecture.buy", "buy-" + serial, serial).text("guest").value_or("");
        ask(sim::Form("lecture.agree").set("request", "a").set("guest", name));
        return name;
    }
    std::string enter(const std::string& guest, const std::string& visit)
    {
        return answer_of(ask(sim::Form("lecture.enter")
                                 .set("request", "e")
                                 .set("visit", visit)
                                 .set("guest", guest)));
    }
    sim::Form ask(const sim::Form& request) { return office.answer(request, "", *this); }
    static std::string answer_of(const sim::Form& reply)
    {
        return reply.text("reason").value_or(reply.kind());
    }

    KeptEntries kept;

private:
    fw::Nanos now() override { return {}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form& request, fw::Nanos) override
    {
        const bool valid = request.text("serial") != "revoked";
        return sim::Form("certificate.checked").set("valid", valid).set("reason", "revoked");
    }

    DomainNames names{1};
    LectureOffice office{1, fw::Nanos{1}, names, kept};
};

TEST(LectureOffice, SellsOneTicketToAProvenCard)
{
    Hall hall;
    const sim::Form first = hall.prove("lecture.buy", "buy-1", "mine");
    EXPECT_EQ(first.text("ticket"), "lecture-1");
    EXPECT_EQ(hall.prove("lecture.buy", "buy-2", "mine").text("ticket"), "lecture-1");
    EXPECT_EQ(hall.prove("lecture.buy", "buy-3", "other").text("ticket"), "lecture-2");
    EXPECT_EQ(Hall::answer_of(hall.prove("lecture.buy", "buy-4", "revoked")), "revoked");
}

TEST(LectureOffice, TakesNoProofOfAnotherChallenge)
{
    Hall hall;
    EXPECT_EQ(Hall::answer_of(hall.ask(sim::Form("lecture.buy")
                                           .set("request", "buy-1")
                                           .set("challenge", "made up")
                                           .set("serial", "mine"))),
              "foreign_proof");
}

TEST(LectureOffice, LetsATicketInOnceAndTheSameVisitAgain)
{
    Hall hall;
    const std::string guest = hall.guest("mine");
    EXPECT_EQ(hall.enter(guest, "visit-1"), "lecture.admitted");
    EXPECT_EQ(hall.enter(guest, "visit-1"), "lecture.admitted");
    EXPECT_EQ(hall.enter(guest, "visit-2"), "already_in");
    EXPECT_EQ(Hall::answer_of(hall.prove("lecture.enter_card", "card-2", "mine", "visit-2")),
              "already_in");
    EXPECT_EQ(hall.kept.entries, (std::vector<std::string>{"lecture-1 visit-1 face"}));
}

TEST(LectureOffice, OpensForTheCardAloneWhereNobodyAgreedToTheFace)
{
    Hall hall;
    const std::string guest = hall.prove("lecture.buy", "buy-1", "mine").text("guest").value_or("");
    EXPECT_EQ(hall.enter(guest, "visit-1"), "not_agreed");
    EXPECT_EQ(Hall::answer_of(hall.prove("lecture.enter_card", "card-1", "mine", "visit-1")),
              "lecture.admitted");
    EXPECT_EQ(Hall::answer_of(hall.prove("lecture.enter_card", "card-2", "other", "visit-2")),
              "no_ticket");
}

}  // namespace

}  // namespace model
