// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "firmware/core/units.h"
#include "models/card/pki_key.h"

// The applications of a My Number Card and the files in them, as a table (my-number-card.md 4).
// What the issuer writes into the files comes from my_number_issue.h.
namespace model
{

using FileId = std::uint16_t;
constexpr FileId nobody = 0xFFFF;  // among those who open a file: none can

enum class FileKind : std::uint8_t {
    transparent,
    record,  // one record
    secret,  // PIN, password or number to be presented
    key,     // private key
};

// What counts as right is kept as a digest, so that no PIN lies in the card's memory in clear.
struct SecretRule {
    std::uint8_t tries = 0;  // 0: blocked from issue
    std::uint8_t shortest = 4;
    std::uint8_t longest = 4;
    bool letters = false;  // capital letters besides digits
    std::string digest;    // empty: nothing is right
};

enum class KeyUse : std::uint8_t { sign, authenticate };

struct CardFile {
    FileId id = 0;
    FileKind kind = FileKind::transparent;
    std::vector<FileId> opened_by;  // secrets of which any one opens it; empty: free
    Octets content;                 // of a transparent file or the record
    SecretRule secret;
    KeyUse use = KeyUse::sign;
    std::shared_ptr<const SigningKey> key;  // none: not issued
};

enum class ChangeCommand : std::uint8_t { none, reference_data, jicsap_key };

struct CardApplication {
    std::string name;  // in the file of the card's state
    Octets aid;
    ChangeCommand change = ChangeCommand::none;
    FileId default_key = 0;  // signs when P2 is 00; 0: none
    std::vector<CardFile> files;

    const CardFile* find(FileId id) const;
};

struct MyNumberQuirks {
    bool select_gives_fci = false;     // SELECT with P2 00 answers 6F 00 instead of nothing
    bool first_command_fails = false;  // 6F00 after power-up, seen on one card
};

// Working times of the chip, all *assumed* (my-number-card.md 7: no public measurement).
struct MyNumberTimes {
    fw::Nanos select{10'000'000};
    fw::Nanos read{12'000'000};
    fw::Nanos verify{20'000'000};
    fw::Nanos other{8'000'000};  // and every refusal
    fw::Nanos sign{600'000'000};
};

// A card as it was issued; what it lives through is its MyNumberState.
struct MyNumberProfile {
    std::vector<CardApplication> applications;  // the first one is selected when power comes on
    MyNumberQuirks quirks;
    MyNumberTimes times;
    std::uint64_t challenge_seed = 1;  // GET CHALLENGE is drawn, not secret

    CardFile* find(const std::string& application, FileId id);
};

// The table with rules and without contents.
std::vector<CardApplication> my_number_applications();

// What stands for a secret: SHA-256 over its place and its characters.
std::string secret_digest(const std::string& application, FileId id, fw::Bytes characters);

}  // namespace model
