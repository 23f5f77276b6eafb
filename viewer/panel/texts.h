// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "viewer/data/city.h"

// How numbers are spelt on the screen.
namespace view
{

std::string clock_text(std::int64_t ns);   // "07:35:12", since midnight of the service day
std::string minute_text(std::int64_t ns);  // "07:35"
std::string length_text(std::int64_t ns);  // "31.27 ms"
std::string yen_text(std::int64_t yen);    // "¥1,234"
std::string share_text(std::int64_t part, std::int64_t whole);       // "12.3 %", "-" of nothing
std::string key_text(std::uint32_t device, std::uint32_t sequence);  // "12-345"

// Stops are told apart by id where two share a name on the same route.
const std::string& stop_text(const City& city, std::uint32_t stop);
// "L1 Chuo line, 0": with the direction.
std::string route_text(const City& city, std::uint32_t route, std::uint8_t direction);

}  // namespace view
