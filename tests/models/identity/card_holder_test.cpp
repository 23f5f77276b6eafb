// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_holder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "models/identity/certificate_validation.h"
#include "sim/base/hex_text.h"
#include "tests/models/my_number/invented_card.h"

namespace model
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};

struct QuietDesk final : Desk {
    fw::Nanos at{};
    std::string name_ = "counter-1";
    fw::Nanos now() override { return at; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    const std::string& name() const override { return name_; }
    void spend(fw::Nanos time) override { at = at + time; }
    void wait_until(fw::Nanos time) override { at = std::max(at, time); }
    std::uint32_t begin_flow() override { return 1; }
    void end_flow(const sim::FlowRow&) override {}
};

struct AtTheReader {
    explicit AtTheReader(const MyNumberIssue& issued)
        : issue(issued), card(std::make_shared<const MyNumberProfile>(model::issue(issued)))
    {
    }
    SignedText sign(LinkMishap mishap)
    {
        return holder.sign(card, issue.pins.auth, "challenge", mishap);
    }
    CertificateState proven(const SignedText& text) const
    {
        constexpr std::array<std::uint8_t, 9> challenge{'c', 'h', 'a', 'l', 'l',
                                                        'e', 'n', 'g', 'e'};
        return CertificateValidation(issue.auth.authority)
            .check(*sim::bytes_of_hex(text.certificate), challenge,
                   *sim::bytes_of_hex(text.signature), sim::date_of({2026, 6, 10}));
    }

    MyNumberIssue issue;
    MyNumberCard card;
    QuietDesk desk;
    std::vector<sim::CardCommandRow> told;
    CardHolderAtReader holder{
        desk,
        ApduReader({}, [this](const sim::CardCommandRow& row) { told.push_back(row); }),
        {second, second},
        {12, 7}};
};

TEST(CardHolderAtReader, ProvesAnAdultAndAChildWithoutASignatureCertificate)
{
    for (const MyNumberIssue& issue : {adult(), child()}) {
        AtTheReader at(issue);
        const SignedText text = at.sign(LinkMishap::none);
        EXPECT_EQ(text.failure, "");
        EXPECT_EQ(at.proven(text), CertificateState::good);
    }
}

TEST(CardHolderAtReader, SignsAfterOneWrongPin)
{
    AtTheReader at(adult());
    const SignedText text = at.sign(LinkMishap::wrong_pin);
    EXPECT_EQ(at.proven(text), CertificateState::good);
}

// Class and instruction of each command and its status word, one presence a line.
std::string heads_of(const std::vector<sim::CardCommandRow>& told)
{
    std::string text;
    std::uint32_t presence = 1;
    for (const sim::CardCommandRow& row : told) {
        if (row.presence != presence) text += "| ";
        presence = row.presence;
        text += fmt::format("{:02X}{:02X}:{:X} ", row.cla, row.ins, std::max(row.status, 0));
    }
    return text;
}

TEST(CardHolderAtReader, TellsItsLogTheHeadsOfItsCommandsAndWhoseCardItWas)
{
    AtTheReader at(adult());
    at.sign(LinkMishap::lifted_early);
    const std::string read =
        "00A4:9000 00A4:9000 00B0:9000 00B0:9000 00B0:9000 00B0:9000 "
        "00B0:9000 00B0:9000 00A4:9000 ";
    EXPECT_EQ(heads_of(at.told), read + "0020:0 | " + read + "0020:9000 00A4:9000 802A:9000 ");
    EXPECT_EQ(at.told.front().flow, 12U);
    EXPECT_EQ(at.told.front().resident, 7U);
    EXPECT_LT(at.told.front().begins, at.told.front().ends);
}

TEST(CardHolderAtReader, BlocksTheCardWithThreeWrongPins)
{
    AtTheReader at(adult());
    EXPECT_EQ(at.sign(LinkMishap::forgotten_pin).failure, "pin_blocked");
    EXPECT_EQ(at.sign(LinkMishap::none).failure, "pin_blocked");
}

TEST(CardHolderAtReader, SignsWhenTheLiftedCardIsLaidDownAgain)
{
    AtTheReader smooth(adult()), lifted(adult());
    const SignedText text = lifted.sign(LinkMishap::lifted_early);
    smooth.sign(LinkMishap::none);
    EXPECT_EQ(lifted.proven(text), CertificateState::good);
    EXPECT_GT(lifted.desk.at, smooth.desk.at + second);
}

TEST(CardHolderAtReader, ShowsTheCertificateWithoutAPin)
{
    AtTheReader at(adult());
    const SignedText shown = at.holder.show(at.card, LinkMishap::none);
    EXPECT_EQ(shown.failure, "");
    EXPECT_EQ(shown.signature, "");
    EXPECT_EQ(CertificateValidation(at.issue.auth.authority)
                  .check(*sim::bytes_of_hex(shown.certificate), sim::date_of({2026, 6, 10})),
              CertificateState::good);
}

TEST(CardHolderAtReader, TellsWhenTheCardCameWasFoundSelectedAndRead)
{
    AtTheReader at(adult());
    const SignedText text = at.sign(LinkMishap::none);
    EXPECT_EQ(text.t[0], second.count);
    EXPECT_LT(text.t[0], text.t[1]);
    EXPECT_LT(text.t[1], text.t[2]);
    EXPECT_LT(text.t[2] + second.count, text.t[3]);  // the PIN is typed in between
}

TEST(CardHolderAtReader, KnowsACardWithoutTheApplication)
{
    MyNumberProfile other = model::issue(adult());
    std::erase_if(other.applications, [](const auto& one) { return one.name == "jpki"; });
    MyNumberCard card(std::make_shared<const MyNumberProfile>(other));
    AtTheReader at(adult());
    EXPECT_EQ(at.holder.sign(card, at.issue.pins.auth, "challenge", LinkMishap::none).failure,
              "wrong_card");
}

}  // namespace

}  // namespace model
