// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stdexcept>

#include "hil/reader/host_process.h"
#include "hil/reader/reader_watchdog.h"

// A real reader, held by a process of its own: libnfc may abort, overflow or hang there and the
// bench goes on. A process that does not answer in time is killed and another one started. While
// the reader is away every call returns `lost` at once. One thread at a time.
namespace hil
{

// One line: which reader, why, and what helps.
class ReaderMissing : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

struct ReaderConfig {
    std::string name{};        // as the bench file says, for people; empty: the connection string
    std::string connstring{};  // libnfc's, such as pn532_uart:/dev/ttyUSB0
    std::string program{};     // tapbench-reader-host; empty: the one beside this program
    fw::Nanos opening{6'000'000'000};  // libnfc gives a mute reader up after 4.5 s
};

class ReaderProcess final : public Reader
{
public:
    // Throws ReaderMissing when the reader is not there, or not healthy within `opening`.
    explicit ReaderProcess(ReaderConfig config);

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;
    void release() override;
    LinkTime link_time() override { return link_; }
    std::string name() const override { return config_.name; }
    std::string problem() const override { return problem_; }

    // Waits until the reader is healthy, starting its process anew when it must; false when it did
    // not come back in time.
    bool wait_until_healthy(fw::Nanos patience);
    bool is_healthy() const { return healthy_; }
    pid_t process() const { return host_ ? host_->id() : 0; }  // 0: none runs

private:
    Message call(Message request, fw::Nanos patience, CallTime& time);
    Message ask(Message& request);
    void catch_up(fw::Nanos wait);
    bool start_host();
    void take(const Channel::Received& received);
    void take_notice(const Message& notice);
    Message give_up(ReaderStatus status, const std::string& why);

    ReaderConfig config_;
    ReaderWatchdog watchdog_;
    std::unique_ptr<HostProcess> host_;
    LinkTime link_;
    std::string problem_;
    bool healthy_ = false;
    std::uint32_t serial_ = 0;
};

// The host program installed beside the running one.
std::string reader_host_beside();

}  // namespace hil
