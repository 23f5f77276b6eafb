// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/fare_box.h"

// What a closed tap leaves in the box's RAM; the same whether it happened now or is read back from
// the journal after a reset.
namespace fw
{

void remember(BoxMemory& memory, const TapEvent& event);

// The unanswered debit of this card that may still count for this trip, or none.
const TapEvent* unfinished_of(const BoxMemory& memory, const FareBoxPolicy& policy, const Idm& card,
                              std::uint32_t trip, Nanos now);

// The newest ride this card paid at this reader, while it may be cancelled and no money has moved
// on the card since, or none.
const TapEvent* cancellable_of(const BoxMemory& memory, const FareBoxPolicy& policy,
                               const Idm& card, ExecutionId carried, Nanos now);

}  // namespace fw
