// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/certify_desk.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr std::int64_t fastest_line = 4'000'000;  // more than any PN532 takes
constexpr std::size_t longest_name = 60;

// A name of a folder, too.
bool is_plain_name(const std::string& name)
{
    constexpr const char* plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    return !name.empty() && name.size() <= longest_name &&
           name.find_first_not_of(plain) == std::string::npos;
}

void require_name(Visitor& v, const char* key, const std::string& name)
{
    v.require(is_plain_name(name), key, "expected letters, digits, - and _, at most 60");
}

void require_use(Visitor& v, const DeskReader& reader)
{
    const bool ours = reader.present == DeskHand::virtual_;
    v.require(reader.use.starts_with("nfc:") && reader.use.size() > 4, "use",
              fmt::format("expected nfc:CONNSTRING such as nfc:pn532_uart:/dev/ttyUSB0, found "
                          "\"{}\"",
                          reader.use));
    v.require(!ours || reader.use.starts_with("nfc:pn532_uart:/"), "use",
              "with \"present: virtual\" expected nfc:pn532_uart:/PATH of the virtual reader");
    v.only_if(ours, "baud", "belongs to \"present: virtual\"");
    v.only_if(ours, "air_time", "belongs to \"present: virtual\"");
}

}  // namespace

void fields(Visitor& v, ReaderClaims& claims)
{
    v.field({"felica_212", "finds FeliCa at 212 kbps"}, Flag(claims.felica_212));
    v.field({"felica_424", "finds FeliCa at 424 kbps"}, Flag(claims.felica_424));
    v.field({"type_b", "finds ISO 14443 type B"}, Flag(claims.type_b));
    v.field({"type_a", "finds ISO 14443 type A"}, Flag(claims.type_a));
    v.field({"replug", "comes back when it was unplugged"}, Flag(claims.replug));
}

void fields(Visitor& v, CardClaims& claims)
{
    v.field({"felica_212", "answers FeliCa at 212 kbps"}, Flag(claims.felica_212));
    v.field({"felica_424", "answers FeliCa at 424 kbps"}, Flag(claims.felica_424));
    v.field({"type_b", "is an ISO 14443 type B card"}, Flag(claims.type_b));
    v.field({"type_a", "is an ISO 14443 type A card"}, Flag(claims.type_a));
    v.field({"attribute", "open service 008B, 1 block"}, Flag(claims.attribute));
    v.field({"history", "open service 090F, 20 blocks"}, Flag(claims.history));
    v.field({"gate", "open service 108F, 3 blocks"}, Flag(claims.gate));
    v.field({"bench_card", "is the bench's own and may be written to; never an issued card"},
            Flag(claims.bench_card));
}

void fields(Visitor& v, DeskReader& reader)
{
    v.field({"reader", "its name on this desk", Need::required}, Text(reader.name));
    v.field({"use", "nfc: and a connection string of libnfc", Need::required}, Text(reader.use));
    v.field({"product", "what it is, as its maker says"}, Text(reader.product));
    v.field({"serial", "its serial number"}, Text(reader.serial));
    v.field({"present",
             "who holds the cards: a person, or the bench itself at a virtual reader of its own"},
            Choice<DeskHand>(reader.present,
                             {{"operator", DeskHand::operator_}, {"virtual", DeskHand::virtual_}}));
    v.field({"baud", "serial line that the virtual reader acts out; 0: none"},
            Count(reader.baud, 0, fastest_line));
    v.field({"air_time", "the virtual reader takes the time of air and card"},
            Flag(reader.air_time));
    v.field({"declares", "what it is capable of; the rest is not tested", Need::required},
            Struct<ReaderClaims>(reader.claims));
    v.field({"cards", "it is tested with; left out: all of the desk"},
            List<std::string, Text>(reader.cards));
    require_use(v, reader);
    require_name(v, "reader", reader.name);
}

void fields(Visitor& v, DeskCard& card)
{
    v.field({"card", "its name on this desk", Need::required}, Text(card.name));
    v.field({"where", "where a person finds it"}, Text(card.where));
    v.field({"file", "card file, of a card of our own; left out: a real card"}, Text(card.file));
    v.field({"as_type_a", "on air as type A instead of what its file says"}, Flag(card.as_type_a));
    v.field({"declares", "what it is capable of; the rest is not tested", Need::required},
            Struct<CardClaims>(card.claims));
    require_name(v, "card", card.name);
    v.only_if(!card.file.empty(), "as_type_a", "is for cards of our own");
}

void require_desk(Visitor& v, const std::vector<DeskReader>& readers,
                  const std::vector<DeskCard>& cards)
{
    for (std::size_t i = 0; i < readers.size(); ++i) {
        const std::string place = "readers." + std::to_string(i);
        for (const std::string& name : readers[i].cards)
            v.require(std::any_of(cards.begin(), cards.end(),
                                  [&](const DeskCard& card) { return card.name == name; }),
                      place + ".cards", fmt::format("no card \"{}\" on this desk", name));
        for (std::size_t j = 0; j < i; ++j)
            v.require(readers[i].use != readers[j].use, place + ".use",
                      "is another reader of this desk already");
    }
}

}  // namespace sim
