// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace hil
{
namespace
{

bool is_refused(int family)
{
    return socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0) < 0 && errno == EACCES;
}

// Runs `question` in a process of its own after it has entered the sandbox.
template <class Question>
bool holds_inside(Question question)
{
    const pid_t child = fork();
    if (child == 0) {
        const int kept = dup(2);
        enter_sandbox(kept);
        _exit(question(kept) ? 0 : 1);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(Sandbox, RefusesEveryNetwork)
{
    for (const int family : {AF_INET, AF_INET6, AF_PACKET, AF_BLUETOOTH, AF_VSOCK})
        EXPECT_TRUE(holds_inside([family](int) { return is_refused(family); })) << family;
}

TEST(Sandbox, RefusesToStartPrograms)
{
    EXPECT_TRUE(holds_inside([](int) {
        execl("/bin/false", "false", nullptr);
        return errno == EACCES;
    }));
}

TEST(Sandbox, LeavesWhatAReaderNeeds)
{
    EXPECT_TRUE(holds_inside([](int kept) {
        return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 && open("/dev/null", O_RDWR) >= 0 &&
               fcntl(kept, F_GETFD) >= 0;
    }));
}

TEST(Sandbox, KeepsFewFilesAndNoCore)
{
    EXPECT_TRUE(holds_inside([](int) {
        rlimit core{}, files{};
        getrlimit(RLIMIT_CORE, &core);
        getrlimit(RLIMIT_NOFILE, &files);
        return core.rlim_max == 0 && files.rlim_max == 64;
    }));
}

TEST(Sandbox, OpensTheFirstThreeFilesOnNothingWhenTheyAreClosed)
{
    const pid_t child = fork();
    if (child == 0) {
        const int kept = dup(2);
        for (int file = 0; file < 3; ++file) close(file);
        enter_sandbox(kept);
        _exit(fcntl(0, F_GETFD) >= 0 && fcntl(2, F_GETFD) >= 0 ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace hil
