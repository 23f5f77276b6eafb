// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/reader/card_reader.h"

namespace hil
{

// Lets the scenario's card carry out a command that a card on the reader, or on a tape, has carried
// out. What that card chose or counted by itself is taken over from its answer: its challenge, the
// write counter of a Lite-S. All else the scenario's card must answer alike. `own` gets its answer,
// 0 = silence.
std::size_t follow(model::Presence& presence, fw::Bytes command, fw::Bytes answer,
                   fw::MutBytes own);

}  // namespace hil
