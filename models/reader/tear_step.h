// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/protocol/lite_s.h"
#include "sim/scenario/scenario.h"

namespace model
{

// The step of a tap that a command belongs to, none for those at which no scenario tears.
constexpr std::optional<sim::TearStep> step_of(std::uint8_t code)
{
    using namespace fw::felica;
    switch (code) {
        case authentication1:
        case authentication2:
            return sim::TearStep::auth;
        case read_plain:
        case read_secure:
            return sim::TearStep::read;
        case write_plain:
        case write_secure:
            return sim::TearStep::write;
        default:
            return std::nullopt;
    }
}

// The same of a whole packet: a Lite-S session opens with writes that change nothing.
inline std::optional<sim::TearStep> step_of(fw::Bytes packet)
{
    if (packet.size() < 2) return std::nullopt;
    return fw::lite_s::opens_session(packet) ? sim::TearStep::auth : step_of(packet[1]);
}

}  // namespace model
