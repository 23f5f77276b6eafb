// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_office.h"

#include <gtest/gtest.h>

#include "models/school/watch_sender.h"

namespace model
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};

struct KeptWatch final : sim::Recorder {
    std::vector<std::string> effects;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyWatchRow>(&row))
            if (const auto* const one = std::get_if<sim::WatchShownRow>(any))
                effects.push_back(one->news + " " + one->effect);
    }
};

// A child whose guardian is "mum"; "dad" is the other one of the family.
class School : private Line
{
public:
    School()
    {
        rules.senders = 1;
        office.enter("child", "mum", false);
    }

    std::string allow(const std::string& actor, const std::string& receiver)
    {
        return act("watch.allow", actor, receiver);
    }
    std::string revoke(const std::string& receiver) { return act("watch.revoke", "mum", receiver); }
    std::string hide() { return ask(sim::Form("watch.hide"), ""); }
    std::string hit() { return ask(sim::Form("watch.hit").set("at_ns", 7), "streetcam-1"); }
    std::string present() { return ask(sim::Form("watch.present"), "schoolgate-1"); }
    std::vector<std::string> absent()
    {
        return office
            .answer(sim::Form("watch.roll_call").set("request", "roll"), "schooloffice-1", *this)
            .texts("children");
    }
    // Receiver, what and camera of all that is to be told now.
    std::vector<std::string> news()
    {
        std::vector<std::string> all;
        while (const auto one = office.next(0, clock))
            all.push_back(one->receiver + " " + one->what + " " + one->camera);
        return all;
    }

    sim::SchoolWatch rules;
    KeptWatch kept;
    fw::Nanos clock{0};
    WatchOffice office{rules, kept};

private:
    std::string act(const char* kind, const std::string& actor, const std::string& receiver)
    {
        return ask(sim::Form(kind).set("actor", actor).set("receiver", receiver), "guardianapp-1");
    }
    std::string ask(sim::Form request, const std::string& from)
    {
        request.set("request", "r" + std::to_string(++asked_)).set("child", "child");
        const sim::Form reply = office.answer(request, from, *this);
        return reply.text("reason").value_or(reply.kind());
    }
    fw::Nanos now() override { return clock; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    void spend(fw::Nanos time) override { clock = clock + time; }
    int asked_ = 0;
};

using Words = std::vector<std::string>;

TEST(WatchOffice, TellsWhomTheGuardianNamedAndNobodyElse)
{
    School school;
    EXPECT_EQ(school.hit(), "not_allowed");
    EXPECT_EQ(school.allow("dad", "dad"), "not_the_guardian");
    EXPECT_EQ(school.allow("mum", "mum"), "watch.accepted");
    EXPECT_EQ(school.hit(), "watch.accepted");
    EXPECT_EQ(school.news(), (Words{"mum seen streetcam-1"}));
    school.allow("mum", "dad");
    school.hit();
    EXPECT_EQ(school.news(), (Words{"dad seen streetcam-1", "mum seen streetcam-1"}));
}

TEST(WatchOffice, AnswersTheEndWhenWhatItSentLivesNoMoreAndSendsNoneThatWaits)
{
    School school;
    school.allow("mum", "mum");
    school.hit();
    school.hit();
    ASSERT_TRUE(school.office.next(0, school.clock));
    EXPECT_EQ(school.revoke("mum"), "watch.accepted");
    EXPECT_GT(school.clock, school.rules.event_life);
    EXPECT_TRUE(school.news().empty());
}

TEST(WatchOffice, TellsTheGuardianAloneAndNoPlaceOfAProtectedChild)
{
    School school;
    school.allow("mum", "mum");
    school.allow("mum", "dad");
    school.hit();
    EXPECT_EQ(school.hide(), "watch.accepted");
    EXPECT_TRUE(school.news().empty());
    EXPECT_EQ(school.hit(), "hidden");
    EXPECT_EQ(school.allow("mum", "dad"), "hidden");
    school.present();
    EXPECT_EQ(school.news(), (Words{"mum arrived "}));
}

TEST(WatchOffice, CountsAChildOnceAndReportsWhoIsNotThere)
{
    School school;
    school.office.enter("sister", "mum", false);
    school.allow("mum", "mum");
    school.present();
    school.present();
    EXPECT_EQ(school.news(), (Words{"mum arrived "}));
    EXPECT_TRUE(school.absent().empty());
}

TEST(WatchOffice, ReportsAnAbsentChildToItsGuardian)
{
    School school;
    school.allow("mum", "mum");
    EXPECT_EQ(school.absent(), (Words{"child"}));
    EXPECT_EQ(school.news(), (Words{"mum absent "}));
}

TEST(GuardianPhone, ShowsAnEventOnceWhileItLivesAndItsOwnerAgrees)
{
    School school;
    KeptWatch kept;
    struct Still final : Line {
        fw::Nanos clock{second};
        fw::Nanos now() override { return clock; }
        std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
        {
            return std::nullopt;
        }
    } line;
    GuardianPhone phone("guardian-1", 1, kept);
    const auto event = [](const char* news) {
        return sim::Form("watch.event").set("request", news).set("until_ns", 2 * second.count);
    };
    EXPECT_EQ(phone.answer(event("a"), "", line).kind(), "watch.shown");
    EXPECT_EQ(phone.answer(event("a"), "", line).kind(), "watch.shown");
    line.clock = fw::Nanos{3 * second.count};
    EXPECT_EQ(phone.answer(event("b"), "", line).kind(), "watch.dropped");
    line.clock = second;
    phone.withdraw();
    EXPECT_EQ(phone.answer(event("c"), "", line).kind(), "watch.dropped");
    EXPECT_EQ(kept.effects, (Words{"a shown", "b late", "c withdrawn"}));
}

}  // namespace

}  // namespace model
