// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/sandbox.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <system_error>

namespace hil
{

namespace
{

#if defined(__x86_64__)
constexpr unsigned this_machine = AUDIT_ARCH_X86_64;
constexpr unsigned first_foreign_call = 0x4000'0000;  // x32: other numbers for the same calls
#elif defined(__aarch64__)
constexpr unsigned this_machine = AUDIT_ARCH_AARCH64;
constexpr unsigned first_foreign_call = 0x4000'0000;
#else
#error "the filter of system calls is written for x86-64 and arm64"
#endif

pid_t parent = 0;

void must(bool done, const char* what)
{
    if (!done) throw std::system_error(errno, std::generic_category(), what);
}

// The signal also comes when only the thread that started this process has ended.
void end_with_parent(int)
{
    if (getppid() != parent) _exit(0);
}

void follow_parent()
{
    parent = getppid();
    struct sigaction action = {};
    action.sa_handler = end_with_parent;
    must(sigaction(SIGUSR1, &action, nullptr) == 0, "sigaction");
    must(prctl(PR_SET_PDEATHSIG, SIGUSR1) == 0, "PR_SET_PDEATHSIG");
    signal(SIGINT, SIG_IGN);  // Ctrl-C is for the bench, which then closes its readers in order
    signal(SIGPIPE, SIG_IGN);
}

void keep_files(int socket)
{
    for (int file = 0; file < 3; ++file)
        if (fcntl(file, F_GETFD) < 0) must(open("/dev/null", O_RDWR) == file, "/dev/null");
    if (socket > 3) close_range(3, static_cast<unsigned>(socket - 1), 0);
    close_range(static_cast<unsigned>(socket + 1), ~0U, 0);
}

void limit_resources()
{
    const rlimit no_core{0, 0};
    const rlimit few_files{64, 64};
    must(setrlimit(RLIMIT_CORE, &no_core) == 0, "RLIMIT_CORE");
    must(setrlimit(RLIMIT_NOFILE, &few_files) == 0, "RLIMIT_NOFILE");
}

constexpr sock_filter if_equal(unsigned value, unsigned char skip_then, unsigned char skip_else)
{
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, skip_then, skip_else);
}

constexpr sock_filter load(std::size_t offset)
{
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset));
}

void refuse_calls()
{
    constexpr sock_filter end = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    constexpr sock_filter refuse = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES);
    constexpr sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    sock_filter lines[] = {
        load(offsetof(seccomp_data, arch)),
        if_equal(this_machine, 1, 0),
        end,
        load(offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, first_foreign_call, 0, 1),
        end,
        if_equal(__NR_execve, 7, 0),
        if_equal(__NR_execveat, 6, 0),
        if_equal(__NR_io_uring_setup, 5, 0),  // it opens sockets past this filter
        if_equal(__NR_socket, 0, 3),
        load(offsetof(seccomp_data, args)),  // low half of the address family
        if_equal(AF_UNIX, 1, 0),
        if_equal(AF_NETLINK, 0, 1),  // libusb hears of devices by netlink
        allow,
        refuse};
    const sock_fprog program{static_cast<unsigned short>(std::size(lines)), lines};
    must(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0, "PR_SET_SECCOMP");
}

}  // namespace

void enter_sandbox(int socket)
{
    must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "PR_SET_NO_NEW_PRIVS");
    follow_parent();
    keep_files(socket);
    limit_resources();
    refuse_calls();
}

}  // namespace hil
