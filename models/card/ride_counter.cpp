// SPDX-License-Identifier: Apache-2.0
#include "models/card/ride_counter.h"

#include <algorithm>

namespace model
{
namespace
{

constexpr std::size_t challenge_size = 8, mac_size = 8, order_size = 16;

template <std::size_t size>
void put(Octets& bytes, std::uint64_t value)
{
    for (std::size_t i = size; i-- > 0;)
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

template <class T>
void take(fw::Bytes& bytes, T& value)
{
    value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value = static_cast<T>(static_cast<std::uint64_t>(value) << 8 | bytes[i]);
    bytes = bytes.subspan(sizeof(T));
}

Octets order_of(const CountRide& ride)
{
    Octets bytes;
    put<8>(bytes, ride.ride), put<2>(bytes, ride.year);
    put<2>(bytes, ride.used), put<4>(bytes, ride.day);
    return bytes;
}

Octets command(std::uint8_t ins, fw::Bytes data)
{
    Octets bytes{0x80, ins, 0x00, 0x00, static_cast<std::uint8_t>(data.size())};
    append(bytes, data);
    bytes.push_back(0x00);
    return bytes;
}

}  // namespace

Octets bytes_of(const RideCount& count)
{
    Octets bytes;
    put<4>(bytes, count.registration), put<2>(bytes, count.year), put<2>(bytes, count.used);
    put<2>(bytes, count.per_year), put<1>(bytes, count.per_day), put<1>(bytes, count.today);
    put<4>(bytes, count.day), put<8>(bytes, count.last_ride);
    put<4>(bytes, count.until);
    return bytes;
}

std::optional<RideCount> ride_count_of(fw::Bytes bytes)
{
    if (bytes.size() != count_size) return std::nullopt;
    RideCount count;
    take(bytes, count.registration), take(bytes, count.year), take(bytes, count.used);
    take(bytes, count.per_year), take(bytes, count.per_day), take(bytes, count.today);
    take(bytes, count.day), take(bytes, count.last_ride), take(bytes, count.until);
    return count;
}

Octets read_count_command(std::uint64_t challenge)
{
    Octets data;
    put<challenge_size>(data, challenge);
    return command(ins_read_count, data);
}

std::optional<RideCount> checked_count(fw::Bytes answer, std::uint64_t challenge)
{
    if (answer.size() != count_size + mac_size + 2) return std::nullopt;
    const fw::Bytes bytes = answer.first(count_size);
    const auto count = ride_count_of(bytes);
    Octets said;
    put<challenge_size>(said, challenge);
    append(said, bytes);
    const CounterMac mac = counter_mac(counter_key(count->registration), said);
    const fw::Bytes told = answer.subspan(count_size, mac_size);
    return std::equal(mac.begin(), mac.end(), told.begin()) ? count : std::nullopt;
}

Octets count_ride_command(std::uint32_t registration, const CountRide& ride)
{
    Octets data = order_of(ride);
    append(data, counter_mac(counter_key(registration), data));
    return command(ins_count_ride, data);
}

RideCounter::RideCounter(const RideCount& count)
    : count_(count), before_(count), key_(counter_key(count.registration))
{
}

StatusWord RideCounter::answer(const Apdu& apdu, Octets& data)
{
    before_ = count_;
    if (apdu.cla != 0x80) return sw::wrong_cla;
    if (apdu.p1 != 0 || apdu.p2 != 0) return sw::wrong_parameters;
    if (apdu.ins == ins_read_count) return read(apdu, data);
    if (apdu.ins == ins_count_ride) return count_ride(apdu, data);
    return sw::wrong_ins;
}

void RideCounter::give(fw::Bytes challenge, Octets& data) const
{
    const Octets bytes = bytes_of(count_);
    Octets said(challenge.begin(), challenge.end());
    append(said, bytes);
    append(data, bytes);
    append(data, counter_mac(key_, said));
}

StatusWord RideCounter::read(const Apdu& apdu, Octets& data) const
{
    if (apdu.data.size() != challenge_size) return sw::wrong_length;
    give(apdu.data, data);
    return sw::ok;
}

StatusWord RideCounter::count_ride(const Apdu& apdu, Octets& data)
{
    if (apdu.data.size() != order_size + mac_size) return sw::wrong_length;
    const fw::Bytes order = apdu.data.first(order_size);
    const CounterMac mac = counter_mac(key_, order);
    if (!std::equal(mac.begin(), mac.end(), apdu.data.begin() + order_size))
        return sw::not_satisfied;
    CountRide asked;
    fw::Bytes rest = order;
    take(rest, asked.ride), take(rest, asked.year), take(rest, asked.used), take(rest, asked.day);
    if (asked.ride == 0 || asked.ride != count_.last_ride) {
        const std::uint16_t used = asked.year == count_.year ? count_.used : std::uint16_t{0};
        const std::uint8_t today = asked.day == count_.day ? count_.today : std::uint8_t{0};
        const bool old = asked.year < count_.year || asked.day < count_.day;
        if (asked.ride == 0 || old || asked.used != count_.used) return sw::wrong_data;
        if (used >= count_.per_year || today >= count_.per_day) return sw::conditions;
        count_.year = asked.year, count_.day = asked.day, count_.last_ride = asked.ride;
        count_.used = static_cast<std::uint16_t>(used + 1);
        count_.today = static_cast<std::uint8_t>(today + 1);
    }
    give(order.first(challenge_size), data);
    return sw::ok;
}

}  // namespace model
