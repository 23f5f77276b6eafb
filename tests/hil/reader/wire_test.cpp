// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/wire.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace hil
{
namespace
{

using namespace fw::literals;

Message an_exchange()
{
    Message message{.kind = MessageKind::exchange, .serial = 0x01020304, .time = 250_ms};
    message.put(std::string("0123456789"));
    return message;
}

fw::Bytes encoded(const Message& message, MessageBytes& bytes)
{
    return fw::Bytes(bytes).first(encode(message, bytes));
}

TEST(ReaderWire, BringsEveryFieldAcross)
{
    Message message = an_exchange();
    message.status = ReaderStatus::hung;
    message.tech = fw::RfSet::type_b;
    message.system_code = 0xFE00;
    MessageBytes bytes;
    const auto same = decode(encoded(message, bytes));
    ASSERT_TRUE(same);
    EXPECT_EQ(same->kind, message.kind);
    EXPECT_EQ(same->status, message.status);
    EXPECT_EQ(same->tech, message.tech);
    EXPECT_EQ(same->serial, message.serial);
    EXPECT_EQ(same->time, message.time);
    EXPECT_EQ(same->system_code, message.system_code);
    EXPECT_EQ(text_of(*same), "0123456789");
}

TEST(ReaderWire, RefusesWhatIsNotExactlyOneMessage)
{
    MessageBytes bytes;
    const std::size_t size = encode(an_exchange(), bytes);
    for (std::size_t cut = 0; cut < size; ++cut)
        EXPECT_FALSE(decode(fw::Bytes(bytes).first(cut))) << cut;
    EXPECT_FALSE(decode(fw::Bytes(bytes).first(size + 1)));
    EXPECT_FALSE(decode(std::vector<std::uint8_t>(longest_message + 1, 0)));
}

TEST(ReaderWire, RefusesValuesThatMeanNothing)
{
    const auto with = [](std::size_t at, std::uint8_t value) {
        MessageBytes bytes;
        const std::size_t size = encode(an_exchange(), bytes);
        bytes[at] = value;
        return decode(fw::Bytes(bytes).first(size)).has_value();
    };
    EXPECT_FALSE(with(0, 0x00)) << "mark";
    EXPECT_FALSE(with(1, 4)) << "kind";
    EXPECT_FALSE(with(1, 0)) << "kind";
    EXPECT_FALSE(with(2, 7)) << "status";
    EXPECT_FALSE(with(3, 3)) << "two technologies";
    EXPECT_FALSE(with(3, 0)) << "no technology";
    EXPECT_FALSE(with(15, 0x80)) << "a negative time";
    EXPECT_FALSE(with(18, 11)) << "more bytes than there are";
}

RC_GTEST_PROP(ReaderWire, TakesAnyBytesWithoutHarm, (const std::vector<std::uint8_t>& bytes))
{
    const auto message = decode(bytes);
    if (message) RC_ASSERT(message->size + message_header == bytes.size());
}

TEST(ReaderWire, CutsWhatDoesNotFit)
{
    Message message;
    message.put(std::string(1000, 'x'));
    EXPECT_EQ(message.size, Message::capacity);
}

TEST(ReaderWire, CarriesATargetWithItsAnswer)
{
    Target target{.tech = fw::RfSet::type_b, .system_code = 0x0003};
    target.idm.bytes = {1, 2, 3, 4, 5, 6, 7, 8};
    target.pmm.bytes = {9, 10, 11, 12, 13, 14, 15, 16};
    target.answer_size = 12;
    target.answer[11] = 0x85;
    Message message;
    put_target(message, target);
    const auto same = target_of(message);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->tech, target.tech);
    EXPECT_EQ(same->system_code, target.system_code);
    EXPECT_EQ(same->idm, target.idm);
    EXPECT_EQ(same->pmm, target.pmm);
    EXPECT_EQ(same->answer_size, 12);
    EXPECT_EQ(same->answer, target.answer);
}

TEST(ReaderWire, RefusesATargetOfImpossibleSize)
{
    Message message;
    message.put(std::string(15, 'x'));
    EXPECT_FALSE(target_of(message));
    message.put(std::string(81, 'x'));
    EXPECT_FALSE(target_of(message));
    message.put(std::string(80, 'x'));
    EXPECT_TRUE(target_of(message));
}

TEST(ReaderWire, CarriesTheLinkTimeAndRefusesOneOutOfOrder)
{
    Message message;
    put_link_time(message, {31, 150_us, 120_us, 400_us});
    const auto link = link_time_of(message);
    ASSERT_TRUE(link);
    EXPECT_EQ(link->samples, 31);
    EXPECT_EQ(link->median, 150_us);
    EXPECT_EQ(link->low, 120_us);
    EXPECT_EQ(link->high, 400_us);

    put_link_time(message, {31, 150_us, 160_us, 400_us});
    EXPECT_FALSE(link_time_of(message));
    message.size = 27;
    EXPECT_FALSE(link_time_of(message));
}

TEST(ReaderWire, PrintsNothingThatControlsATerminal)
{
    Message message;
    message.put(std::string("a\x1b[2J\nb"));
    EXPECT_EQ(text_of(message), "a?[2J?b");
}

}  // namespace
}  // namespace hil
