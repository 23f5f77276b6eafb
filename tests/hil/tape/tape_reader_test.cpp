// SPDX-License-Identifier: Apache-2.0
#include "hil/tape/tape_reader.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "hil/tape/recording_reader.h"

namespace hil
{
namespace
{

// Answers every command with its own bytes, three microseconds later each time.
class Echo final : public Reader
{
public:
    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos) override
    {
        Selection selection{ReaderStatus::ok, {}, next()};
        selection.target.tech = tech;
        selection.target.system_code = system_code;
        selection.target.idm.bytes = {1, 2, 3, 4, 5, 6, 7, 8};
        return selection;
    }
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos) override
    {
        std::copy(command.begin(), command.end(), answer.begin());
        return {ReaderStatus::ok, command.size(), next()};
    }
    void release() override {}
    LinkTime link_time() override { return {7, {5}, {4}, {6}}; }
    std::string name() const override { return "echo"; }

private:
    CallTime next()
    {
        const std::int64_t time = 3'000 * ++calls_;
        return {{time}, {time - 1'000}};
    }
    int calls_ = 0;
};

struct Recorded : testing::Test {
    static constexpr fw::Nanos patience{1'000'000};
    const std::array<std::uint8_t, 3> first{3, 0x14, 1}, second{3, 0x16, 2};
    std::array<std::uint8_t, 16> answer{};
    std::string file = testing::TempDir() + "tape_reader_test." + std::to_string(getpid());

    void SetUp() override
    {
        Echo echo;
        RecordingReader recorder(echo, file, {"box", "ab", "echo", echo.link_time()},
                                 [] { return true; });
        static_cast<void>(recorder.select(fw::RfSet::felica_424, 3, patience));
        static_cast<void>(recorder.exchange(first, answer, patience));
        static_cast<void>(recorder.exchange(second, answer, patience));
        ASSERT_TRUE(recorder.good());
    }
    void TearDown() override { std::filesystem::remove(file); }
};

TEST_F(Recorded, PlaysBackAnswersAndTimes)
{
    TapeReader tape(read_tape(file), file);

    const Selection selection = tape.select(fw::RfSet::felica_424, 3, patience);
    const Exchange exchange = tape.exchange(first, answer, patience);

    EXPECT_EQ(selection.status, ReaderStatus::ok);
    EXPECT_EQ(selection.target.idm.bytes[7], 8);
    EXPECT_EQ(selection.time.total.count, 3'000);
    EXPECT_EQ(exchange.status, ReaderStatus::ok);
    EXPECT_EQ(exchange.size, 3u);
    EXPECT_EQ(answer[1], 0x14);
    EXPECT_EQ(exchange.time.total.count, 6'000);
    EXPECT_EQ(exchange.time.device.count, 5'000);
    EXPECT_TRUE(tape.worked());
    EXPECT_EQ(tape.left(), 1u);
    EXPECT_EQ(tape.problem(), "");
}

TEST_F(Recorded, ShowsBothCommandsWhenAnotherOneIsAsked)
{
    TapeReader tape(read_tape(file), file);
    static_cast<void>(tape.select(fw::RfSet::felica_424, 3, patience));

    EXPECT_EQ(tape.exchange(second, answer, patience).status, ReaderStatus::differs);
    EXPECT_EQ(tape.problem(), file + ":8: expected > 031401, found > 031602");
    EXPECT_FALSE(tape.worked());
    EXPECT_EQ(tape.exchange(first, answer, patience).status, ReaderStatus::differs);
}

TEST_F(Recorded, IsOverWhenAllWasAsked)
{
    TapeReader tape(read_tape(file), file);
    static_cast<void>(tape.select(fw::RfSet::felica_424, 3, patience));
    static_cast<void>(tape.exchange(first, answer, patience));
    static_cast<void>(tape.exchange(second, answer, patience));

    EXPECT_EQ(tape.select(fw::RfSet::felica_424, 3, patience).status, ReaderStatus::differs);
    EXPECT_EQ(tape.problem(), file + ":10: expected nothing: the tape is over, found ? f424 0003");
}

}  // namespace
}  // namespace hil
