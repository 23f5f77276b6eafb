// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/my_number_files.h"
#include "sim/base/date.h"
#include "sim/base/secret.h"

// What a municipality writes into a My Number Card when it hands one out. Holders, certificates and
// numbers are invented.
namespace model
{

struct MyNumberHolder {
    std::string name;  // family and given name with U+3000 between, UTF-8
    std::string address;
    sim::Date birth;
    char sex = '9';  // 1 male, 2 female, 9 not applicable (JIS X 0303)
};

// One of the two key pairs of public-key authentication.
struct CertifiedKey {
    Octets certificate;  // DER
    Octets authority;    // of the CA above
    std::shared_ptr<const SigningKey> key;
};

struct CardPins {
    sim::Secret auth, sign, text, resident, common;
};

struct CardTries {
    std::uint8_t auth = 3, sign = 5, pin = 3, code = 10;  // my-number-card.md 4
};

struct MyNumberIssue {
    MyNumberHolder holder;
    sim::Date expires;
    std::string municipality;   // 5 digits
    std::string serial;         // 15 digits
    sim::Secret security_code;  // 4 digits on the card's face
    std::string token = "JPKIAPICCTOKEN2";

    CertifiedKey auth;
    CertifiedKey sign;  // only `authority` for a child, to whom no signature certificate is issued
    std::shared_ptr<const SigningKey> record_key;  // signs the records and challenges
    std::shared_ptr<const SigningKey> issuer_key;  // certifies the record key
    std::shared_ptr<const SigningKey> card_key;    // answers INTERNAL AUTHENTICATE

    CardPins pins;
    CardTries tries;
    bool serve_number = false;  // else the individual number is nowhere on the card
    MyNumberQuirks quirks;
    MyNumberTimes times;
    std::uint64_t challenge_seed = 1;
};

MyNumberProfile issue(const MyNumberIssue& issue);

// The first six digits of code B alone: birth date with the year of the Japanese era.
std::string era_birth_date(sim::Date birth);
// Code B (照合番号B) as printed on the card's face.
sim::Secret code_b(const MyNumberIssue& issue);
// Twelve digits that can be nobody's: from the holder's data, all beginning 99999, and with a check
// digit that is wrong on purpose.
sim::Secret synthetic_number(const MyNumberHolder& holder);

// Answer to reset as a contactless reader makes one up for a type B card (PC/SC part 3): ATQB's
// application data and protocol information, and the byte of ATTRIB's answer.
Octets contactless_atr(const std::array<std::uint8_t, 4>& application,
                       const std::array<std::uint8_t, 3>& protocol, std::uint8_t mbli = 0);

}  // namespace model
