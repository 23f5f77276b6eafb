// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};

void require_sense(Visitor& v, const FirstAid& a)
{
    v.require(a.tablets >= a.shelters, "tablets", "each shelter needs one");
    v.require(a.opens < a.closes, "closes", "\"closes\" must be later than \"opens\"");
}

void times(Visitor& v, FirstAid& a)
{
    v.field({"handling", "until the card lies on the reader"}, RandomTime(a.handling));
    v.field({"scanning", "until the phone's code is read"}, RandomTime(a.scanning));
    v.field({"deadline", "of a request; then the tablet shows what it holds"},
            Duration(a.deadline, {1'000'000}));
    v.field({"report_after", "the window people ask who looked"}, Duration(a.report_after, second));
}

}  // namespace

void fields(Visitor& v, FirstAidMishaps& m)
{
    v.field({"beyond_set", "more is asked for than the set"}, Percent(m.beyond_set_ppm));
    v.field({"wrong_role", "asked by a helper who is no medic"}, Percent(m.wrong_role_ppm));
    v.field({"off_duty", "asked with the sign-on of a medic who is not on duty there"},
            Percent(m.off_duty_ppm));
    v.field({"late", "asked after the shelter has closed"}, Percent(m.late_ppm));
    v.field({"no_card", "the evacuee has neither card nor phone on them"}, Percent(m.no_card_ppm));
    v.require(std::int64_t{m.beyond_set_ppm} + m.wrong_role_ppm + m.off_duty_ppm + m.late_ppm +
                      m.no_card_ppm <=
                  1'000'000,
              "no_card", "the mishaps exceed 100 % together");
}

void fields(Visitor& v, FirstAid& a)
{
    constexpr std::int64_t most_people = 1'000'000, most_page = 300;  // a message has 64 kB
    v.place(&a.line, nullptr);
    v.field({"card", "file of everybody's My Number Card", Need::required}, Text(a.card));
    v.field({"set", "what may be shown, and to whom", Need::required}, Include(a.set));
    v.field({"shelters", "that open"}, Count(a.shelters, 1, 1000));
    v.field({"tablets", "of medics, shared out over the shelters"}, Count(a.tablets, 1, 10'000));
    v.field({"looks", "evacuees who come to a medic", Need::required},
            Count(a.looks, 0, most_people));
    v.field({"updates", "of somebody's data during the day"}, Count(a.updates, 0, most_people));
    v.field({"opens", "time of day", Need::required}, TimeOfDay(a.opens));
    v.field({"closes", "time of day from which nobody may look", Need::required},
            TimeOfDay(a.closes));
    v.field({"expected", "households that their shelter expects and tablets hold data of"},
            Percent(a.expected_ppm));
    v.field({"refresh", "a tablet fetches what changed so often"}, Duration(a.refresh, second));
    v.field({"page", "people in one answer to a fetch"}, Count(a.page, 1, most_page));
    v.field({"most_looks", "of one medic within an hour"}, Count(a.most_looks, 1, most_people));
    v.field({"app", "who has a phone: show its code, no card"}, Percent(a.app_ppm));
    v.field({"elsewhere", "come to another shelter than the one that expects them"},
            Percent(a.elsewhere_ppm));
    times(v, a);
    v.field({"mishaps", "parts of the looks in which something is wrong"}, Struct(a.mishaps));
    require_sense(v, a);
}

}  // namespace sim
