// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/core/bytes.h"
#include "sim/base/date.h"

// What gives a person away wherever it stands in a message, declared or not (services.md A.0).
namespace sim
{

// P1: twelve digits that are or look like an individual number: a number of their own with the
// right check digit, or one of the bench's own, which begin 99999 and have a wrong one; in letters
// or, of the bench's own, two digits an octet. Any six octets may be two digits each, so that
// without the beginning a packed number says nothing.
bool holds_individual_number(fw::Bytes bytes);

// Texts are looked at as they are, and what hexadecimal digits stand for as well.
bool holds_individual_number(const std::string& text);

// P2: a calendar date with separators, as 1951-02-03, 1951/2/3, 1951年2月3日 or S26.02.03.
bool holds_date(const std::string& text);
// This day in any of those ways but the era's, or as 19510203.
bool holds_day(const std::string& text, Date day);

// What the octets of a certificate, a key or a signature in hexadecimal digits spell: among so many
// digits any eight may be a day by chance. Short texts stay as they are.
std::string spelt(const std::string& digits);

// P10: a field that is named like something only its holder may know.
bool names_secret(const std::string& name);

}  // namespace sim
