// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <poll.h>

#include <atomic>
#include <optional>
#include <string>
#include <thread>

#include "firmware/protocol/pn532.h"
#include "hil/virtual/pn532_pty.h"

// A serial cable with a hand on it, between the host and a virtual reader: does one thing to the
// next answer that comes from an exchange with a card.
namespace hil
{

enum class Grip : std::uint8_t { none, damage, drop, pull_out };

class LineBetween
{
public:
    // Programs open `link`; the reader is at `reader`.
    LineBetween(const std::string& link, const std::string& reader);
    ~LineBetween();
    LineBetween(const LineBetween&) = delete;
    LineBetween& operator=(const LineBetween&) = delete;

    void at_next_answer(Grip grip) { grip_ = grip; }
    // Commands to cards that the reader has been handed so far.
    int exchanges() const { return exchanges_; }
    bool is_pulled_out() const { return pulled_out_; }

private:
    void run(const std::stop_token& end);
    bool pass_on(bool from_reader);
    bool is_from_card(fw::Bytes bytes);
    void count(fw::Bytes bytes);

    int reader_;
    std::optional<PseudoTerminal> host_;
    fw::pn532::Parser answers_{fw::pn532::from_chip};
    fw::pn532::Parser commands_{fw::pn532::to_chip};
    std::atomic<Grip> grip_ = Grip::none;
    std::atomic<int> exchanges_ = 0;
    std::atomic<bool> pulled_out_ = false;
    std::jthread thread_;
};

}  // namespace hil
