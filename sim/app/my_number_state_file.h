// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/my_number_state.h"

// `card serve --state DIR`: what each My Number Card remembers, one file a card.
namespace app
{

// DIR/NAME.my_number, NAME being the card file's without folder and ending.
std::string my_number_state_file(const std::string& folder, const std::string& card_file);

// As issued when there is no such file; ScenarioError when it cannot be read or is damaged.
model::MyNumberState load_my_number_state(const std::string& file,
                                          const model::MyNumberProfile& profile);

// Replaces the file in one step, readable by its owner alone; ScenarioError when it cannot.
void save_my_number_state(const std::string& file, const model::MyNumberState& state);

}  // namespace app
