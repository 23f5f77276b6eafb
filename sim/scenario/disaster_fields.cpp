// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};
constexpr std::int64_t most_people = 1'000'000;

}  // namespace

void fields(Visitor& v, PowerCut& cut)
{
    v.place(&cut.line, nullptr);
    v.field({"tablet", "that goes dark", Need::required}, Count(cut.tablet, 1, 10'000));
    v.field({"at", "time of day", Need::required}, TimeOfDay(cut.at));
    v.field({"lasts", "until power is back", Need::required}, Duration(cut.lasts, second));
}

void fields(Visitor& v, Shelters& s)
{
    v.place(&s.line, nullptr);
    v.field({"card", "file of everybody's My Number Card", Need::required}, Text(s.card));
    v.field({"shelters", "that open"}, Count(s.shelters, 1, 1000));
    v.field({"tablets", "at the receptions, shared out over the shelters"},
            Count(s.tablets, 1, 10'000));
    v.field({"evacuees", "who come", Need::required}, Count(s.evacuees, 0, most_people));
    v.field({"begins", "time of day at which the first may come", Need::required},
            TimeOfDay(s.begins));
    v.field({"within", "all come"}, Duration(s.within, second));
    v.field({"moves", "go on to another shelter within two hours"}, Percent(s.move_ppm));
    v.field({"twice", "touch once more in the same shelter"}, Percent(s.twice_ppm));
    v.field({"asks", "relatives who ask where somebody is"}, Count(s.asks, 0, most_people));
    v.field({"phones", "of relatives, in use at once"}, Count(s.phones, 1, 10'000));
    v.field({"strangers", "of those who ask: not of the family"}, Percent(s.stranger_ppm));
    v.field({"handling", "until the card lies on the reader"}, RandomTime(s.handling));
    v.field({"writing", "name and birth date on paper, or keyed in"}, RandomTime(s.writing));
    v.field({"list_period", "the city's staff reads the list so often"},
            Duration(s.list_period, second));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(s.deadline, {1'000'000}));
    v.field({"power_cuts", "receptions without power"}, List(s.power_cuts));
    v.require(s.tablets >= s.shelters, "tablets", "each shelter needs one");
    for (std::size_t i = 0; i < s.power_cuts.size(); ++i)
        v.require(s.power_cuts[i].tablet <= s.tablets,
                  "power_cuts." + std::to_string(i) + ".tablet", "there is no such tablet");
}

void fields(Visitor& v, EmergencyItem& item)
{
    v.field({"id", "name of the item", Need::required}, Text(item.id));
    source_fields(v, item.source);
}

void fields(Visitor& v, EmergencySet& set)
{
    v.file(set.file);
    v.field({"emergency_set", "name of this set", Need::heading}, Text(set.id));
    v.field({"items", "that may be told, and nothing else", Need::required},
            List(set.items, 1, &EmergencyItem::id));
    v.field({"roles", "who may ask", Need::required}, List<std::string, Text>(set.roles, 1));
}

void fields(Visitor& v, EmergencyMishaps& m)
{
    v.field({"beyond_set", "more is asked for than the set"}, Percent(m.beyond_set_ppm));
    v.field({"wrong_role", "asked by somebody whose role may not"}, Percent(m.wrong_role_ppm));
    v.field({"off_duty", "asked with the sign-on of a crew that is not on this call"},
            Percent(m.off_duty_ppm));
    v.field({"no_card", "the patient has no card on them"}, Percent(m.no_card_ppm));
    v.field({"sent_again", "every request is sent twice"}, Percent(m.sent_again_ppm));
    v.require(std::int64_t{m.beyond_set_ppm} + m.wrong_role_ppm + m.off_duty_ppm + m.no_card_ppm <=
                  1'000'000,
              "no_card", "the mishaps exceed 100 % together");
}

void fields(Visitor& v, Emergency& e)
{
    v.place(&e.line, nullptr);
    v.field({"card", "file of everybody's My Number Card", Need::required}, Text(e.card));
    v.field({"set", "what may be told of who is unconscious", Need::required}, Include(e.set));
    v.field({"ambulances", "of the city"}, Count(e.ambulances, 1, 1000));
    v.field({"hospitals", "they drive to"}, Count(e.hospitals, 1, 1000));
    v.field({"calls", "in the window", Need::required}, Count(e.calls, 0, most_people));
    v.field({"call_to_hospital", "on average, from the call to the hospital's door"},
            Duration(e.call_to_hospital, second));
    v.field({"to_patient", "from the call to the patient"}, RandomTime(e.to_patient));
    v.field({"handling", "until the patient's card is found and lies on the reader"},
            RandomTime(e.handling));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(e.deadline, {1'000'000}));
    v.field({"report_after", "the person's phone asks what was read, so long after the call"},
            Duration(e.report_after, second));
    v.field({"mishaps", "parts of the calls in which something is wrong"}, Struct(e.mishaps));
}

void require_disaster(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.shelters || scenario.residents, "shelters",
              "\"shelters\" needs \"residents\": who comes");
    v.require(!scenario.emergency || scenario.residents, "emergency",
              "\"emergency\" needs \"residents\": who is ill");
    v.require(!scenario.first_aid || scenario.residents, "first_aid",
              "\"first_aid\" needs \"residents\": who comes");
    v.require(!scenario.shelter_ways || scenario.residents, "shelter_ways",
              "\"shelter_ways\" needs \"residents\": who searches");
}

}  // namespace sim
