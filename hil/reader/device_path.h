// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// Which file of /dev a libnfc connection string names: "pn532_uart:/dev/ttyUSB0:115200" is
// /dev/ttyUSB0, "pn53x_usb:001:004" is /dev/bus/usb/001/004. Empty when it names none.
namespace hil
{

std::string device_path_of(const std::string& connstring);

}  // namespace hil
