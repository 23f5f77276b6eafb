// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "models/card/my_number_files.h"
#include "models/card/pki_key.h"

// The application for public-key authentication (JPKI) of a My Number Card as a desk asks for it:
// its name, the files of the authentication certificate, and the commands of my-number-card.md 5.
namespace model
{

constexpr std::array<std::uint8_t, 10> jpki_aid{0xD3, 0x92, 0xF0, 0x00, 0x26,
                                                0x01, 0x00, 0x00, 0x00, 0x01};
constexpr FileId auth_certificate_file = 0x000A, auth_key_file = 0x0017, auth_pin_file = 0x0018;
constexpr FileId sign_certificate_file = 0x0001, sign_key_file = 0x001A, sign_pin_file = 0x001B;
constexpr std::uint8_t selected_file = 0x80;  // as P2; or a file by its short name:
constexpr std::uint8_t by_short_name(FileId file)
{
    return static_cast<std::uint8_t>(0x80 | file);
}

inline Octets command_with(std::array<std::uint8_t, 4> head, fw::Bytes data)
{
    Octets command(head.begin(), head.end());
    command.push_back(static_cast<std::uint8_t>(data.size()));
    command.insert(command.end(), data.begin(), data.end());
    return command;
}

inline fw::Bytes octets_of(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline Octets select_application(fw::Bytes name)
{
    return command_with({0x00, 0xA4, 0x04, 0x0C}, name);
}

inline Octets select_file(FileId file)
{
    const std::array<std::uint8_t, 2> name{static_cast<std::uint8_t>(file >> 8),
                                           static_cast<std::uint8_t>(file)};
    return command_with({0x00, 0xA4, 0x02, 0x0C}, name);
}

inline Octets verify_pin(const std::string& pin, std::uint8_t file)
{
    return command_with({0x00, 0x20, 0x00, file}, octets_of(pin));
}

// A signature (PKCS#1 v1.5, SHA-256) over the text itself.
inline Octets sign_text(const std::string& text, std::uint8_t file)
{
    Octets command = command_with(
        {0x80, 0x2A, static_cast<std::uint8_t>(SignatureScheme::hashed), file}, octets_of(text));
    command.push_back(0x00);
    return command;
}

}  // namespace model
