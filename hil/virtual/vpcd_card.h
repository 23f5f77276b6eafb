// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "hil/virtual/vpcd_session.h"

// A card of ours in pcscd's virtual reader (vpcd), where every program that speaks PC/SC meets it.
// To vpcd a card is a TCP client: connecting inserts it, closing takes it out. Runs on a thread of
// its own, connects again with growing pauses, and lets go of a driver that stops in mid-frame.
namespace hil
{

struct VpcdOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 35963;  // of vpcd's first slot; the second one's is next
    VpcdManner manner = {};
    bool card_time = false;                 // wait as long as the chip would work
    fw::Nanos patience{3'000'000'000};      // for the rest of a frame, or for an answer to be taken
    std::function<fw::Nanos()> clock = {};  // for the patience; none: the steady clock
    // What becomes of the connection, one line; called on the card's thread.
    std::function<void(const std::string&)> say = {};
};

class VpcdCard
{
public:
    // Taken out at first. The caller keeps `card` alive, and uses it only while it is taken out.
    VpcdCard(model::ApduCard& card, VpcdOptions options);
    ~VpcdCard();
    VpcdCard(const VpcdCard&) = delete;
    VpcdCard& operator=(const VpcdCard&) = delete;

    void insert();  // connects as soon as somebody listens
    void remove();  // returns when the card is out and without power
    bool connected() const;

private:
    struct Line;
    std::unique_ptr<Line> line_;
};

}  // namespace hil
