// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "models/card/rf_card.h"

// The space over one virtual reader: the cards lying there, and the field that powers them. Cards
// come and go from any thread while a reader's thread talks to them.
namespace hil
{

struct Heard {
    model::AirFrame frame;  // collided: what a receiver makes of it, with a wrong CRC
    bool collision = false;
    std::uint16_t collided_at = 0;  // type A: first bit, from 0, in which the answers differ
    fw::Nanos think{};
    std::uint8_t slot = 0;
};

class CardField
{
public:
    void present(std::shared_ptr<model::RfCard> card);
    void remove(const model::RfCard* card);  // it loses power
    void switch_field(bool on);              // off: every card loses power
    bool is_on() const;
    std::size_t cards() const;

    // Sends one frame to every card; the answers in order of slot, none when all stay silent.
    // Answers that share a slot are one Heard with `collision`; type A cards that say the same at
    // the same time are understood. Field off: none.
    std::vector<Heard> exchange(const model::AirFrame& command);

private:
    mutable std::mutex mutex_;
    bool on_ = false;
    std::vector<std::shared_ptr<model::RfCard>> cards_;
};

}  // namespace hil
