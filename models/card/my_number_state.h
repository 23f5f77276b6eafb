// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "models/card/my_number_files.h"

// What a My Number Card remembers without power: how many tries each secret has left, and which
// secrets its holder has changed (as digests: my_number_files.h).
namespace model
{

struct SecretState {
    std::uint8_t tries = 0;
    std::string digest;  // of a changed secret; empty: as issued

    bool operator==(const SecretState&) const = default;
};

struct MyNumberState {
    std::map<std::string, SecretState> touched;  // "jpki/0018"; all others are as issued

    bool operator==(const MyNumberState&) const = default;
    SecretState of(const CardApplication& application, const CardFile& secret) const;
    void set(const CardApplication& application, const CardFile& secret, SecretState state);
};

// One line a secret: "jpki/0018 tries 2", or "jpki/0018 tries 3 digest" and 64 hexadecimal digits.
std::string to_text(const MyNumberState& state);
// std::invalid_argument, in one line: not such a text, or of a card with other secrets.
MyNumberState parse_my_number_state(const std::string& text, const MyNumberProfile& profile);

}  // namespace model
