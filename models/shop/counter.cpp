// SPDX-License-Identifier: Apache-2.0
#include "models/shop/counter.h"

#include "models/bus/box_seat.h"

namespace model
{

namespace
{

// Own numbering of a sale's draws before its touches.
enum Draw : std::uint64_t {
    draw_hand_over,
    draw_background,
    draw_to_front,
    draw_missed,
    draw_move
};

}  // namespace

PhoneTimes::PhoneTimes(const sim::PhoneParameters& phone, const sim::DoorParameters& habits)
    : link(phone.link),
      hand_over(sim::quantiles_of(phone.hand_over)),
      to_front(sim::quantiles_of(phone.to_front)),
      move(sim::quantiles_of(phone.move)),
      hold(sim::quantiles_of(phone.hold)),
      slip(sim::quantiles_of(phone.slip)),
      retouch(sim::quantiles_of(habits.retouch_delay))
{
}

Counter::Counter(const Sale& sale, std::uint32_t number, fw::Yen off)
    : sale_(sale), receipt_(fw::first_receipt + number), amount_(sale.amount - off)
{
}

fw::DriverKeys Counter::keys() const
{
    fw::DriverKeys keys;
    keys.sale = amount_;
    keys.cancel = returning_;
    return keys;
}

// A card that finishes an earlier receipt has not paid this one yet.
bool Counter::goes_on(const fw::TapEvent& shown, bool gone)
{
    if (asks_again(shown)) return !gone;
    if (!was_served(shown)) return false;
    if (returning_) {
        if (shown.kind != fw::TapKind::cancel) return true;
        const bool again = sale_.returned_again && !given_back_;
        given_back_ = true;
        paid_ = false;
        returning_ = again;
        return again;
    }
    if (shown.verdict != fw::TapVerdict::repeated && shown.trip != receipt_) return true;
    paid_ = true;
    returning_ = sale_.returned;
    return returning_;
}

fw::Nanos until_first_touch(const PhoneTimes& times, const sim::PhoneParameters& phone,
                            const sim::RngStream& stream, std::uint32_t sale)
{
    fw::Nanos takes = times.hand_over.at(stream.bits(sale, draw_hand_over));
    if (stream.chance(phone.background_ppm, sale, draw_background))
        takes += times.to_front.at(stream.bits(sale, draw_to_front));
    if (stream.chance(phone.missed_ppm, sale, draw_missed))
        takes += times.move.at(stream.bits(sale, draw_move));
    return takes;
}

}  // namespace model
