// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

void require_windows(Visitor& v, const SupportCounter& c)
{
    std::vector<std::string> ids, served;
    for (const CounterProcedure& one : c.procedures) ids.push_back(one.id);
    for (std::size_t i = 0; i < c.windows.size(); ++i)
        for (const std::string& id : c.windows[i].procedures) {
            served.push_back(id);
            v.require(std::find(ids.begin(), ids.end(), id) != ids.end(),
                      fmt::format("windows.{}.procedures", i),
                      fmt::format("unknown procedure \"{}\"{}", id, did_you_mean(id, ids)));
        }
    for (std::size_t i = 0; i < ids.size(); ++i)
        v.require(std::find(served.begin(), served.end(), ids[i]) != served.end(),
                  fmt::format("procedures.{}.id", i),
                  fmt::format("no window serves \"{}\"", ids[i]));
}

}  // namespace

void fields(Visitor& v, CounterProcedure& p)
{
    v.field({"id", "name of the procedure", Need::required}, Text(p.id));
    v.field({"visitors", "who come for it", Need::required}, Count(p.visitors, 0, 1'000'000));
    v.field({"work", "of the clerk, until it can be filed"}, RandomTime(p.work));
    v.field({"photo", "taken before the work; 0 s: none"}, RandomTime(p.photo));
    v.field({"card", "the My Number Card is read"}, Flag(p.card));
    v.field({"added", "the same day is told without it as well"}, Flag(p.added));
    v.field({"incomplete", "papers are missing: sent home after the work"},
            Percent(p.incomplete_ppm));
}

void fields(Visitor& v, CounterWindows& w)
{
    v.place(&w.line, nullptr);
    v.field({"count", "of them"}, Count(w.count, 1, 1000));
    v.field({"procedures", "that they serve", Need::required},
            List<std::string, Text>(w.procedures, 1));
}

void fields(Visitor& v, SupportCounter& c)
{
    v.place(&c.line, nullptr);
    v.field({"place", "where the counter is"},
            Choice<SupportCounter::Place>(c.place,
                                          {{"city_hall", SupportCounter::Place::city_hall},
                                           {"post_office", SupportCounter::Place::post_office}}));
    v.field({"card", "file of everybody's My Number Card", Need::required}, Text(c.card));
    v.field({"opens", "time of day", Need::required}, TimeOfDay(c.opens));
    v.field({"closes", "time of day from which nobody gets a ticket", Need::required},
            TimeOfDay(c.closes));
    v.field({"early", "come in the quarter of an hour before"}, Percent(c.early_ppm));
    v.field({"late", "come in the quarter of an hour after closing"}, Percent(c.late_ppm));
    v.field({"procedures", "people come for", Need::required},
            List(c.procedures, 1, &CounterProcedure::id));
    v.field({"windows", "by what they serve", Need::required}, List(c.windows, 1));
    v.field({"handling", "until the card lies on the reader"}, RandomTime(c.handling));
    v.field({"deadline", "of a filing, which then is sent again"},
            Duration(c.deadline, {1'000'000}));
    v.field({"attempts", "to file, then it fails"}, Count(c.attempts, 1, 1000));
    v.require(c.opens < c.closes, "closes", "\"closes\" must be later than \"opens\"");
    v.require(std::int64_t{c.early_ppm} + c.late_ppm <= 1'000'000, "late",
              "\"early\" and \"late\" exceed 100 % together");
    require_windows(v, c);
}

void require_support_counter(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.support_counter || scenario.residents, "support_counter",
              "\"support_counter\" needs \"residents\": who comes");
}

}  // namespace sim
