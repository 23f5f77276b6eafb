// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/card_field.h"

#include <algorithm>

namespace hil
{
namespace
{

constexpr std::size_t bits_of(const model::AirFrame& frame)
{
    return frame.last_bits == 0 ? frame.size * 8u : (frame.size - 1u) * 8u + frame.last_bits;
}

// The first bit that differs, or the length of the shorter frame.
std::size_t first_difference(const model::AirFrame& a, const model::AirFrame& b)
{
    const std::size_t bits = std::min(bits_of(a), bits_of(b));
    for (std::size_t bit = 0; bit < bits; ++bit)
        if (((a.bytes[bit / 8] ^ b.bytes[bit / 8]) >> bit % 8 & 1) != 0) return bit;
    return bits;
}

// Type A bits lie on top of each other; a modulated half of a bit is heard whoever sends it.
void overlay(Heard& heard, const model::AirFrame& other)
{
    const std::size_t bit = first_difference(heard.frame, other);
    if (bit == bits_of(heard.frame) && bit == bits_of(other)) return;
    const auto earlier = heard.collision ? std::min<std::size_t>(heard.collided_at, bit) : bit;
    heard.collided_at = static_cast<std::uint16_t>(earlier);
    heard.collision = true;
    for (std::size_t i = 0; i < other.size; ++i) heard.frame.bytes[i] |= other.bytes[i];
    if (bits_of(other) > bits_of(heard.frame)) {
        heard.frame.size = other.size;
        heard.frame.last_bits = other.last_bits;
    }
}

// Beyond reading: the last byte belongs to the CRC.
void garble(Heard& heard)
{
    if (!heard.collision) heard.frame.bytes[heard.frame.size - 1u] ^= 0xFF;
    heard.collision = true;
}

void add(std::vector<Heard>& answers, const model::CardReply& reply)
{
    const auto same_slot = [&](const Heard& heard) { return heard.slot == reply.slot; };
    const auto found = std::find_if(answers.begin(), answers.end(), same_slot);
    if (found == answers.end()) {
        answers.push_back({.frame = reply.frame, .think = reply.think, .slot = reply.slot});
        return;
    }
    found->think = std::max(found->think, reply.think);
    if (reply.frame.tech == fw::RfSet::type_a)
        overlay(*found, reply.frame);
    else
        garble(*found);
}

}  // namespace

void CardField::present(std::shared_ptr<model::RfCard> card)
{
    const std::lock_guard lock(mutex_);
    if (std::find(cards_.begin(), cards_.end(), card) != cards_.end()) return;
    card->power_off();
    cards_.push_back(std::move(card));
}

void CardField::remove(const model::RfCard* card)
{
    const std::lock_guard lock(mutex_);
    const auto is_it = [card](const auto& held) { return held.get() == card; };
    const auto found = std::find_if(cards_.begin(), cards_.end(), is_it);
    if (found == cards_.end()) return;
    (*found)->power_off();
    cards_.erase(found);
}

void CardField::switch_field(bool on)
{
    const std::lock_guard lock(mutex_);
    if (on_ && !on)
        for (const auto& card : cards_) card->power_off();
    on_ = on;
}

bool CardField::is_on() const
{
    const std::lock_guard lock(mutex_);
    return on_;
}

std::size_t CardField::cards() const
{
    const std::lock_guard lock(mutex_);
    return cards_.size();
}

std::vector<Heard> CardField::exchange(const model::AirFrame& command)
{
    const std::lock_guard lock(mutex_);
    std::vector<Heard> answers;
    if (!on_) return answers;
    for (const auto& card : cards_) {
        const model::CardReply reply = card->hear(command);
        if (reply.frame.size > 0) add(answers, reply);
    }
    const auto by_slot = [](const Heard& a, const Heard& b) { return a.slot < b.slot; };
    std::stable_sort(answers.begin(), answers.end(), by_slot);
    return answers;
}

}  // namespace hil
