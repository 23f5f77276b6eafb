// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "hil/virtual/vpcd_session.h"
#include "models/card/rf_card.h"
#include "models/card/transit_card.h"
#include "sim/scenario/card_file.h"

// From a card file to a card that can be held to a reader.
namespace app
{

// `air` may use `chip`: keep both.
struct ShelfCard {
    std::string name;                       // as its file says
    std::shared_ptr<model::RfCard> air;     // on air
    std::shared_ptr<model::ApduCard> chip;  // the smart card's chip behind it; none: FeliCa
    hil::VpcdManner manner;                 // of the chip in a PC/SC reader
};

struct ShelfOptions {
    std::string state;  // folder in which cards remember; empty: they forget
    // A card could not remember; one line, told on the thread that uses the card.
    std::function<void(const std::string&)> trouble = [](const std::string&) {};
};

// ScenarioError when something the file names is missing or wrong, or what was remembered is.
ShelfCard take_card(const sim::CardFile& file, const ShelfOptions& options);

// Personalised as the file says; its IDm is made of its number.
model::TransitCard transit_card_of(const sim::TransitFile& file);
model::TransitCard lite_s_card_of(const sim::LiteSFile& file);

}  // namespace app
