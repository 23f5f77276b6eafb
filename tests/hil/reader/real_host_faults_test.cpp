// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <thread>

#include "hil/reader/steady.h"
#include "tests/hil/reader/desk.h"

// What a reader and its process can do to the bench.
namespace hil
{
namespace
{

constexpr fw::Nanos long_enough = 30_s;  // no measure, only so that a test ends

// Notes how long the call that failed took, for people who read the test's output.
template <class Result>
ReaderStatus told(const char* what, const Result& result)
{
    std::printf("    %s: known after %.2f ms\n", what, ms(result.time.total));
    return result.status;
}

void expect_recovery(Desk& desk, ReaderProcess& reader)
{
    const fw::Nanos start = steady_now();
    ASSERT_TRUE(reader.wait_until_healthy(long_enough)) << reader.problem();
    std::printf("    back after %.0f ms\n", ms(steady_now() - start));
    const Selection found = desk.select(reader);
    ASSERT_EQ(found.status, ReaderStatus::ok) << reader.problem();
    EXPECT_EQ(desk.read(reader, found.target.idm).status, ReaderStatus::ok);
}

TEST(RealHostFaults, AKilledProcessIsLostAndStartedAnew)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const pid_t first = reader.process();
    const fw::Idm idm = desk.select(reader).target.idm;
    kill(first, SIGKILL);
    waitid(P_PID, static_cast<id_t>(first), nullptr, WEXITED | WNOWAIT);
    EXPECT_EQ(told("killed host", desk.read(reader, idm)), ReaderStatus::lost);
    EXPECT_EQ(reader.problem(), "nfc:desk: its process ended");
    expect_recovery(desk, reader);
    EXPECT_NE(reader.process(), first);
}

TEST(RealHostFaults, AProcessKilledInTheMiddleOfACallIsLost)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    desk.server.set_fault(ReaderFault::mute);
    const pid_t host = reader.process();
    std::jthread killer([host] { kill(host, SIGKILL); });
    EXPECT_EQ(told("host killed in a call", desk.select(reader)), ReaderStatus::lost);
    desk.server.set_fault(ReaderFault::none);
    expect_recovery(desk, reader);
}

TEST(RealHostFaults, AProcessThatStandsStillIsKilledAndCalledHung)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const pid_t host = reader.process();
    kill(host, SIGSTOP);
    EXPECT_EQ(told("stopped host", desk.select(reader)), ReaderStatus::hung);
    EXPECT_EQ(reader.process(), 0);
    EXPECT_NE(kill(host, 0), 0);
    EXPECT_EQ(reader.problem(), "nfc:desk: it did not answer in time; its process was ended");
    expect_recovery(desk, reader);
}

TEST(RealHostFaults, AMuteReaderIsHungAndComesBack)
{
    for (const ReaderFault fault : {ReaderFault::mute, ReaderFault::ack_only}) {
        Desk desk;
        ReaderProcess reader(desk.config());
        const fw::Idm idm = desk.select(reader).target.idm;
        desk.server.set_fault(fault);
        EXPECT_EQ(told("mute reader, exchange", desk.read(reader, idm)), ReaderStatus::hung);
        EXPECT_EQ(reader.problem(), "nfc:desk: it does not answer");
        EXPECT_EQ(told("call while away", desk.select(reader)), ReaderStatus::lost);
        desk.server.set_fault(ReaderFault::none);
        expect_recovery(desk, reader);
        desk.server.set_fault(fault);
        EXPECT_EQ(told("mute reader, selection", desk.select(reader)), ReaderStatus::hung);
    }
}

TEST(RealHostFaults, DamagedFramesAreToldFromASilentCard)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const fw::Idm idm = desk.select(reader).target.idm;
    desk.server.set_fault(ReaderFault::garbled);
    EXPECT_EQ(told("garbled frames", desk.read(reader, idm)), ReaderStatus::garbled);
    EXPECT_EQ(reader.problem(), "nfc:desk: its frames are damaged");
    desk.server.set_fault(ReaderFault::none);
    expect_recovery(desk, reader);
}

TEST(RealHostFaults, AReaderThatAnswersTooLateIsTheBenchsFailure)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const fw::Idm idm = desk.select(reader).target.idm;
    desk.server.set_fault(ReaderFault::late);
    EXPECT_TRUE(is_bench_failure(told("late answers", desk.read(reader, idm))));
    desk.server.set_fault(ReaderFault::none);
    expect_recovery(desk, reader);
}

TEST(RealHostFaults, AReaderPulledOutBetweenCallsIsLostAndFoundAgain)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const fw::Idm idm = desk.select(reader).target.idm;
    for (int i = 0; i < 3; ++i) {
        desk.server.unplug();
        EXPECT_EQ(told("unplugged", desk.read(reader, idm)), ReaderStatus::lost);
        EXPECT_EQ(reader.problem(), "nfc:desk: the port is gone");
        desk.server.plug();
        expect_recovery(desk, reader);
    }
}

TEST(RealHostFaults, AReaderPulledOutInTheMiddleOfExchangesIsLost)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const fw::Idm idm = desk.select(reader).target.idm;
    std::atomic<int> exchanges = 0;
    std::jthread hand([&] {
        exchanges.wait(0);
        desk.server.unplug();
    });
    Exchange last;
    do {
        last = desk.read(reader, idm);
        ++exchanges;
        exchanges.notify_one();
    } while (last.status == ReaderStatus::ok);
    EXPECT_EQ(told("unplugged in an exchange", last), ReaderStatus::lost);
    hand.join();
    desk.server.plug();
    expect_recovery(desk, reader);
}

TEST(RealHostFaults, AnOpeningThatLosesItsFirstFrameIsTriedAgain)
{
    Desk desk;
    desk.server.set_fault(ReaderFault::swallow_first);
    ReaderProcess reader(desk.config());
    EXPECT_EQ(desk.select(reader).status, ReaderStatus::ok) << reader.problem();
}

TEST(RealHostFaults, AReaderThatIsMuteFromTheStartIsMissing)
{
    Desk desk;
    desk.server.set_fault(ReaderFault::mute);
    EXPECT_THROW(ReaderProcess(desk.config()), ReaderMissing);
}

// The bench is killed with -9 and can tidy up nothing.
TEST(RealHostFaults, AHostDoesNotOutliveTheBench)
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    Desk desk;
    int told_pid[2];
    ASSERT_EQ(pipe(told_pid), 0);
    const pid_t bench = fork();
    if (bench == 0) {
        ReaderProcess reader(desk.config());
        const pid_t host = reader.process();
        if (write(told_pid[1], &host, sizeof host) == sizeof host) pause();
        _exit(1);
    }
    pid_t host = 0;
    ASSERT_EQ(read(told_pid[0], &host, sizeof host), static_cast<ssize_t>(sizeof host));
    kill(bench, SIGKILL);
    ASSERT_EQ(waitpid(bench, nullptr, 0), bench);
    EXPECT_EQ(waitpid(host, nullptr, 0), host);
}

// Its parent-death signal also comes when only the thread has ended that started it.
TEST(RealHostFaults, AHostOutlivesTheThreadThatStartedIt)
{
    Desk desk;
    std::unique_ptr<ReaderProcess> reader;
    std::thread([&] { reader = std::make_unique<ReaderProcess>(desk.config()); }).join();
    EXPECT_EQ(desk.select(*reader).status, ReaderStatus::ok) << reader->problem();
}

}  // namespace
}  // namespace hil
