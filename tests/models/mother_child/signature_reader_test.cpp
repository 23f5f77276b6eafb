// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/signature_reader.h"

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
    std::string name_ = "maternity-1";
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

struct AtThePc {
    explicit AtThePc(const MyNumberIssue& issued)
        : issue(issued), card(std::make_shared<const MyNumberProfile>(model::issue(issued)))
    {
    }
    CardSignature sign(const SignatureTries& tries)
    {
        SignatureReader reader(desk, ApduReader({}), {second, second}, {1, 7});
        return reader.sign(card, issue.pins.sign, "text", tries);
    }

    MyNumberIssue issue;
    MyNumberCard card;
    QuietDesk desk;
};

TEST(SignatureReader, SignsWithTheCertificateThatOnlyThePasswordOpens)
{
    AtThePc at(adult());
    const CardSignature done = at.sign({});
    EXPECT_EQ(done.failure, "");
    constexpr std::array<std::uint8_t, 4> text{'t', 'e', 'x', 't'};
    EXPECT_EQ(CertificateValidation(at.issue.sign.authority)
                  .check(*sim::bytes_of_hex(done.certificate), text,
                         *sim::bytes_of_hex(done.signature), sim::date_of({2026, 6, 10})),
              CertificateState::good);
}

TEST(SignatureReader, CountsWrongPasswordsDownAndThenNoMore)
{
    AtThePc at(adult());
    const CardSignature once = at.sign({.wrong = 2, .again = 1});
    EXPECT_EQ(once.failure, "");
    EXPECT_EQ(once.tries_left, 3);
    const CardSignature blocked = at.sign({.wrong = 5, .again = 1});
    EXPECT_EQ(blocked.failure, "password_blocked");
    EXPECT_EQ(blocked.tries_left, 0);
    EXPECT_EQ(at.sign({}).failure, "password_blocked");
}

TEST(SignatureReader, FindsNoSignatureOnACardThatWasIssuedWithoutOne)
{
    AtThePc at(child());
    EXPECT_NE(at.sign({}).failure, "");
}

}  // namespace

}  // namespace model
