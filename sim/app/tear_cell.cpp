// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "models/card/lite_s_card.h"

namespace app
{

namespace
{

using Yens = std::vector<std::int64_t>;

constexpr fw::Nanos dark_for{30'000'000'000};
constexpr std::uint16_t boarding_stop = 1, alighting_stop = 3;

// What the rider's purse may have moved by when the torn tap has been dealt with.
Yens allowed(const TearLine& line, const TearPlan& plan, bool unfinished)
{
    const auto maybe = [&](std::int64_t without, std::int64_t with) {
        return unfinished ? Yens{without, with} : Yens{with};
    };
    switch (plan.tap) {
        case TornTap::board:  // without a boarding record the ride counts from the first stop
            return unfinished ? Yens{-TearLine::two_stops, -TearLine::three_stops}
                              : Yens{-TearLine::two_stops};
        case TornTap::alight:
            return maybe(0, -TearLine::two_stops);
        case TornTap::flat:
            return maybe(0, -TearLine::one_price);
        case TornTap::top_up:
            return maybe(0, line.top_up().count);
        case TornTap::cancel:
            return maybe(-TearLine::one_price, 0);
    }
    return {};
}

// The tap of the card that comes between: an adult without anything special.
std::int64_t stranger_pays(const TearPlan& plan)
{
    if (plan.after != Afterwards::other_card || plan.tap == TornTap::board) return 0;
    return plan.tap == TornTap::alight ? TearLine::three_stops : TearLine::one_price;
}

// Whether box and rider parted with the matter settled.
enum class Parted : std::uint8_t { served, left_open, refused };

// A box that lost its RAM knows only the debits its journal still holds, and a debit that it has
// uploaded can then no longer be cancelled (firmware/farebox/box_memory.h).
Parted parted(const TearPlan& plan, const fw::TapEvent& last)
{
    if (served(last)) return Parted::served;
    const bool restarted =
        plan.after == Afterwards::driver_reset || plan.after == Afterwards::power_loss;
    const bool forgotten = plan.tap == TornTap::cancel && restarted && plan.eager &&
                           last.verdict == fw::TapVerdict::refused_cancel;
    return forgotten ? Parted::left_open : Parted::refused;
}

Parted deal_with(TearRide& ride, const TearPlan& plan, const TearRide::Touch& touch, bool through)
{
    if (plan.after == Afterwards::walk_away) return through ? Parted::served : Parted::left_open;
    if (plan.after == Afterwards::power_loss) ride.wait(dark_for);
    if (plan.after == Afterwards::power_loss || plan.after == Afterwards::driver_reset)
        ride.restart(touch.door);
    if (plan.after == Afterwards::other_card)
        ride.touch_until_served(TearRide::stranger, {touch.door, touch.stop, {}, {}, {}, {}});
    if (through) return Parted::served;
    return parted(plan, ride.touch_until_served(TearRide::rider, touch).event);
}

// The card is seen again: on its next ride, which costs what the return value says.
std::int64_t ride_on(TearRide& ride, const TearPlan& plan)
{
    if (plan.tap == TornTap::board)
        ride.touch_until_served(TearRide::rider, {TearRide::front, alighting_stop, {}, {}, {}, {}});
    ride.next_trip();
    if (pattern_of(plan.tap) == TearLine::flat) {
        ride.touch_until_served(TearRide::rider, {TearRide::front, 0, {}, {}, {}, {}});
        return TearLine::one_price;
    }
    ride.touch_until_served(TearRide::rider, {TearRide::rear, 0, {}, {}, {}, {}});
    ride.wait({120'000'000'000});
    ride.touch_until_served(TearRide::rider, {TearRide::front, 2, {}, {}, {}, {}});
    return TearLine::two_stops;
}

bool holds(const Yens& yens, std::int64_t value)
{
    return std::find(yens.begin(), yens.end(), value) != yens.end();
}

// An unconfirmed amount in suspense is either on the card or not; everything else must agree.
std::string while_unknown(const TearRide& ride)
{
    const TearBooks& books = ride.books();
    const std::int64_t gap = ride.moved(TearRide::rider) - books.on_card(TearRide::rider);
    if (gap == 0 || gap == books.in_suspense()) return {};
    return fmt::format("the card moved by {} yen, the ledger by {} with {} in suspense",
                       ride.moved(TearRide::rider), books.on_card(TearRide::rider),
                       books.in_suspense());
}

std::string at_the_end(const TearRide& ride, const Yens& expected, std::int64_t strangers_fare)
{
    const TearBooks& books = ride.books();
    const std::int64_t moved = ride.moved(TearRide::rider);
    if (!holds(expected, moved))
        return fmt::format("the rider's card moved by {} yen instead of {}", moved,
                           fmt::join(expected, " or "));
    if (books.in_suspense() != 0)
        return fmt::format("{} yen are left in suspense though the card was seen again",
                           books.in_suspense());
    if (books.on_card(TearRide::rider) != moved)
        return fmt::format("the card moved by {} yen, the ledger says {}", moved,
                           books.on_card(TearRide::rider));
    const std::int64_t other = ride.moved(TearRide::stranger);
    if (other != -strangers_fare || books.on_card(TearRide::stranger) != other)
        return fmt::format("the other card moved by {} yen, the ledger says {}", other,
                           books.on_card(TearRide::stranger));
    if (books.owed() != 0) return fmt::format("{} yen were adjusted", books.owed());
    return books.lost_taps();
}

TearOutcome outcome_of(bool through, bool changed)
{
    if (through) return TearOutcome::served;
    return changed ? TearOutcome::written : TearOutcome::untouched;
}

}  // namespace

const char* text_of(TornTap tap)
{
    constexpr std::array words{"board", "alight", "flat", "top_up", "cancel"};
    return words[static_cast<std::size_t>(tap)];
}

const char* text_of(Afterwards after)
{
    constexpr std::array words{"retouch", "walk_away", "driver_reset", "other_card", "power_loss"};
    return words[static_cast<std::size_t>(after)];
}

TearRide::Touch touch_of(const TearLine& line, TornTap tap)
{
    TearRide::Touch touch;
    if (tap == TornTap::board) touch.door = TearRide::rear, touch.stop = boarding_stop;
    if (tap == TornTap::alight) touch.stop = alighting_stop;
    if (tap == TornTap::top_up) touch.keys.top_up = line.top_up();
    touch.keys.cancel = tap == TornTap::cancel;
    return touch;
}

TearLine::Pattern pattern_of(TornTap tap)
{
    return tap == TornTap::board || tap == TornTap::alight ? TearLine::by_distance : TearLine::flat;
}

void begin_ride(TearRide& ride, const TearLine& line, TornTap tap)
{
    if (tap == TornTap::alight) ride.touch(TearRide::rider, touch_of(line, TornTap::board));
    if (tap == TornTap::cancel) ride.touch(TearRide::rider, touch_of(line, TornTap::flat));
    ride.wait({120'000'000'000});
}

TearResult run_cell(const TearLine& line, const TearPlan& plan, const TearRide::Restart& restart)
{
    TearRide ride(line, pattern_of(plan.tap), plan.eager, restart);
    begin_ride(ride, line, plan.tap);
    const model::TransitCard before = ride.card(TearRide::rider);
    const TearRide::Touch whole = touch_of(line, plan.tap);
    TearRide::Touch torn = whole;
    torn.leaves = plan.leaves;
    if (plan.after == Afterwards::power_loss) torn.goes_dark = plan.leaves;

    const bool through = served(ride.touch(TearRide::rider, torn).event);
    const bool changed = !model::same_contents(ride.card(TearRide::rider), before);
    const Parted end = deal_with(ride, plan, whole, through);
    if (end == Parted::refused)
        return {TearOutcome::failed, "the rider was refused when touching again"};
    ride.deliver();
    std::string complaint = while_unknown(ride);
    Yens expected = allowed(line, plan, end == Parted::left_open);
    const std::int64_t next_fare = ride_on(ride, plan);
    for (std::int64_t& yen : expected) yen -= next_fare;
    ride.deliver();
    if (complaint.empty()) complaint = at_the_end(ride, expected, stranger_pays(plan));
    if (!complaint.empty()) return {TearOutcome::failed, complaint};
    return {outcome_of(through, changed), {}};
}

}  // namespace app
