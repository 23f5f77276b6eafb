// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "tests/hil/reader/masked_reader.h"

namespace hil
{
namespace
{

// RFC 4231 test case 2 has a shorter key; filled with zeros to 64 bytes it is the same key.
TEST(KeyedHash, IsHmacSha256)
{
    HashKey key{};
    const std::string word = "Jefe", text = "what do ya want for nothing?";
    std::copy(word.begin(), word.end(), key.begin());
    const Hash hash =
        keyed_hash(key, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    const Packet expected{0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e};
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), hash.begin()));
    EXPECT_EQ(hash[31], 0x43);
}

TEST(Pseudonyms, NameACardAlikeUnderOneKeyAndOtherwiseUnderAnother)
{
    Bench bench;
    const fw::Idm first = bench.select(real_idm);
    EXPECT_NE(first, real_idm);
    EXPECT_EQ(bench.select(real_idm), first);
    EXPECT_EQ(Bench().select(real_idm), first);

    Recorder reader;
    Pseudonyms other(reader, key_of(2));
    EXPECT_NE(other.select(fw::RfSet::felica_212, 0xFFFF, 1_s).target.idm, first);
}

TEST(Pseudonyms, CallACardOfTheBenchByTheNameItBearsAndAskItOnce)
{
    constexpr fw::Idm borne{{0x0F, 0xBE, 0, 0, 0, 0, 0, 17}};
    Recorder reader;
    int asked = 0;
    Pseudonyms masked(reader, key_of(1), [&](Reader&, const Target& target) {
        ++asked;
        return OwnName{ReaderStatus::ok,
                       target.idm == real_idm ? std::optional(borne) : std::nullopt,
                       {3_ms, 2_ms}};
    });

    const Selection first = masked.select(fw::RfSet::felica_212, 0x88B4, 1_s);
    const Selection again = masked.select(fw::RfSet::felica_212, 0x88B4, 1_s);

    EXPECT_EQ(first.target.idm, borne);
    EXPECT_EQ(first.time.total, 3_ms);
    EXPECT_EQ(again.target.idm, borne);
    EXPECT_EQ(again.time.total, 0_ms);
    EXPECT_EQ(asked, 1);
    std::array<std::uint8_t, 255> answer{};
    masked.exchange(packet(0x06, borne), answer, 1_s);
    EXPECT_EQ(reader.heard, packet(0x06, real_idm));
}

TEST(Pseudonyms, SeeNoCardThatLeavesBeforeItHasToldItsName)
{
    Recorder reader;
    ReaderStatus status = ReaderStatus::timeout;
    Pseudonyms masked(reader, key_of(1), [&](Reader&, const Target&) {
        return OwnName{status, {}, {}};
    });

    const Selection left = masked.select(fw::RfSet::felica_212, 0x88B4, 1_s);
    EXPECT_EQ(left.status, ReaderStatus::no_card);
    EXPECT_EQ(left.target.idm, fw::Idm{});
    status = ReaderStatus::lost;
    EXPECT_EQ(masked.select(fw::RfSet::felica_212, 0x88B4, 1_s).status, ReaderStatus::lost);
    status = ReaderStatus::ok;
    EXPECT_EQ(masked.select(fw::RfSet::felica_212, 0x88B4, 1_s).target.idm.printable_part(),
              Pseudonyms::invented_maker);
}

TEST(Pseudonyms, KeepTheNumberOfTheSystemAndNothingElse)
{
    Bench bench;
    fw::Idm second_system = real_idm;
    second_system.bytes[0] |= 0x20;
    const fw::Idm first = bench.select(real_idm);
    const fw::Idm second = bench.select(second_system);
    EXPECT_EQ(first.printable_part(), Pseudonyms::invented_maker);
    EXPECT_EQ(second.printable_part(), Pseudonyms::invented_maker | 0x2000);
    EXPECT_TRUE(std::equal(first.bytes.begin() + 1, first.bytes.end(), second.bytes.begin() + 1));

    bench.reader.says = packet(0x05, second_system, {0});
    EXPECT_EQ(bench.exchange(packet(0x04, second)), packet(0x05, second, {0}));
    EXPECT_EQ(bench.reader.heard, packet(0x04, second_system));
}

TEST(Pseudonyms, RestoreTheCardInEveryCommandAndMaskItInEveryAnswer)
{
    Bench bench;
    const fw::Idm alias = bench.select(real_idm);
    for (const int number : {0x02, 0x04, 0x06, 0x08, 0x0A, 0x0C, 0x10, 0x12, 0x32}) {
        const auto code = static_cast<std::uint8_t>(number);
        const auto answer = static_cast<std::uint8_t>(code + 1);
        bench.reader.says = packet(answer, real_idm, {0, 0});
        EXPECT_EQ(bench.exchange(packet(code, alias, {1, 2, 3})), packet(answer, alias, {0, 0}));
        EXPECT_EQ(bench.reader.heard, packet(code, real_idm, {1, 2, 3}));
    }
}

TEST(Pseudonyms, MaskACardThatOnlyAPollingByHandFound)
{
    Bench bench;
    bench.masked.select(fw::RfSet::felica_212, 0xFFFF, 1_s);
    const fw::Idm other{{0x01, 0x14, 1, 2, 3, 4, 5, 6}};
    bench.reader.says = packet(0x01, other, Packet(8, 0xAA));
    const Packet answer = bench.exchange({6, 0x00, 0xFF, 0xFF, 1, 0});
    EXPECT_EQ(bench.reader.heard, (Packet{6, 0x00, 0xFF, 0xFF, 1, 0}));
    EXPECT_FALSE(contains(answer, other));
    ASSERT_EQ(answer.size(), 18u);
    fw::Idm alias;
    std::copy_n(answer.begin() + 2, 8, alias.bytes.begin());
    bench.exchange(packet(0x04, alias));
    EXPECT_EQ(bench.reader.heard, packet(0x04, other));
}

// Blocks 82h (ID) and 83h (D_ID: IDm and PMm) of a FeliCa Lite-S card.
TEST(Pseudonyms, MaskTheBlocksOfALiteSCardThatCarryItsIdm)
{
    Bench bench;
    const fw::Idm alias = bench.select(real_idm);
    const Packet id = bytes_of(real_idm) + Packet{0, 0x71, 1, 2, 3, 4, 5, 6};
    const Packet d_id = bytes_of(real_idm) + Packet{0, 0xF1, 0, 0, 0, 1, 0x43, 0};
    bench.reader.says = packet(0x07, real_idm, Packet{0, 0, 2} + id + d_id);
    const Packet answer =
        bench.exchange(packet(0x06, alias, {1, 0x0B, 0, 2, 0x80, 0x82, 0x80, 0x83}));
    EXPECT_FALSE(contains(answer, real_idm));
    const Packet masked_id = bytes_of(alias) + Packet{0, 0x71, 1, 2, 3, 4, 5, 6};
    EXPECT_TRUE(std::equal(masked_id.begin(), masked_id.end(), answer.begin() + 13));
}

TEST(Pseudonyms, LeaveDataWithoutAnIdmAsItIs)
{
    Bench bench;
    const fw::Idm alias = bench.select(real_idm);
    const Packet sealed{34, 0x13, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4, 3};
    bench.reader.says = sealed;
    EXPECT_EQ(bench.exchange(packet(0x12, alias, {7})), sealed);
    const Packet command{18, 0x14, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    bench.exchange(command);
    EXPECT_EQ(bench.reader.heard, command);
}

TEST(Pseudonyms, ForgetTheCardNotSeenForLongest)
{
    Bench bench;
    const auto number = [](std::size_t i) {
        fw::Idm idm = real_idm;
        fw::put_be16(&idm.bytes[6], static_cast<unsigned>(i));
        return idm;
    };
    const fw::Idm first = bench.select(number(0));
    const fw::Idm second = bench.select(number(1));
    for (std::size_t i = 2; i < Pseudonyms::capacity; ++i) bench.select(number(i));
    bench.select(number(0));
    bench.select(number(Pseudonyms::capacity));
    bench.exchange(packet(0x04, first));
    EXPECT_EQ(bench.reader.heard, packet(0x04, number(0)));
    bench.exchange(packet(0x04, second));
    EXPECT_EQ(bench.reader.heard, packet(0x04, second)) << "reaches no card";
}

TEST(Pseudonyms, MaskTheNumbersOfTypeAAndBAndLeaveTheirApdusAlone)
{
    Bench bench;
    Target& card = bench.reader.card;
    const Packet atqa{0x00, 0x44, 0x20, 4, 1, 2, 3, 4, 5, 6, 0x75, 0x77};  // UID of 7 bytes, ATS
    std::copy(atqa.begin(), atqa.end(), card.answer.begin());
    card.answer_size = static_cast<std::uint8_t>(atqa.size());
    const Target a = bench.masked.select(fw::RfSet::type_a, 0, 1_s).target;
    EXPECT_TRUE(std::equal(atqa.begin(), atqa.begin() + 3, a.answer.begin()));
    EXPECT_FALSE(std::equal(atqa.begin() + 3, atqa.begin() + 10, a.answer.begin() + 3));
    EXPECT_TRUE(std::equal(atqa.begin() + 10, atqa.end(), a.answer.begin() + 10));

    const Packet atqb{0x50, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0x81, 0x85};
    std::copy(atqb.begin(), atqb.end(), card.answer.begin());
    const Target b = bench.masked.select(fw::RfSet::type_b, 0, 1_s).target;
    EXPECT_EQ(b.answer[0], 0x50);
    EXPECT_FALSE(std::equal(atqb.begin() + 1, atqb.begin() + 5, b.answer.begin() + 1));
    EXPECT_TRUE(std::equal(atqb.begin() + 5, atqb.end(), b.answer.begin() + 5));

    const Packet apdu{0, 0xA4, 4, 12, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    bench.exchange(apdu);
    EXPECT_EQ(bench.reader.heard, apdu);
}

}  // namespace
}  // namespace hil
