// SPDX-License-Identifier: Apache-2.0
#include "models/identity/transit_touch.h"

#include "models/reader/rf_field.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr std::uint16_t any_system = 0xFFFF;
constexpr fw::Nanos poll_window{1'000'000'000};  // assumed
constexpr std::int32_t fraction_ppm = 180'000;   // of the card's longest working time; assumed

}  // namespace

std::optional<std::string> TransitTouch::read(Desk& desk, const TransitCard& held,
                                              const CardProfile& profile, std::uint64_t key,
                                              fw::Nanos stays) const
{
    TransitCard card = held;
    RfField field(scenario.city.devices.reader, stream);
    fw::Nanos local = desk.now();
    Presence presence{local, local + stays, &card, &profile, fraction_ppm, {}};
    field.begin({&presence, 1}, key);
    const fw::Found found = field.poll(fw::RfSet::felica_212, any_system, poll_window, local);
    field.release(local);
    desk.wait_until(local);
    if (found.status != fw::RfStatus::ok || found.count != 1) return std::nullopt;
    return sim::hex_of(found.idm[0].bytes);
}

}  // namespace model
