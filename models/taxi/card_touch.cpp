// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/card_touch.h"

#include "models/card/jpki_commands.h"

namespace model
{

namespace
{

constexpr fw::Nanos barely_there{5'000'000};  // of a card that leaves before it is found

ApduPresence presence_of(ApduCard& card, const TouchTear& tear, fw::Nanos now, const CardUse& use)
{
    ApduPresence presence{&card, now, {INT64_MAX}, use};
    if (tear.after) presence.leaves = now + *tear.after;
    if (tear.step == sim::TearStep::poll) presence.leaves = now + barely_there;
    return presence;
}

}  // namespace

CardTouch::CardTouch(ApduReader& reader, ApduCard& card, const TouchTear& tear, fw::Nanos& now,
                     const CardUse& use)
    : reader_(reader),
      tear_(tear),
      now_(now),
      there_(reader.place(presence_of(card, tear, now, use), now))
{
}

StatusWord CardTouch::send(fw::Bytes command)
{
    if (!there_) return 0;
    auto answer = reader_.transmit(command, now_);
    there_ = answer.has_value();
    if (!there_ || answer->size() < 2) return 0;
    answer_ = std::move(*answer);
    return fw::get_be16(&answer_[answer_.size() - 2]);
}

void CardTouch::tear_at(sim::TearStep step, CommandPart part)
{
    if (tear_.step == step) reader_.tear_next(part);
}

StatusWord CardTouch::select_counter()
{
    return send(select_application(ride_counter_aid));
}

bool CardTouch::sign(const std::string& message, const std::string& pin, Touched& touched)
{
    if (send(select_application(jpki_aid)) != sw::ok) return false;
    if (send(verify_pin(pin, by_short_name(auth_pin_file))) != sw::ok) {
        touched.result = there_ ? TouchResult::wrong_pin : TouchResult::left;
        return false;
    }
    tear_at(sim::TearStep::auth, CommandPart::work);
    if (send(sign_text(message, by_short_name(auth_key_file))) != sw::ok) return false;
    touched.signature.assign(answer_.begin(), answer_.end() - 2);
    return true;
}

bool CardTouch::read(std::uint64_t challenge, Touched& touched)
{
    if (select_counter() == sw::not_found) touched.result = TouchResult::unregistered;
    if (touched.result == TouchResult::unregistered || !there_) return false;
    tear_at(sim::TearStep::read, CommandPart::answer);
    if (send(read_count_command(challenge)) != sw::ok) return false;
    const auto count = checked_count(answer_, challenge);
    if (!count) touched.result = TouchResult::forged;
    if (count) touched.count = *count;
    return count.has_value();
}

Touched CardTouch::identify(const std::string& message, const std::string& pin,
                            std::uint64_t challenge)
{
    Touched touched;
    touched.result = TouchResult::refused;
    const bool known = (pin.empty() || sign(message, pin, touched)) && read(challenge, touched);
    if (known) touched.result = TouchResult::done;
    if (!there_) touched.result = TouchResult::left;
    return touched;
}

Touched CardTouch::count(CountRide ride)
{
    Touched touched;
    touched.result = TouchResult::refused;
    if (read(ride.ride, touched)) {
        ride.used = touched.count.used;
        tear_at(sim::TearStep::auth, CommandPart::command);
        tear_at(sim::TearStep::write, CommandPart::work);
        tear_at(sim::TearStep::write_answer, CommandPart::answer);
        const StatusWord status = send(count_ride_command(touched.count.registration, ride));
        if (status == sw::conditions) touched.result = TouchResult::quota;
        if (status == sw::ok) {
            const auto counted = checked_count(answer_, ride.ride);
            touched.result = counted ? TouchResult::done : TouchResult::forged;
            if (counted) touched.count = *counted;
        }
    }
    if (!there_) touched.result = TouchResult::left;
    return touched;
}

}  // namespace model
