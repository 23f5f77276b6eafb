// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/fault_words.h"
#include "sim/scenario/signed_amounts.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

template <class Kind>
using Words = std::span<const FaultWord<Kind>>;

template <class Kind>
typename Choice<Kind>::Words choices(Words<Kind> words)
{
    typename Choice<Kind>::Words result;
    for (const auto& row : words) result.emplace_back(row.word.data(), row.kind);
    return result;
}

bool names(std::string_view list, std::string_view key)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == key) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

template <class Kind>
const FaultWord<Kind>& row_of(Words<Kind> words, Kind kind)
{
    return *std::find_if(words.begin(), words.end(),
                         [kind](const auto& row) { return row.kind == kind; });
}

// Which kinds the key belongs to, unless they are too many to be of help.
template <class Kind>
std::string owners(Words<Kind> words, std::string_view key)
{
    std::string all;
    int count = 0;
    for (const auto& row : words) {
        if (!names(row.needs, key) && !names(row.may, key)) continue;
        all += (all.empty() ? ", only to " : ", ") + std::string(row.word);
        ++count;
    }
    return count > 4 ? "" : all;
}

// A misplaced key is told before a missing one: the one is usually the cause of the other.
template <class Kind>
void check_keys(Visitor& v, Words<Kind> words, Kind kind, std::span<const char* const> keys)
{
    const FaultWord<Kind>& row = row_of(words, kind);
    for (const char* key : keys)
        v.only_if(names(row.needs, key) || names(row.may, key), key,
                  fmt::format("does not belong to \"kind: {}\"{}", row.word, owners(words, key)));
    for (const char* key : keys)
        v.require(!names(row.needs, key) || v.given(key), key,
                  fmt::format("\"kind: {}\" needs \"{}\"", row.word, key));
}

constexpr std::array<const char*, 12> fault_keys{
    "where", "at",    "lasts",  "share",  "step",    "after", "after_unconfirmed",
    "delay", "drift", "factor", "offset", "records",
};
constexpr std::array<const char*, 6> change_keys{"where", "at",          "over",
                                                 "takes", "tariff_date", "effective"};

void check_time(Visitor& v, const Fault& fault)
{
    const bool moment = fault.kind == FaultKind::driver_reset && !fault.after_unconfirmed;
    v.require(!moment || fault.at, "kind",
              "\"kind: driver_reset\" needs \"at\" or \"after_unconfirmed: true\"");
    v.only_if(!moment, "lasts", "belongs to \"after_unconfirmed: true\"");
    v.only_if(!moment, "share", "belongs to \"after_unconfirmed: true\"");
    v.only_if(fault.at.has_value(), "lasts", "needs \"at\"");
    v.require(moment || !fault.at || fault.lasts.count > 0, "at",
              "\"at\" needs \"lasts\", longer than 0 s");
}

bool is_bus(std::string_view where)
{
    return where.starts_with("bus-") && where.size() > 4 &&
           where.find_first_not_of("0123456789", 4) == std::string_view::npos;
}

bool is_taxi_place(const Scenario& scenario, const std::string& where)
{
    if (!scenario.taxi) return false;
    const std::vector<std::string> places = places_of(*scenario.taxi);
    return std::find(places.begin(), places.end(), where) != places.end();
}

// Buses and routes are known only when the city is built.
void check_where(Visitor& v, const Scenario& scenario, const std::string& where,
                 const std::string& path)
{
    if (where == "all" || is_bus(where) || (where.starts_with("route/") && where.size() > 6))
        return;
    if (is_taxi_place(scenario, where)) return;
    const std::string prefix = "operator/";
    std::vector<std::string> ids;
    for (const OperatorTariff& one : scenario.city.tariff.operators) ids.push_back(one.id);
    v.require(where.starts_with(prefix), path,
              fmt::format("expected all, bus-12, operator/ID or route/ID; found \"{}\"", where));
    const std::string id = where.starts_with(prefix) ? where.substr(prefix.size()) : where;
    v.require(std::find(ids.begin(), ids.end(), id) != ids.end(), path,
              fmt::format("unknown operator \"{}\"{}", id, did_you_mean(id, ids)));
}

}  // namespace

void fields(Visitor& v, Fault& fault)
{
    v.place(&fault.line, nullptr);
    v.field({"kind", "what goes wrong", Need::required},
            Choice<FaultKind>(fault.kind, choices<FaultKind>(fault_words)));
    v.field({"where", "all, bus-12, operator/ID or route/ID"}, Text(fault.where));
    v.field({"at", "when it begins; left out: all day"}, Maybe<fw::Nanos, TimeOfDay>(fault.at));
    v.field({"lasts", "how long"}, Duration(fault.lasts));
    v.field({"share", "part of the taps, messages, frames or cards concerned"},
            Percent(fault.share_ppm));
    v.field({"step", "step of the tap at which the card leaves"},
            Choice<TearStep>(fault.step, {{"poll", TearStep::poll},
                                          {"auth", TearStep::auth},
                                          {"read", TearStep::read},
                                          {"write", TearStep::write},
                                          {"write_answer", TearStep::write_answer}}));
    v.field({"after", "the card leaves so long after it entered the field"},
            Maybe<fw::Nanos, Duration>(fault.after));
    v.field({"after_unconfirmed", "whenever the buzzer asked for a retouch"},
            Flag(fault.after_unconfirmed));
    v.field({"delay", "by which a message or a batch is late"},
            UnlessZero<fw::Nanos, Duration>(fault.delay));
    v.field({"factor", "times as long"}, Count(fault.factor, 1, 1'000'000));
    v.field({"drift", "of the clock's rate"}, UnlessZero<std::int32_t, Drift>(fault.drift_ppm));
    v.field({"offset", "of the clock"}, UnlessZero<fw::Nanos, SignedDuration>(fault.offset));
    v.field({"records", "that fit into the journal"},
            UnlessZero<std::int32_t, Count<std::int32_t>>(fault.records));
    check_keys<FaultKind>(v, fault_words, fault.kind, fault_keys);
    check_time(v, fault);
    v.only_if(!fault.after, "step", "and \"after\" exclude each other");
}

void fields(Visitor& v, Change& change)
{
    v.place(&change.line, nullptr);
    v.field({"kind", "what is changed in mid-service", Need::required},
            Choice<ChangeKind>(change.kind, choices<ChangeKind>(change_words)));
    v.field({"where", "all, bus-12, operator/ID or route/ID"}, Text(change.where));
    v.field({"at", "when the first fare box gets it", Need::required}, TimeOfDay(change.at));
    v.field({"over", "until the last fare box has it"}, Duration(change.over));
    v.field({"takes", "how long a fare box is out of service"}, Duration(change.takes));
    v.field({"tariff_date", "day whose fare rules it brings"},
            UnlessZero<Date, Day>(change.tariff_date));
    v.field({"effective", "when they come into force"}, TimeOfDay(change.effective));
    check_keys<ChangeKind>(v, change_words, change.kind, change_keys);
    v.require(change.kind != ChangeKind::tariff || change.effective >= change.at, "effective",
              "\"effective\" must not be before \"at\"");
}

void require_places(Visitor& v, const Scenario& scenario)
{
    for (std::size_t i = 0; i < scenario.faults.size(); ++i) {
        const Fault& fault = scenario.faults[i];
        const std::string path = fmt::format("faults.{}.where", i);
        check_where(v, scenario, fault.where, path);
        v.require(fault.kind != FaultKind::depot_full || fault.where == "all" ||
                      fault.where.starts_with("operator/"),
                  path,
                  fmt::format("a depot is named all or operator/ID; found \"{}\"", fault.where));
    }
    const bool lite_s = scenario.city.devices.fare_box.card_system == fw::CardSystem::lite_s;
    for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
        const Change& change = scenario.changes[i];
        check_where(v, scenario, change.where, fmt::format("changes.{}.where", i));
        v.require(change.kind != ChangeKind::keys || !lite_s, fmt::format("changes.{}.kind", i),
                  "FeliCa Lite-S cards have one generation of keys on this bench");
    }
}

}  // namespace sim
