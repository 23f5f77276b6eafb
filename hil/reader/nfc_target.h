// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nfc/nfc.h>

#include "hil/reader/reader.h"

// libnfc's words for technologies and cards, and ours.
namespace hil
{

nfc_modulation modulation_of(fw::RfSet tech);
// `found` as libnfc filled it; its lengths come from the chip and are not believed.
Target target_of(const nfc_target& found, fw::RfSet tech);

}  // namespace hil
