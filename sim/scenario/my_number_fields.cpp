// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/my_number_file.h"
#include "sim/scenario/secret_words.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos longest_work{60'000'000'000};

bool is_digits(const std::string& text, std::size_t size)
{
    return text.size() == size && text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_hex(const std::string& text)
{
    return text.size() % 2 == 0 && text.size() >= 4 && text.size() <= 66 &&
           text.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
}

}  // namespace

void fields(Visitor& v, Persona& persona)
{
    v.field({"name", "family name, U+3000, given name; invented", Need::required},
            Text(persona.name));
    v.field({"address", "invented", Need::required}, Text(persona.address));
    v.field({"birth", "day of birth", Need::required}, Day(persona.birth));
    v.field({"sex", "as the register has it", Need::required},
            Choice<Sex>(persona.sex, {{"male", Sex::male},
                                      {"female", Sex::female},
                                      {"not_applicable", Sex::not_applicable}}));
    constexpr std::size_t longest_text = 200;  // what one file of the card has room for
    v.require(persona.name.size() <= longest_text, "name", "at most 200 bytes");
    v.require(persona.address.size() <= longest_text, "address", "at most 200 bytes");
    v.require(persona.birth >= date_of({1868, 1, 25}), "birth", "before the first era, Meiji");
}

void fields(Visitor& v, CertificateFiles& files)
{
    v.field({"certificate", "PEM file; without one none is issued"}, Text(files.certificate));
    v.field({"key", "PEM file of its private key, RSA-2048"}, Text(files.key));
    v.field({"authority", "PEM file of the CA above", Need::required}, Text(files.authority));
    v.require(files.certificate.empty() == files.key.empty(), "",
              "\"certificate\" and \"key\" belong together");
}

void fields(Visitor& v, MyNumberCertificates& files)
{
    v.field({"auth", "user authentication", Need::required}, Struct<CertificateFiles>(files.auth));
    v.field({"sign", "digital signature", Need::required}, Struct<CertificateFiles>(files.sign));
    v.field({"record_key", "PEM file of the key that signs the card's records", Need::required},
            Text(files.record_key));
    v.field({"record_issuer_key", "PEM file of the key that certifies it", Need::required},
            Text(files.record_issuer_key));
    v.field({"internal_key", "PEM file of the key for INTERNAL AUTHENTICATE", Need::required},
            Text(files.internal_key));
    v.require(!files.auth.certificate.empty(), "auth", "\"certificate\" is missing");
}

void fields(Visitor& v, MyNumberPins& pin)
{
    v.field({"auth", "of user authentication", Need::required}, SecretWord(pin.auth, 4, 4));
    v.field({"sign", "password of digital signature"}, SecretWord(pin.sign, 6, 16, true));
    v.field({"text", "of the text application", Need::required}, SecretWord(pin.text, 4, 4));
    v.field({"resident", "of the resident application", Need::required},
            SecretWord(pin.resident, 4, 4));
    v.field({"common", "of the common application", Need::required}, SecretWord(pin.common, 4, 4));
}

void fields(Visitor& v, MyNumberTries& tries)
{
    v.field({"auth", "of the authentication PIN"}, Count(tries.auth, 1, 10));
    v.field({"sign", "of the signature password"}, Count(tries.sign, 1, 10));
    v.field({"pin", "of each other PIN"}, Count(tries.pin, 1, 10));
    v.field({"code", "of the codes on the card's face"}, Count(tries.code, 1, 10));
}

void fields(Visitor& v, MyNumberNumber& number)
{
    v.field({"serve", "whether a synthetic number, nobody's, can be read; else none is there"},
            Flag(number.serve));
}

void fields(Visitor& v, MyNumberRadio& radio)
{
    v.field({"application_data", "of ATQB"}, Hex(radio.application_data, 4));
    v.field({"protocol_info", "of ATQB"}, Hex(radio.protocol_info, 3));
    v.field({"atr", "in place of the one made of both"}, Text(radio.atr));
    v.require(radio.atr.empty() || is_hex(radio.atr), "atr",
              "expected 2 to 33 bytes in hexadecimal");
}

void fields(Visitor& v, MyNumberQuirkFlags& quirks)
{
    v.field({"select_gives_fci", "SELECT with P2 00 answers file control information"},
            Flag(quirks.select_gives_fci));
    v.field({"first_command_fails", "6F00 after power-up, seen on one card"},
            Flag(quirks.first_command_fails));
    v.field({"warm_reset_keeps_pins", "a reset without power loss forgets nothing"},
            Flag(quirks.warm_reset_keeps_pins));
}

void fields(Visitor& v, MyNumberChipTimes& times)
{
    v.field({"select", "assumed"}, Duration(times.select, {0}, longest_work));
    v.field({"read", "assumed"}, Duration(times.read, {0}, longest_work));
    v.field({"verify", "assumed"}, Duration(times.verify, {0}, longest_work));
    v.field({"other", "and every refusal, assumed"}, Duration(times.other, {0}, longest_work));
    v.field({"sign", "RSA-2048, assumed"}, Duration(times.sign, {0}, longest_work));
}

void fields(Visitor& v, MyNumberFile& card)
{
    v.file(card.file);
    v.field({"persona", "the holder, invented", Need::required}, Struct<Persona>(card.persona));
    v.field({"expires", "last day of the card", Need::required}, Day(card.expires));
    v.field({"municipality", "code of 5 digits"}, Text(card.municipality));
    v.field({"serial", "number of the card, 15 digits, invented", Need::required},
            Text(card.serial));
    v.field({"security_code", "4 digits on the card's face", Need::required},
            SecretWord(card.security_code, 4, 4));
    v.field({"token", "label of the token information"}, Text(card.token));
    v.field({"certificates", "what the card can prove", Need::required},
            Struct<MyNumberCertificates>(card.certificates));
    v.field({"pin", "PINs and password", Need::required}, Struct<MyNumberPins>(card.pin));
    v.field({"tries", "before a PIN is blocked"}, Struct<MyNumberTries>(card.tries));
    v.field({"number", "the individual number"}, Struct<MyNumberNumber>(card.number));
    v.field({"radio", "what readers are told"}, Struct<MyNumberRadio>(card.radio));
    v.field({"quirks", "in which cards differ"}, Struct<MyNumberQuirkFlags>(card.quirks));
    v.field({"times", "of the chip"}, Struct<MyNumberChipTimes>(card.times));
    v.require(is_digits(card.municipality, 5), "municipality", "expected 5 digits");
    v.require(is_digits(card.serial, 15), "serial", "expected 15 digits");
    v.require(card.token.size() <= 32, "token", "at most 32 characters");
    const bool signs = !card.certificates.sign.certificate.empty();
    v.require(signs == !card.pin.sign.empty(), "pin",
              "\"sign\" is the password of the signature certificate: give both or neither");
}

}  // namespace sim
