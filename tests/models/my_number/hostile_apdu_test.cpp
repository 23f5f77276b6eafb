// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/models/my_number/card_desk.h"

namespace model
{
namespace
{

// The answer ends in a status word of ISO 7816 and data comes with 9000 alone.
bool is_answer(const Octets& answer)
{
    if (answer.size() < 2) return false;
    const auto high = answer[answer.size() - 2];
    const bool ok = high == 0x90 && answer.back() == 0x00;
    return ok || (answer.size() == 2 && high >= 0x61 && high <= 0x6F);
}

Octets some_bytes(std::size_t most)
{
    const auto size = *rc::gen::inRange<std::size_t>(0, most);
    return *rc::gen::container<Octets>(size, rc::gen::arbitrary<std::uint8_t>());
}

const std::vector<std::string_view> sensible{
    ap::jpki,
    ap::text,
    ap::visual,
    ap::common,
    "00A4020C02000A",
    "00B0000000",
    "002000980431323334",
    "0020009B06414243313233",
    "802A0397010100",
    "002401980435363738",
    "00B2010C00",
    "0084000000",
};

TEST(HostileApdu, AlwaysEndsInAStatusWord)
{
    CardReaderDesk desk;
    rc::check([&] {
        for (int i = 0; i < 20; ++i) RC_ASSERT(is_answer(desk.send(some_bytes(300))));
    });
}

TEST(HostileApdu, AlwaysEndsInAStatusWordWhenASensibleOneIsBent)
{
    CardReaderDesk desk;
    rc::check([&] {
        for (int i = 0; i < 20; ++i) {
            Octets command = from_hex(*rc::gen::elementOf(sensible));
            const auto at = *rc::gen::inRange<std::size_t>(0, command.size());
            if (*rc::gen::arbitrary<bool>()) command[at] = *rc::gen::arbitrary<std::uint8_t>();
            if (*rc::gen::inRange(0, 4) == 0) command.resize(at);
            RC_ASSERT(is_answer(desk.send(command)));
        }
    });
}

TEST(HostileApdu, NeverGivesTheSignatureCertificateOrASignatureWithoutItsPassword)
{
    CardReaderDesk desk;
    const std::string certificate = to_hex(adult().sign.certificate).substr(60, 40);
    rc::check([&] {
        desk.card.power_off();
        desk.ask(ap::jpki);
        for (int i = 0; i < 20; ++i) {
            Octets command = some_bytes(12);
            if (command.size() > 3) {
                command[0] = *rc::gen::element<std::uint8_t>(0x00, 0x80);
                command[1] = *rc::gen::element<std::uint8_t>(0xB0, 0xA4, 0x2A, 0x24, 0x88);
            }
            const Octets answer = desk.send(command);
            RC_ASSERT(to_hex(answer).find(certificate) == std::string::npos);
            const bool signature = answer.size() == 258 && command[1] == 0x2A;
            RC_ASSERT(!signature);
        }
    });
}

TEST(HostileApdu, LeavesNoTryUncounted)
{
    const CardReaderDesk issued;
    rc::check([&] {
        CardReaderDesk desk(issued.profile);
        desk.ask(ap::jpki);
        const auto wrong = *rc::gen::inRange(0, 6);
        for (int i = 0; i < wrong; ++i) desk.ask("002000980439393939");
        const int left = std::max(0, 3 - wrong);
        RC_ASSERT(desk.ask("00200098") == fmt::format("63C{}", left));
    });
}

TEST(ParseApdu, KnowsAllSevenForms)
{
    const auto form = [](std::string_view text) {
        const Octets bytes = from_hex(text);
        const auto apdu = parse_apdu(bytes);
        return apdu ? fmt::format("{} {}", apdu->data.size(), apdu->le) : "none";
    };
    EXPECT_EQ(form("00200080"), "0 0");
    EXPECT_EQ(form("00B0000010"), "0 16");
    EXPECT_EQ(form("00B0000000"), "0 256");
    EXPECT_EQ(form("00B000000000FF"), "0 255");
    EXPECT_EQ(form("00B00000000000"), "0 65536");
    EXPECT_EQ(form("0020008002AABB"), "2 0");
    EXPECT_EQ(form("00200080000002AABB"), "2 0");
    EXPECT_EQ(form("002A000002AABB00"), "2 256");
    EXPECT_EQ(form("002A0000000002AABB0100"), "2 256");
    EXPECT_EQ(form("002A0000000002AABB0000"), "2 65536");
    for (const char* wrong : {"", "00", "002000", "0020008002AA", "0020008002AABBCCDD",
                              "0020008000AA", "00200080000000AA", "00200080000002AA",
                              "00200080000002AABBCC", "00200080000002AABBCCDDEE"})
        EXPECT_EQ(form(wrong), "none") << wrong;
}

TEST(MyNumberCard, AnswersIntoATooSmallBufferWithAFaultAndNothingBeyondIt)
{
    CardReaderDesk desk;
    desk.ask(ap::jpki);
    std::array<std::uint8_t, 16> small{};
    fw::Nanos think{};
    const Octets read = from_hex("00B08A0000");
    EXPECT_EQ(desk.card.transmit(read, std::span(small).first(10), think), 2u);
    EXPECT_EQ(to_hex(std::span(small).first(4)), "6F000000");
    EXPECT_EQ(desk.card.transmit(read, std::span(small).first(1), think), 0u);
}

}  // namespace
}  // namespace model
