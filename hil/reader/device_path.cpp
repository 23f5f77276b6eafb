// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/device_path.h"

#include <algorithm>

namespace hil
{

namespace
{

// The part before the next colon, and the rest.
std::string cut(std::string& text)
{
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string part = text.substr(0, colon);
    text.erase(0, std::min(colon + 1, text.size()));
    return part;
}

bool is_usb_number(const std::string& text)
{
    return text.size() == 3 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::string device_path_of(const std::string& connstring)
{
    std::string rest = connstring;
    const std::string driver = cut(rest);
    const std::string first = cut(rest);
    if (first.starts_with('/')) return first;
    const std::string second = cut(rest);
    if (driver.ends_with("_usb") && is_usb_number(first) && is_usb_number(second))
        return "/dev/bus/usb/" + first + "/" + second;
    return {};
}

}  // namespace hil
