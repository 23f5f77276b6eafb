// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "tests/hil/certify/virtual_desk.h"

namespace hil
{
namespace
{

std::vector<TestSpec> small_suite()
{
    TestSpec selects = spec_of("selects", 300);
    selects.hit_rate_ppm = 990'000;
    return {selects,
            spec_of("exchanges", 200),
            spec_of("size_guard"),
            spec_of("removal", 2),
            spec_of("torn_exchange", 2),
            spec_of("empty_field", 3),
            spec_of("garbled_line", 2),
            spec_of("replugging")};
}

// A reader between the tests and the real one that finds no card each twentieth time.
class Forgetful final : public Reader
{
public:
    explicit Forgetful(Reader& reader) : reader_(reader) {}
    Selection select(fw::RfSet tech, std::uint16_t system, fw::Nanos timeout) override
    {
        Selection selection = reader_.select(tech, system, timeout);
        if (++selects_ % 20 == 0) selection.status = ReaderStatus::no_card;
        return selection;
    }
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override
    {
        return reader_.exchange(command, answer, timeout);
    }
    void release() override { reader_.release(); }
    LinkTime link_time() override { return reader_.link_time(); }
    std::string name() const override { return reader_.name(); }

private:
    Reader& reader_;
    int selects_ = 0;
};

TEST(PlantedReaders, OurVirtualReaderPasses)
{
    VirtualDesk desk;
    ReaderProcess reader(desk.config());
    const DeviceReport report = desk.certify_reader(reader, small_suite());
    EXPECT_EQ(report.verdict(), Verdict::pass) << told(report);
    EXPECT_EQ(report.results.size(), 8u);
    EXPECT_TRUE(report.left_out.empty());
    EXPECT_GT(report.link.samples, 0);
    std::ifstream evidence(desk.report() / report.results[0].evidence);
    const std::string text{std::istreambuf_iterator<char>(evidence), {}};
    EXPECT_NE(text.find("\n> "), std::string::npos);
    EXPECT_NE(text.find("\n< "), std::string::npos);
    EXPECT_NE(text.find("# verdict pass"), std::string::npos);
}

TEST(PlantedReaders, FourAtOnceAllPass)
{
    std::array<VirtualDesk, 4> desks;
    std::array<DeviceReport, 4> reports;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < desks.size(); ++i)
        threads.emplace_back([&, i] {
            ReaderProcess reader(desks[i].config());
            reports[i] = desks[i].certify_reader(
                reader, {spec_of("selects", 500), spec_of("exchanges", 500)});
        });
    for (std::thread& thread : threads) thread.join();
    for (const DeviceReport& report : reports)
        EXPECT_EQ(report.verdict(), Verdict::pass) << told(report);
}

TEST(PlantedReaders, OneThatIsBlindToFivePercentFailsItsHitRate)
{
    VirtualDesk desk;
    ReaderProcess good(desk.config());
    Forgetful reader(good);
    TestSpec selects = spec_of("selects", 300);
    selects.hit_rate_ppm = 990'000;
    const TestResult result = desk.certify_reader(reader, {selects}).results.at(0);
    EXPECT_EQ(result.verdict, Verdict::fail);
    EXPECT_FALSE(result.only_times_failed);
    EXPECT_EQ(result.reasons.front().substr(0, 16), "found: 285 of 30");
}

// 20 ms late in each answer is no fault of the line, only slow.
TEST(PlantedReaders, ASlowOneFailsItsTimesAlone)
{
    VirtualDesk desk;
    ReaderProcess reader(desk.config());
    desk.server.set_fault(ReaderFault::late, {20'000'000});
    TestSpec selects = spec_of("selects", 150);
    selects.p50 = fw::Nanos{15'000'000};
    const DeviceReport report = desk.certify_reader(reader, {selects});
    EXPECT_EQ(report.verdict(), Verdict::fail) << told(report);
    EXPECT_TRUE(report.only_times_failed()) << told(report);
}

TEST(PlantedReaders, AMuteOneIsTheBenchsError)
{
    VirtualDesk desk;
    ReaderProcess reader(desk.config());
    desk.server.set_fault(ReaderFault::mute);
    const DeviceReport report =
        desk.certify_reader(reader, {spec_of("selects", 300), spec_of("exchanges", 300)});
    EXPECT_EQ(report.verdict(), Verdict::error) << told(report);
    EXPECT_EQ(report.results.at(1).reasons.front(), "not begun: the reader is gone");
}

TEST(PlantedReaders, AGarblingOneIsTheBenchsErrorAndNoMissingCard)
{
    VirtualDesk desk;
    ReaderProcess reader(desk.config());
    desk.server.set_fault(ReaderFault::garbled);
    const TestResult result = desk.certify_reader(reader, {spec_of("selects", 150)}).results.at(0);
    EXPECT_EQ(result.verdict, Verdict::error);
    EXPECT_GT(result.bench_errors, 0);
}

}  // namespace
}  // namespace hil
