// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "models/card/my_number_apdu.h"
#include "models/card/my_number_tlv.h"
#include "models/card/pki_key.h"

// The application for taxi rides in the free area (空き領域) of a My Number Card, which counts the
// rides of its holder. services.md S25 says that there is one; its name, layout, commands and the
// AES-CMAC that protects them (RFC 4493, cut to eight bytes) are ours and *assumed*. Counting is
// atomic, and asking twice for one ride changes nothing.
namespace model
{

struct RideCount {
    static constexpr std::uint32_t for_good = 0xFFFFFFFF;

    std::uint32_t registration = 0;
    std::uint16_t year = 0, used = 0;  // rides of that year
    std::uint16_t per_year = 0;
    std::uint8_t per_day = 0, today = 0;
    std::uint32_t day = 0;           // of `today`, days since 1970-01-01
    std::uint64_t last_ride = 0;     // counted last, 0 = none
    std::uint32_t until = for_good;  // last day of the registration

    bool operator==(const RideCount&) const = default;
};

// What a tablet asks the card to count. `used` is what it has read: an old command told again
// counts nothing.
struct CountRide {
    std::uint64_t ride = 0;
    std::uint16_t year = 0, used = 0;
    std::uint32_t day = 0;
};

using CounterKey = std::array<std::uint8_t, 16>;
using CounterMac = std::array<std::uint8_t, 8>;

constexpr std::array<std::uint8_t, 7> ride_counter_aid{0xF0, 'T', 'B', 'R', 'I', 'D', 'E'};
constexpr std::uint8_t ins_read_count = 0xB0, ins_count_ride = 0x34;
constexpr std::size_t count_size = 28;  // of a RideCount as bytes

// Each card has its own key, made from the number of its registration.
CounterKey counter_key(std::uint32_t registration);
CounterMac counter_mac(const CounterKey& key, fw::Bytes message);

Octets bytes_of(const RideCount& count);
std::optional<RideCount> ride_count_of(fw::Bytes bytes);
// The command that asks for the count: its answer is the count and a MAC over challenge and count.
Octets read_count_command(std::uint64_t challenge);
// None: shorter or longer than it must be, or told by somebody without the key.
std::optional<RideCount> checked_count(fw::Bytes answer, std::uint64_t challenge);
// Answered by 9000 and the count with its MAC, 6985 when no ride is left.
Octets count_ride_command(std::uint32_t registration, const CountRide& ride);

class RideCounter
{
public:
    explicit RideCounter(const RideCount& count);

    // The answer without its status word.
    StatusWord answer(const Apdu& apdu, Octets& data);
    // Power failed while the last command was worked on.
    void undo() { count_ = before_; }
    const RideCount& count() const { return count_; }

private:
    StatusWord read(const Apdu& apdu, Octets& data) const;
    StatusWord count_ride(const Apdu& apdu, Octets& data);
    void give(fw::Bytes challenge, Octets& data) const;

    RideCount count_, before_;
    CounterKey key_;
};

}  // namespace model
