// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "sim/scenario/amounts.h"
#include "sim/scenario/card_file.h"
#include "sim/scenario/overrides.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{
namespace
{

constexpr std::array kinds{"transit", "lite_s", "my_number"};
constexpr std::int32_t balance_limit = 20'000;  // felica.md 10
constexpr std::int64_t number_limit = (std::int64_t{1} << 48) - 1;
constexpr std::int32_t code_limit = 0xFFFF;
constexpr std::int32_t sequence_limit = 0xFFFFFF;

// Settings speak of the card itself: "balance=100 yen" is "transit.balance=100 yen" in the file.
std::string whole_key(const YamlNode& root, const std::string& setting)
{
    if (setting.starts_with("rf=")) return setting;
    for (const char* kind : kinds)
        if (root.find(kind)) return std::string(kind) + "." + setting;
    return setting;
}

// Seven bits of years since 2000.
bool fits_on_card(Date day)
{
    const int year = civil_of(day).year;
    return year >= 2000 && year <= 2127;
}

void require_history(Visitor& v, const TransitFile& card)
{
    v.require(card.history.size() <= TransitFile::history_rows, "history",
              "a transit card keeps 20 rows of history at most");
    v.require(card.history.empty() || card.history.front().balance == card.balance,
              "history.0.balance", "the newest row must leave the card's balance");
    for (std::size_t i = 0; i < card.history.size(); ++i) {
        const std::string row = "history." + std::to_string(i);
        v.require(fits_on_card(card.history[i].day), row + ".day",
                  "a card knows days from 2000 to 2127 only");
        v.require(i == 0 || card.history[i].sequence < card.history[i - 1].sequence,
                  row + ".sequence", "rows go from the newest down: sequences must fall");
    }
}

// What a FeliCa card tells after its number, whichever file system it has.
template <class File>
void felica_fields(Visitor& v, File& card)
{
    v.field({"type", "whose card it is"},
            Choice<CardOwner>(card.type, {{"adult", CardOwner::adult},
                                          {"child", CardOwner::child},
                                          {"disabled", CardOwner::disabled}}));
    v.field({"balance", "stored value"}, Money(card.balance, 0, balance_limit));
    v.field({"pmm", "manufacture parameter: declares the longest response times"},
            Hex(card.pmm, 8));
    v.field({"response_time", "actual response time, as part of the declared longest"},
            Percent(card.response_time_ppm));
}

}  // namespace

void fields(Visitor& v, HistoryRow& row)
{
    v.field({"day", "date of the row", Need::required}, Day(row.day));
    v.field({"kind", "what was done"},
            Choice<HistoryKind>(row.kind, {{"bus_fare", HistoryKind::bus_fare},
                                           {"bus_flat", HistoryKind::bus_flat},
                                           {"bus_charge", HistoryKind::bus_charge},
                                           {"issue", HistoryKind::issue}}));
    v.field({"line", "operator and line, the bench's own code"}, Count(row.line, 0, code_limit));
    v.field({"stop", "stop, the bench's own code"}, Count(row.stop, 0, code_limit));
    v.field({"balance", "on the card afterwards", Need::required},
            Money(row.balance, 0, balance_limit));
    v.field({"sequence", "the card's own count", Need::required},
            Count(row.sequence, 0, sequence_limit));
}

void fields(Visitor& v, TransitFile& card)
{
    v.field({"number", "of the card on this bench; its IDm is made of it", Need::required},
            Count(card.number, 1, number_limit));
    felica_fields(v, card);
    v.field({"history", "what was done with the card, newest first"}, List(card.history));
    require_history(v, card);
}

void fields(Visitor& v, LiteSFile& card)
{
    v.field(
        {"number", "of the card on this bench; its IDm and its key are made of it", Need::required},
        Count(card.number, 1, number_limit));
    felica_fields(v, card);
    v.field(
        {"blank", "IDm of a card still as its maker sold it: nothing of the above is on it yet"},
        Hex(card.blank, 8));
}

void fields(Visitor& v, CardFile& card)
{
    v.file(card.file);
    v.field({"card", "name of this card", Need::heading}, Text(card.id));
    v.field({"rf", "how a smart card shows itself on air"},
            Choice<CardRf>(card.rf, {{"type_b", CardRf::type_b}, {"type_a", CardRf::type_a}}));
    v.field({"transit", "a transit card (FeliCa, system 0003)"},
            Maybe<TransitFile, Struct<TransitFile>>(card.transit));
    v.field({"lite_s", "a FeliCa Lite-S with the bench's own purse"},
            Maybe<LiteSFile, Struct<LiteSFile>>(card.lite_s));
    v.field({"my_number", "a My Number Card (smart card)"},
            Maybe<MyNumberFile, Struct<MyNumberFile>>(card.my_number));
    v.require(card.transit.has_value() + card.lite_s.has_value() + card.my_number.has_value() == 1,
              "", "expected exactly one kind of card: transit, lite_s or my_number");
    v.only_if(card.my_number.has_value(), "rf", "is for smart cards, not for FeliCa");
}

CardFile load_card(const std::string& file, const Settings& set)
{
    YamlNode root = parse_yaml(file);
    for (const std::string& setting : set) apply_setting(root, whole_key(root, setting));
    CardFile card;
    Struct<CardFile>(card).read(root);
    return card;
}

}  // namespace sim
