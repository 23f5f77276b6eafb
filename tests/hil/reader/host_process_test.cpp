// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/host_process.h"

#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>

#include "hil/reader/device_lock.h"
#include "hil/reader/reader_process.h"

// The host process itself, without any reader.
namespace hil
{
namespace
{

using namespace fw::literals;
namespace fs = std::filesystem;

const std::string program = TAPBENCH_BINARY_DIR "/tapbench-reader-host";
const std::string nowhere = "pn532_uart:/dev/there-is-no-such-reader";

// The fields of /proc/PID/status.
std::map<std::string, std::string> status_of(pid_t id)
{
    std::map<std::string, std::string> fields;
    std::ifstream file(fs::path("/proc") / std::to_string(id) / "status");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(":\t");
        if (colon != std::string::npos) fields[line.substr(0, colon)] = line.substr(colon + 2);
    }
    return fields;
}

std::size_t open_files(pid_t id)
{
    const fs::directory_iterator files(fs::path("/proc") / std::to_string(id) / "fd");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

TEST(HostProcess, SaysWhyItHasNoReader)
{
    HostProcess host(program, nowhere);
    const auto heard = host.channel().receive(10_s);
    ASSERT_EQ(heard.outcome, Channel::Outcome::message);
    EXPECT_EQ(heard.message.kind, MessageKind::away);
    EXPECT_EQ(text_of(heard.message), "there is no /dev/there-is-no-such-reader");
}

TEST(HostProcess, AnswersEveryCallWithLostWhileItHasNoReader)
{
    HostProcess host(program, nowhere);
    host.channel().receive(10_s);
    for (std::uint32_t serial = 1; serial <= 20; ++serial) {
        host.channel().send({.kind = MessageKind::select, .serial = serial, .time = 100_ms});
        const auto heard = host.channel().receive(10_s);
        ASSERT_EQ(heard.outcome, Channel::Outcome::message);
        EXPECT_EQ(heard.message.kind, MessageKind::done);
        EXPECT_EQ(heard.message.status, ReaderStatus::lost);
        EXPECT_EQ(heard.message.serial, serial);
    }
}

TEST(HostProcess, LivesInASandboxAndInheritsNothing)
{
    const int inherited = dup(2);  // without close-on-exec
    HostProcess host(program, nowhere);
    host.channel().receive(10_s);
    const auto status = status_of(host.id());
    EXPECT_EQ(status.at("NoNewPrivs"), "1");
    EXPECT_EQ(status.at("Seccomp"), "2");
    EXPECT_EQ(open_files(host.id()), 5u) << "0 to 2, its socket, and its watch over /dev";
    close(inherited);
}

TEST(HostProcess, EndsWhenTheBenchHasGone)
{
    std::optional<HostProcess> host(std::in_place, program, nowhere);
    host->channel().receive(10_s);
    const pid_t id = host->id();
    host.reset();
    EXPECT_NE(kill(id, 0), 0);
}

TEST(HostProcess, EndsWhenItHearsNonsense)
{
    HostProcess host(program, nowhere);
    host.channel().receive(10_s);
    ASSERT_EQ(write(host.channel().socket(), "nonsense", 8), 8);
    EXPECT_EQ(host.channel().receive(10_s).outcome, Channel::Outcome::closed);
}

TEST(HostProcess, IsNotStartedByHand)
{
    const int status = std::system((program + " 2>/dev/null").c_str());
    EXPECT_EQ(WEXITSTATUS(status), 4);
    EXPECT_EQ(WEXITSTATUS(std::system((program + " 1 nowhere 2>/dev/null").c_str())), 4);
}

TEST(ReaderProcess, IsMissingAtOnceWhereThereIsNoReader)
{
    try {
        ReaderProcess reader({.name = "nfc:desk", .connstring = nowhere, .program = program});
        FAIL() << "found a reader";
    } catch (const ReaderMissing& missing) {
        EXPECT_STREQ(missing.what(),
                     "nfc:desk: there is no /dev/there-is-no-such-reader; `tapbench doctor` tells "
                     "what helps");
    }
}

TEST(ReaderProcess, IsMissingWhenTheHostProgramIsNotInstalled)
{
    EXPECT_THROW(ReaderProcess({.connstring = nowhere, .program = "/no/such/program"}),
                 ReaderMissing);
}

TEST(DeviceLock, IsGivenToOneProgramAtATimeByAnyNameOfTheDevice)
{
    int master = -1, slave = -1;
    std::array<char, 64> name{};
    ASSERT_EQ(openpty(&master, &slave, name.data(), nullptr, nullptr), 0);
    const fs::path link = fs::temp_directory_path() / ("lock-test-" + std::to_string(getpid()));
    fs::create_symlink(name.data(), link);
    DeviceLock first, second;
    EXPECT_EQ(first.lock(link), DeviceLock::Outcome::locked);
    EXPECT_EQ(second.lock(name.data()), DeviceLock::Outcome::in_use);
    first.unlock();
    EXPECT_EQ(second.lock(link), DeviceLock::Outcome::locked);
    EXPECT_EQ(first.lock("/dev/there-is-no-such-reader"), DeviceLock::Outcome::no_device);
    fs::remove(link);
    close(master);
    close(slave);
}

}  // namespace
}  // namespace hil
