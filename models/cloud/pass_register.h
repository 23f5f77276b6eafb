// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "firmware/core/card_lists.h"
#include "models/cloud/ride_listener.h"

// The passes bound to cards, and whose holders let shops ask for them (services.md S06, S10): by
// account of the register of cards.
namespace model
{

// A pass bound to a card. One from the portal begins with its first ride: until the register has
// heard of that, nobody knows its end.
struct CardPass {
    static constexpr fw::Nanos always{INT64_MIN}, never{INT64_MAX};

    std::uint8_t pass = 0;     // number of the product in the tariff
    std::uint16_t amount = 0;  // yen of each ride an amount pass covers
    fw::Nanos from = always;   // bound
    fw::Nanos until{-1};       // a whole minute; negative: not in this service day
    fw::Nanos told = always;   // since when the register knows `until`
    fw::Nanos ended = never;   // with the link of its card
    fw::Nanos lasts{};         // from its first use

    bool holds_for(fw::Nanos at) const { return from <= at && at < ended; }
};

class PassRegister final : public PassListener
{
public:
    struct Passes {
        std::uint64_t card = 0;       // as lists name it
        std::vector<CardPass> bound;  // in order of time
    };

    // Carried all day, until it ends.
    void give(std::uint32_t account, std::uint64_t card, const CardPass& pass);
    // Bought in the portal: from `at` on, for `lasts` from its first use.
    void bind(std::uint32_t account, std::uint64_t card, std::uint8_t pass, fw::Nanos lasts,
              fw::Nanos at);
    // The passes of the portal end with their card's link.
    void end(std::uint32_t account, fw::Nanos at);
    // A ride that was touched for at `touched` was covered, as is known from `at` on.
    void pass_used(std::uint32_t account, fw::Nanos touched, fw::Nanos at) override;

    // The newest bound by then that has not ended with its link, none: none.
    const CardPass* pass_of(std::uint32_t account, fw::Nanos at) const;
    bool holds(std::uint32_t account, fw::Nanos at) const;
    // Puts a pass and its end into what the holder may claim; without hindsight, as the register
    // knew it at `at`.
    void tell(std::uint32_t account, fw::Nanos at, bool with_hindsight,
              fw::Entitlement& holds) const;
    const std::map<std::uint32_t, Passes>& all() const { return passes_; }

    // From now on shops may ask for the passes of cards only whose holders agree.
    void perks_need_consent() { perks_need_consent_ = true; }
    // From `at` until then; who takes it back agrees until now.
    void agree_to_perks(std::uint32_t account, fw::Nanos at, fw::Nanos until);
    bool perks_agreed(std::uint32_t account, fw::Nanos at) const;

private:
    std::map<std::uint32_t, Passes> passes_;
    bool perks_need_consent_ = false;
    std::map<std::uint32_t, std::map<fw::Nanos, fw::Nanos>>
        perks_;  // until when, by account and time
};

}  // namespace model
