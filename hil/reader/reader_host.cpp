// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/reader_host.h"

#include <filesystem>

#include "hil/reader/device_path.h"

namespace hil
{

namespace
{

constexpr fw::Nanos for_ever{3600'000'000'000};

std::string refusal(DeviceLock::Outcome outcome, const std::string& path)
{
    switch (outcome) {
        case DeviceLock::Outcome::no_device:
            return "there is no " + path;
        case DeviceLock::Outcome::not_permitted:
            return path + " may not be opened by this user (group dialout?)";
        case DeviceLock::Outcome::in_use:
            return path + " is in use by another program";
        case DeviceLock::Outcome::locked:
            break;
    }
    return {};
}

const char* cause(ReaderStatus status)
{
    if (status == ReaderStatus::lost) return "the port is gone";
    return status == ReaderStatus::hung ? "it does not answer" : "its frames are damaged";
}

bool is_gone(const std::string& path)
{
    std::error_code error;
    return !path.empty() && !std::filesystem::exists(path, error);
}

}  // namespace

ReaderHost::ReaderHost(Channel& bench, nfc_context* context, const std::string& connstring)
    : bench_(bench),
      connstring_(connstring),
      path_(device_path_of(connstring)),
      folder_(path_),
      device_(context)
{
}

void ReaderHost::serve()
{
    while (bench_is_there_) {
        if (!device_.is_open()) open_reader();
        if (device_.is_open())
            answer_next(for_ever);
        else
            wait_for_reader();
    }
    device_.close();
}

void ReaderHost::open_reader()
{
    const std::string why_not = try_to_open();
    if (!why_not.empty()) return report_away(why_not);
    Message ready{.kind = MessageKind::ready};
    put_link_time(ready, device_.measure_link());
    bench_.send(ready);
    reported_.clear();
    back_off_.reset();
}

// Why not; empty when it is open.
std::string ReaderHost::try_to_open()
{
    const DeviceLock::Outcome locked = lock_.lock(path_);
    if (locked != DeviceLock::Outcome::locked) return refusal(locked, path_);
    if (device_.open(connstring_)) return {};
    lock_.unlock();
    return "no reader answers at " + connstring_;
}

void ReaderHost::wait_for_reader()
{
    const auto woken = folder_.wait(bench_.socket(), back_off_.next());
    if (woken == FolderWatch::Woken::by_folder) back_off_.reset();
    if (woken == FolderWatch::Woken::by_socket) answer_next({0});
}

void ReaderHost::answer_next(fw::Nanos wait)
{
    const Channel::Received received = bench_.receive(wait);
    if (received.outcome == Channel::Outcome::message)
        answer(received.message);
    else if (received.outcome != Channel::Outcome::nothing)
        bench_is_there_ = false;  // gone, or not the bench at all
}

void ReaderHost::answer(const Message& request)
{
    Message done{.kind = MessageKind::done, .tech = request.tech, .serial = request.serial};
    NfcDevice::Outcome outcome{ReaderStatus::lost};
    if (device_.is_open()) outcome = act(request, done);
    if (outcome.reader_is_away && is_gone(path_)) outcome.status = ReaderStatus::lost;
    done.status = outcome.status;
    done.time = outcome.device;
    if (outcome.reader_is_away) report_away(cause(outcome.status));
    bench_.send(done);
    if (!outcome.reader_is_away) return;
    device_.close();
    lock_.unlock();
}

NfcDevice::Outcome ReaderHost::act(const Message& request, Message& done)
{
    NfcDevice::Outcome outcome;
    if (request.kind == MessageKind::select) {
        Target target;
        outcome = device_.select(request.tech, request.system_code, target);
        if (outcome.status == ReaderStatus::ok) put_target(done, target);
    } else if (request.kind == MessageKind::exchange) {
        std::array<std::uint8_t, Reader::longest_answer + 1> answer;  // libnfc fills no more
        outcome = device_.exchange(request.view(), answer, request.time);
        done.put(fw::Bytes(answer).first(outcome.size));
    } else if (request.kind == MessageKind::release) {
        outcome = device_.release();
    }
    return outcome;
}

void ReaderHost::report_away(const std::string& why)
{
    if (why == reported_) return;
    reported_ = why;
    Message away{.kind = MessageKind::away};
    away.put(why);
    bench_.send(away);
}

}  // namespace hil
