// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "firmware/core/units.h"
#include "sim/base/date.h"
#include "sim/base/secret.h"
#include "sim/scenario/field.h"

// The part `my_number:` of a card file: an invented holder, their certificates and PINs, and how
// this card's chip behaves (my-number-card.md). Paths are relative to the card file.
namespace sim
{

enum class Sex : std::uint8_t { male, female, not_applicable };

struct Persona {
    std::string name;  // family name, U+3000, given name
    std::string address;
    Date birth;
    Sex sex = Sex::not_applicable;
};

struct CertificateFiles {
    std::string certificate, key;  // none of both: not issued
    std::string authority;         // certificate of the CA above
};

struct MyNumberCertificates {
    CertificateFiles auth, sign;
    std::string record_key, record_issuer_key, internal_key;
};

struct MyNumberPins {
    Secret auth, sign, text, resident, common;
};

struct MyNumberTries {
    std::int32_t auth = 3, sign = 5, pin = 3, code = 10;
};

// What ATQB says, and a contact-less reader's answer to reset is made of (defaults: a known card).
struct MyNumberRadio {
    std::string application_data = "000005E0";
    std::string protocol_info = "B381A1";
    std::string atr;  // empty: made of the two
};

struct MyNumberNumber {
    bool serve = false;
};

struct MyNumberQuirkFlags {
    bool select_gives_fci = false;
    bool first_command_fails = false;
    bool warm_reset_keeps_pins = false;
};

struct MyNumberChipTimes {  // all assumed
    fw::Nanos select{10'000'000};
    fw::Nanos read{12'000'000};
    fw::Nanos verify{20'000'000};
    fw::Nanos other{8'000'000};
    fw::Nanos sign{600'000'000};
};

struct MyNumberFile {
    std::string file;  // the card file
    Persona persona;
    Date expires;
    std::string municipality = "10201";  // Maebashi
    std::string serial;
    Secret security_code;
    std::string token = "JPKIAPICCTOKEN2";
    MyNumberCertificates certificates;
    MyNumberPins pin;
    MyNumberTries tries;
    MyNumberNumber number;
    MyNumberRadio radio;
    MyNumberQuirkFlags quirks;
    MyNumberChipTimes times;
};

void fields(Visitor& visitor, MyNumberFile& card);

}  // namespace sim
