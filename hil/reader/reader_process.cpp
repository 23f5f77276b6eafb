// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/reader_process.h"

#include <poll.h>

#include <algorithm>
#include <filesystem>

#include "hil/reader/steady.h"

namespace hil
{

namespace
{

void rest(fw::Nanos time)
{
    const timespec span{time.count / 1'000'000'000, time.count % 1'000'000'000};
    ppoll(nullptr, 0, &span, nullptr);
}

Message failed(ReaderStatus status)
{
    return {.kind = MessageKind::done, .status = status};
}

}  // namespace

std::string reader_host_beside()
{
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe");
    return self.parent_path() / "tapbench-reader-host";
}

ReaderProcess::ReaderProcess(ReaderConfig config)
    : config_(std::move(config)), watchdog_(steady_now)
{
    if (config_.name.empty()) config_.name = config_.connstring;
    if (config_.program.empty()) config_.program = reader_host_beside();
    const fw::Nanos end = steady_now() + config_.opening;
    while (!healthy_ && problem_.empty() && steady_now() < end) catch_up(end - steady_now());
    if (healthy_) return;
    if (problem_.empty()) give_up(ReaderStatus::hung, "its process did not open it in time");
    throw ReaderMissing(problem_ + "; `tapbench doctor` tells what helps");
}

bool ReaderProcess::wait_until_healthy(fw::Nanos patience)
{
    const fw::Nanos end = steady_now() + patience;
    catch_up({0});
    while (!healthy_ && steady_now() < end) catch_up(end - steady_now());
    return healthy_;
}

// Hears what the host says unasked, for `wait` if it says nothing; starts one if none runs.
void ReaderProcess::catch_up(fw::Nanos wait)
{
    if (!host_ && watchdog_.until_start().count > 0)
        return rest(std::min(wait, watchdog_.until_start()));
    if (!host_ && !start_host()) return;
    for (fw::Nanos left = wait; host_; left = {0}) {
        const Channel::Received received = host_->channel().receive(left);
        if (received.outcome == Channel::Outcome::nothing) return;
        take(received);
    }
}

bool ReaderProcess::start_host()
{
    try {
        host_ = std::make_unique<HostProcess>(config_.program, config_.connstring);
    } catch (const std::runtime_error& error) {
        give_up(ReaderStatus::lost, error.what());
    }
    return host_ != nullptr;
}

void ReaderProcess::take(const Channel::Received& received)
{
    if (received.outcome == Channel::Outcome::closed)
        give_up(ReaderStatus::lost, "its process ended");
    else if (received.outcome == Channel::Outcome::nonsense)
        give_up(ReaderStatus::lost, "its process sent what is no message");
    else
        take_notice(received.message);
}

void ReaderProcess::take_notice(const Message& notice)
{
    if (notice.kind == MessageKind::ready) {
        healthy_ = true;
        link_ = link_time_of(notice).value_or(link_);
        watchdog_.healthy();
    } else if (notice.kind == MessageKind::away) {
        healthy_ = false;
        problem_ = config_.name + ": " + text_of(notice);
    }
}

// The host is ended; its last words may say why.
Message ReaderProcess::give_up(ReaderStatus status, const std::string& why)
{
    const std::string words = host_ ? host_->last_words() : std::string();
    problem_ = config_.name + ": " + why + (words.empty() ? "" : " (" + words + ")");
    healthy_ = false;
    if (host_) host_->kill();
    host_.reset();
    watchdog_.gone();
    return failed(status);
}

Message ReaderProcess::call(Message request, fw::Nanos patience, CallTime& time)
{
    const fw::Nanos start = steady_now();
    catch_up({0});
    if (!healthy_) return failed(ReaderStatus::lost);
    watchdog_.asked(patience);
    const Message done = ask(request);
    time = {steady_now() - start, done.time};
    if (done.status == ReaderStatus::garbled && healthy_)
        problem_ = config_.name + ": a frame was damaged between bench and reader";
    return done;
}

Message ReaderProcess::ask(Message& request)
{
    request.serial = ++serial_;
    if (!host_->channel().send(request))
        return give_up(ReaderStatus::lost, "its process takes no calls");
    while (host_) {
        const Channel::Received received = host_->channel().receive(watchdog_.left());
        const Message& message = received.message;
        if (received.outcome == Channel::Outcome::nothing)
            return give_up(ReaderStatus::hung, "it did not answer in time; its process was ended");
        const bool answers = received.outcome == Channel::Outcome::message &&
                             message.kind == MessageKind::done && message.serial == serial_;
        if (answers) return message;
        take(received);
    }
    return failed(ReaderStatus::lost);
}

Selection ReaderProcess::select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout)
{
    Selection selection;
    const Message done = call(
        {.kind = MessageKind::select, .tech = tech, .time = timeout, .system_code = system_code},
        {0}, selection.time);
    selection.status = done.status;
    if (done.status != ReaderStatus::ok) return selection;
    const auto target = target_of(done);
    if (target)
        selection.target = *target;
    else
        selection.status = give_up(ReaderStatus::lost, "its process sent no target").status;
    return selection;
}

Exchange ReaderProcess::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout)
{
    Exchange exchange;
    if (command.empty() || command.size() > longest_command) {
        problem_ = config_.name + ": a command of " + std::to_string(command.size()) +
                   " bytes; libnfc takes 1 to 262";
        exchange.status = ReaderStatus::differs;
        return exchange;
    }
    Message request{.kind = MessageKind::exchange, .time = timeout};
    request.put(command);
    const Message done = call(request, timeout, exchange.time);
    exchange.status = done.status;
    if (done.status != ReaderStatus::ok) return exchange;
    exchange.size = std::min<std::size_t>(done.size, answer.size());
    std::copy_n(done.bytes.begin(), exchange.size, answer.begin());
    return exchange;
}

void ReaderProcess::release()
{
    CallTime time;
    call({.kind = MessageKind::release}, {0}, time);
}

}  // namespace hil
