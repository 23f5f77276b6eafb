// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "models/card/transit_card.h"

// `card serve --state DIR`: what each FeliCa card remembers, one file a card: its blocks, and where
// its rings stand. The card's number is in it as a digest only.
namespace app
{

// DIR/NAME.felica, NAME being the card file's without folder and ending.
std::string transit_state_file(const std::string& folder, const std::string& card_file);

// Puts what was remembered on the card; leaves it as issued when there is no such file.
// ScenarioError: it cannot be read, is damaged, or is another card's.
void load_transit_state(const std::string& file, model::TransitCard& card);

// Replaces the file in one step, readable by its owner alone; ScenarioError when it cannot.
void save_transit_state(const std::string& file, const model::TransitCard& card);

}  // namespace app
