// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "firmware/protocol/felica_crc.h"
#include "tests/hil/certify/virtual_desk.h"

namespace hil
{
namespace
{

constexpr std::size_t code_at = 1, flag2_at = 11;

std::vector<TestSpec> whole_suite()
{
    return {spec_of("polling", 75),   spec_of("system_codes"),  spec_of("request_service"),
            spec_of("presence", 150), spec_of("open_services"), spec_of("end_of_service"),
            spec_of("status_flags"),  spec_of("silence"),       spec_of("retry_safety", 30)};
}

// The names of the tests that the card fails.
std::string failed(VirtualDesk& desk)
{
    const DeviceReport report = desk.certify_card(whole_suite());
    EXPECT_EQ(report.results.size(), whole_suite().size());
    std::string names;
    for (const TestResult& result : report.results)
        if (result.verdict != Verdict::pass)
            names += result.name + " " + word_of(result.verdict) + ": " +
                     (result.reasons.empty() ? "" : result.reasons.front()) + "\n";
    return names;
}

void seal(model::AirFrame& frame, std::size_t packet)
{
    frame.bytes[0] = static_cast<std::uint8_t>(packet);
    frame.size = static_cast<std::uint16_t>(fw::felica::add_crc(fw::MutBytes(frame.bytes), packet));
}

TEST(PlantedCards, OursPasses)
{
    VirtualDesk desk;
    EXPECT_EQ(failed(desk), "");
}

TEST(PlantedCards, AWrongStatusFlagIsNamed)
{
    VirtualDesk desk([](model::TransitCard&, fw::Bytes, model::AirFrame& answer) {
        if (answer.bytes[code_at] != 0x07 || answer.bytes[flag2_at] != 0xA6) return;
        answer.bytes[flag2_at] = 0xA1;
        seal(answer, answer.bytes[0]);
    });
    EXPECT_EQ(failed(desk),
              "status_flags felica_212 fail: answers a service it has not got with flags 01 A1, "
              "not A6\n");
}

TEST(PlantedCards, OneThatEndsAServiceOtherwiseIsNamed)
{
    VirtualDesk desk([](model::TransitCard&, fw::Bytes, model::AirFrame& answer) {
        if (answer.bytes[code_at] != 0x07 || answer.bytes[flag2_at] != 0xA8) return;
        answer.bytes[flag2_at - 1] = 0xFF;
        seal(answer, answer.bytes[0]);
    });
    const std::string names = failed(desk);
    EXPECT_EQ(names.find("end_of_service felica_212 fail"), 0u) << names;
    EXPECT_EQ(std::count(names.begin(), names.end(), '\n'), 1) << names;
}

TEST(PlantedCards, OneThatWritesWhenItIsReadAgainIsNamed)
{
    VirtualDesk desk([](model::TransitCard& card, fw::Bytes command, model::AirFrame&) {
        static thread_local int reads = 0;
        if (command[code_at] == 0x06 && ++reads % 20 == 0)
            ++card.blocks[model::blocks::history][10];
    });
    const std::string names = failed(desk);
    EXPECT_NE(names.find("retry_safety felica_212 fail: a repeated read"), std::string::npos)
        << names;
}

TEST(PlantedCards, OneThatIsSlowerThanItsPmmDeclaresFailsItsTimesAlone)
{
    VirtualDesk desk;
    ReaderProcess reader(desk.config());  // its own round trip was measured before
    desk.server.set_fault(ReaderFault::late, {60'000'000});  // at most 53 ms are declared
    const DeviceReport report =
        desk.certify(desk.card_device, reader, {spec_of("response_time", 60)});
    EXPECT_EQ(report.verdict(), Verdict::fail) << told(report);
    EXPECT_TRUE(report.only_times_failed()) << told(report);
    EXPECT_EQ(report.results.at(0).measurements.size(), 2u);
}

TEST(PlantedCards, OneThatAnswersForAnotherIsNamed)
{
    VirtualDesk desk;
    struct Eager final : model::RfCard {
        Planted card;
        void power_off() override { card.power_off(); }
        model::CardReply hear(const model::AirFrame& command) override
        {
            model::AirFrame mine = command;  // any last byte of an IDm is good enough
            const bool presence = mine.bytes[code_at] == 0x04 && mine.size == 12;
            if (presence) {
                mine.bytes[9] = 1;
                fw::felica::add_crc(fw::MutBytes(mine.bytes), 10);
            }
            return card.hear(mine);
        }
    };
    VirtualHand hand(desk.field, desk.server, {{"transit", std::make_shared<Eager>()}});
    ReaderProcess reader(desk.config());
    Suite suite;
    suite.tests = {spec_of("silence")};
    const DeviceReport report = certify(suite, desk.card_device, reader, hand, {});
    EXPECT_EQ(report.verdict(), Verdict::fail) << told(report);
    EXPECT_NE(told(report).find("answers another card's IDm"), std::string::npos) << told(report);
}

TEST(PlantedCards, OneThatAnswersForASystemItHasNotIsNamed)
{
    struct Everybody final : model::RfCard {
        Planted card;
        void power_off() override { card.power_off(); }
        model::CardReply hear(const model::AirFrame& command) override
        {
            model::AirFrame mine = command;
            if (mine.bytes[code_at] == 0x00 && mine.size == 8) {
                mine.bytes[2] = mine.bytes[3] = 0xFF;
                fw::felica::add_crc(fw::MutBytes(mine.bytes), 6);
            }
            return card.hear(mine);
        }
    };
    VirtualDesk desk;
    VirtualHand hand(desk.field, desk.server, {{"transit", std::make_shared<Everybody>()}});
    ReaderProcess reader(desk.config());
    Suite suite;
    suite.tests = {spec_of("polling", 75)};
    const DeviceReport report = certify(suite, desk.card_device, reader, hand, {});
    EXPECT_NE(told(report).find("answers Polling for a system it has not got"), std::string::npos)
        << told(report);
}

}  // namespace
}  // namespace hil
