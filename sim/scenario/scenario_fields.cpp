// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/expectations.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

struct Window {
    fw::Nanos& from;
    fw::Nanos& to;
};

void fields(Visitor& v, Window& window)
{
    v.field({"from", "first departure", Need::required}, TimeOfDay(window.from));
    v.field({"to", "end of the run", Need::required}, TimeOfDay(window.to));
    v.require(window.from < window.to, "to", "\"to\" must be later than \"from\"");
}

bool is_bus(std::string_view where)
{
    return where.starts_with("bus-") && where.size() > 4 &&
           where.find_first_not_of("0123456789", 4) == std::string_view::npos;
}

void require_where(Visitor& v, const Scenario& scenario, std::size_t index)
{
    const std::string& where = scenario.faults[index].where;
    const std::string path = fmt::format("faults.{}.where", index);
    if (where == "all" || is_bus(where) || (where.starts_with("route/") && where.size() > 6))
        return;
    const std::string prefix = "operator/";
    std::vector<std::string> ids;
    for (const OperatorTariff& one : scenario.city.tariff.operators) ids.push_back(one.id);
    v.require(where.starts_with(prefix), path,
              fmt::format("expected all, bus-12, operator/ID or route/ID; found \"{}\"", where));
    const std::string id = where.starts_with(prefix) ? where.substr(prefix.size()) : where;
    v.require(std::find(ids.begin(), ids.end(), id) != ids.end(), path,
              fmt::format("unknown operator \"{}\"{}", id, did_you_mean(id, ids)));
}

void require_profiles(Visitor& v, const Scenario& scenario)
{
    std::vector<std::string> ids;
    for (const Profile& profile : scenario.city.people.profiles) ids.push_back(profile.id);
    for (std::size_t i = 0; i < scenario.people.size(); ++i) {
        const std::string& id = scenario.people[i].profile;
        v.require(std::find(ids.begin(), ids.end(), id) != ids.end(),
                  fmt::format("people.{}.profile", i),
                  fmt::format("unknown profile \"{}\"{}", id, did_you_mean(id, ids)));
    }
}

}  // namespace

void fields(Visitor& v, Group& group)
{
    v.place(&group.line, nullptr);
    v.field({"profile", "one of the people file", Need::required}, Text(group.profile));
    v.field({"count", "riders", Need::required}, Count(group.count, 0, 10'000'000));
}

void fields(Visitor& v, Decision& decision)
{
    v.field({"placement",
             "who decides on a discount: the cloud during the tap, a list on the box "
             "(cached) or the cloud afterwards (post)"},
            Choice<Placement>(decision.placement, {{"cloud", Placement::cloud},
                                                   {"cached", Placement::cached},
                                                   {"post", Placement::post}}));
    v.field({"deadline", "longest wait for the cloud during a tap"},
            Duration(decision.deadline, {1}));
    v.field({"on_timeout", "what happens when the cloud is late"},
            Choice<OnTimeout>(decision.on_timeout,
                              {{"adult_fare_then_adjust", OnTimeout::adult_fare_then_adjust}}));
}

void fields(Visitor& v, Lists& lists)
{
    v.field({"period", "between two editions of the lists in the fare boxes"},
            Duration(lists.period, {1}));
    v.field({"late_links", "linked cards whose link begins only during the window"},
            Percent(lists.late_links_ppm));
    v.field({"lost_cards", "cards reported lost during the window"}, Percent(lists.lost_cards_ppm));
}

void fields(Visitor& v, RecordPolicy& record)
{
    v.field({"frames", "taps whose radio frames are kept"},
            Choice<FramePolicy>(record.frames, {{"none", FramePolicy::none},
                                                {"failed", FramePolicy::failed},
                                                {"all", FramePolicy::all},
                                                {"share", FramePolicy::share}}));
    v.field({"share", "part of the taps, with \"frames: share\""}, Percent(record.share_ppm));
    v.only_if(record.frames == FramePolicy::share, "share", "belongs to \"frames: share\"");
}

void fields(Visitor& v, Fault& fault)
{
    v.place(&fault.line, nullptr);
    v.field({"kind", "what goes wrong", Need::required},
            Choice<FaultKind>(fault.kind, {{"uplink_down", FaultKind::uplink_down},
                                           {"driver_reset", FaultKind::driver_reset},
                                           {"card_torn", FaultKind::card_torn},
                                           {"power_loss", FaultKind::power_loss}}));
    v.field({"where", "all, bus-12, operator/ID or route/ID"}, Text(fault.where));
    v.field({"at", "when it begins; left out: all day"}, Maybe<fw::Nanos, TimeOfDay>(fault.at));
    v.field({"lasts", "how long"}, Duration(fault.lasts));
    v.field({"share", "part of the taps concerned"}, Percent(fault.share_ppm));
    v.field({"step", "step of the tap at which the card leaves"},
            Choice<TearStep>(fault.step, {{"poll", TearStep::poll},
                                          {"auth", TearStep::auth},
                                          {"read", TearStep::read},
                                          {"write", TearStep::write},
                                          {"write_answer", TearStep::write_answer}}));
    v.field({"after_unconfirmed", "whenever the buzzer asked for a retouch"},
            Flag(fault.after_unconfirmed));
    v.only_if(fault.kind == FaultKind::card_torn, "step", "belongs to \"kind: card_torn\"");
    v.only_if(fault.kind == FaultKind::driver_reset, "after_unconfirmed",
              "belongs to \"kind: driver_reset\"");
    v.only_if(fault.kind != FaultKind::uplink_down, "share",
              "does not belong to \"kind: uplink_down\"");
    v.only_if(fault.at.has_value(), "lasts", "needs \"at\"");
    const bool needs_length =
        fault.kind == FaultKind::uplink_down || fault.kind == FaultKind::power_loss;
    v.require(!needs_length || !fault.at || fault.lasts.count > 0, "at",
              "\"at\" needs \"lasts\", longer than 0 s");
}

void fields(Visitor& v, Scenario& scenario)
{
    Window window{scenario.from, scenario.to};
    v.file(scenario.file);
    v.field({"scenario", "name of the scenario", Need::heading}, Text(scenario.name));
    v.field({"seed", "of every random number", Need::required},
            Count(scenario.seed, 0, std::numeric_limits<std::int64_t>::max()));
    v.field({"city", "feeds, tariff, devices, people", Need::required},
            Include(scenario.city_file, scenario.city));
    v.field({"timetable_date", "day whose trips run", Need::required},
            Day(scenario.timetable_date));
    v.field({"tariff_date", "day whose fare rules hold", Need::required},
            Day(scenario.tariff_date));
    v.field({"window", "part of the day that is simulated", Need::required}, Struct(window));
    v.field({"people", "how many riders of each profile", Need::required},
            List(scenario.people, 1, &Group::profile));
    v.field({"ic_share", "riders who pay by card"}, Percent(scenario.ic_ppm));
    v.field({"linked_share", "card riders whose card is linked to an identity"},
            Percent(scenario.linked_ppm));
    v.field({"decision", "where a discount is decided"}, Struct(scenario.decision));
    v.field({"lists", "what changes in the fare boxes' lists"}, Struct(scenario.lists));
    v.field({"record", "what is kept beside the taps"}, Struct(scenario.record));
    v.field({"faults", "what goes wrong"}, List(scenario.faults));
    v.field({"expect", "what must hold at the end"}, Expectations(scenario.expect));
    require_profiles(v, scenario);
    for (std::size_t i = 0; i < scenario.faults.size(); ++i) require_where(v, scenario, i);
}

}  // namespace sim
