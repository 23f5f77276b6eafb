// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/my_number_issue.h"
#include "sim/scenario/my_number_file.h"

// From the `my_number:` part of a card file to the card.
namespace app
{

// Reads the keys and certificates the file names; ScenarioError when one is missing or wrong.
std::shared_ptr<const model::MyNumberProfile> my_number_profile(const sim::MyNumberFile& file);

// What a contact-less reader answers a reset with.
model::Octets my_number_atr(const sim::MyNumberRadio& radio);

// The bytes of an even number of hexadecimal digits.
model::Octets bytes_of_hex(const std::string& digits);

}  // namespace app
