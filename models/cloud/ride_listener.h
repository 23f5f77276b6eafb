// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/tap_event.h"

// Who hears of each tap the shared cloud has accepted, beside the ledger: a counter of rides.
namespace model
{

class RideListener
{
public:
    // Accepted at `at`, which may lie in the future; the event's times are put right.
    virtual void add(const fw::TapEvent& event, fw::Nanos at) = 0;

protected:
    ~RideListener() = default;
};

// Who hears that a ride was covered by a pass: the first one begins a pass of the portal.
class PassListener
{
public:
    virtual void pass_used(std::uint32_t card, fw::Nanos touched, fw::Nanos at) = 0;

protected:
    ~PassListener() = default;
};

// A question of a shop's phone, as the bytes that cross its link.
struct ShopQuestion {
    std::string from;  // "shop-3"
    std::vector<std::uint8_t> bytes;
    std::uint64_t message = 0;  // its number in the run's record
};

// Who speaks for shops in the cloud. Every message is told with the time it was sent and, unless it
// was lost, arrives.
class ShopTeller
{
public:
    virtual void asked(ShopQuestion& question, fw::Nanos sent,
                       std::optional<fw::Nanos> arrives) = 0;
    virtual std::vector<std::uint8_t> answer(const ShopQuestion& question, fw::Nanos at) = 0;
    virtual void told(const ShopQuestion& question, const std::vector<std::uint8_t>& answer,
                      fw::Nanos sent, std::optional<fw::Nanos> arrives) = 0;

protected:
    ~ShopTeller() = default;
};

}  // namespace model
