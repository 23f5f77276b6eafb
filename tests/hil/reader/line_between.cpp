// SPDX-License-Identifier: Apache-2.0
#include "tests/hil/reader/line_between.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <stdexcept>

namespace hil
{

namespace
{

bool is_exchange(fw::Bytes data, int answer)
{
    return !data.empty() && (data[0] == fw::pn532::in_communicate_thru + answer ||
                             data[0] == fw::pn532::in_data_exchange + answer);
}

}  // namespace

LineBetween::LineBetween(const std::string& link, const std::string& reader)
    : reader_(open(reader.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC)), host_(std::in_place, link)
{
    termios line{};
    if (reader_ < 0 || tcgetattr(reader_, &line) != 0) throw std::runtime_error("no " + reader);
    cfmakeraw(&line);
    tcsetattr(reader_, TCSANOW, &line);
    thread_ = std::jthread([this](const std::stop_token& end) { run(end); });
}

LineBetween::~LineBetween()
{
    thread_.request_stop();
    thread_.join();
    close(reader_);
}

void LineBetween::run(const std::stop_token& end)
{
    constexpr int look_round_ms = 20;
    while (!end.stop_requested() && host_) {
        pollfd ends[] = {{host_->master(), POLLIN, 0}, {reader_, POLLIN, 0}};
        if (poll(ends, 2, look_round_ms) <= 0) continue;
        if ((ends[0].revents & POLLIN) != 0 && !pass_on(false)) return;
        if ((ends[1].revents & POLLIN) != 0 && !pass_on(true)) return;
    }
}

// False: the cable is out.
bool LineBetween::pass_on(bool from_reader)
{
    std::array<std::uint8_t, 512> bytes{};
    const ssize_t got = read(from_reader ? reader_ : host_->master(), bytes.data(), bytes.size());
    if (got <= 0) return true;
    const fw::MutBytes piece = fw::MutBytes(bytes).first(static_cast<std::size_t>(got));
    if (!from_reader) count(piece);
    if (from_reader && is_from_card(piece)) {
        const Grip grip = grip_.exchange(Grip::none);
        if (grip == Grip::drop) return true;
        if (grip == Grip::damage) piece[piece.size() - 2] ^= 0x55;  // the checksum
        if (grip == Grip::pull_out) {
            pulled_out_ = true;  // first: the host knows as soon as the port is gone
            host_.reset();
            return false;
        }
    }
    return write(from_reader ? host_->master() : reader_, piece.data(), piece.size()) >= 0;
}

void LineBetween::count(fw::Bytes bytes)
{
    for (const std::uint8_t byte : bytes)
        if (commands_.take(byte) == fw::pn532::Parser::Event::frame &&
            is_exchange(commands_.data(), 0))
            ++exchanges_;
}

bool LineBetween::is_from_card(fw::Bytes bytes)
{
    bool found = false;
    for (const std::uint8_t byte : bytes)
        if (answers_.take(byte) == fw::pn532::Parser::Event::frame)
            found = is_exchange(answers_.data(), 1);
    return found;
}

}  // namespace hil
