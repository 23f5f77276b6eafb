// SPDX-License-Identifier: Apache-2.0
#include <map>

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

constexpr std::int64_t most_people = 1'000'000;

void time_fields(Visitor& v, MotherChild& m)
{
    v.field({"look", "the clerk looks the woman up and hands the handbook out"},
            RandomTime(m.look));
    v.field({"explain", "the service is explained"}, RandomTime(m.explain));
    v.field({"handling", "until the card lies on the reader"}, RandomTime(m.handling));
    v.field({"password", "typing the password of the signature certificate"},
            RandomTime(m.password));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(m.deadline, {1'000'000}));
    v.field({"attempts", "of a request"}, Count(m.attempts, 1, 100));
    v.field({"qr_life", "the code on the screen counts so long"}, Duration(m.qr_life, {1'000'000}));
    v.field({"job_period", "the operator looks for new accounts so often"},
            Duration(m.job_period, {100'000'000}));
}

}  // namespace

void fields(Visitor& v, MotherMishaps& m)
{
    v.field({"lost_step", "one of the ten steps is left out"}, Percent(m.lost_step_ppm));
    v.field({"repeated_step", "one of the ten steps is done twice"}, Percent(m.repeated_step_ppm));
    v.field({"wrong_password", "one wrong password, then the right one"},
            Percent(m.wrong_password_ppm));
    v.field({"forgotten_password", "only wrong ones, until the card is blocked"},
            Percent(m.forgotten_password_ppm));
    v.field({"other_phone", "somebody else's phone reads the code on the screen first"},
            Percent(m.other_phone_ppm));
    v.field({"revoked", "hold a signature certificate that was revoked"}, Percent(m.revoked_ppm));
    v.field({"expired", "hold one whose time is over"}, Percent(m.expired_ppm));
    const std::int64_t sum = std::int64_t{m.lost_step_ppm} + m.repeated_step_ppm +
                             m.wrong_password_ppm + m.forgotten_password_ppm + m.other_phone_ppm;
    v.require(sum <= 1'000'000, "other_phone", "the mishaps exceed 100 % together");
}

void fields(Visitor& v, AgeMessage& message)
{
    v.field({"id", "of the message", Need::required}, Text(message.id));
    v.field({"unit", "weeks of the pregnancy, or months of the child", Need::required},
            Choice<bool>(message.weeks, {{"week", true}, {"month", false}}));
    v.field({"at", "sent when so many are over", Need::required}, Count(message.at, 0, 240));
    source_fields(v, message.source);
}

void fields(Visitor& v, VaccineDose& dose)
{
    v.field({"vaccine", "name", Need::required}, Text(dose.vaccine));
    v.field({"dose", "first, second, ...", Need::required}, Count(dose.dose, 1, 20));
    v.field({"from_month", "youngest age", Need::required}, Count(dose.from_month, 0, 240));
    v.field({"until_month", "no longer given from this age on", Need::required},
            Count(dose.until_month, 1, 240));
    v.field({"after_days", "least interval to the dose before"}, Count(dose.after_days, 0, 5000));
    source_fields(v, dose.source);
    v.require(dose.from_month < dose.until_month, "until_month",
              "\"until_month\" must be greater than \"from_month\"");
    v.require(dose.dose > 1 || dose.after_days == 0, "after_days", "the first dose has none");
}

void fields(Visitor& v, ChildSchedule& schedule)
{
    v.file(schedule.file);
    v.field({"child_schedule", "name of this schedule", Need::heading}, Text(schedule.id));
    v.field({"messages", "sent by age", Need::required},
            List(schedule.messages, 1, &AgeMessage::id));
    v.field({"doses", "of vaccines, each vaccine's in order", Need::required},
            List(schedule.doses, 1));
    std::map<std::string, int> last;
    for (std::size_t i = 0; i < schedule.doses.size(); ++i) {
        const VaccineDose& one = schedule.doses[i];
        v.require(one.dose == ++last[one.vaccine], "doses." + std::to_string(i) + ".dose",
                  "doses of a vaccine must be counted 1, 2, 3");
    }
}

void fields(Visitor& v, MotherCalendar& c)
{
    v.field({"schedule", "messages and doses by age", Need::required}, Include(c.schedule));
    v.field({"years", "before the service day that are run through"}, Count(c.years, 1, 20));
    v.field({"missed_nights", "nights in which the timer does not run"},
            Percent(c.missed_night_ppm));
    v.field({"too_early", "dates entered that lie before the next one due"},
            Percent(c.too_early_ppm));
    v.field({"never", "doses that are never given"}, Percent(c.never_ppm));
    v.field({"leap_births", "born on a 29 February, of the children of leap years"},
            Percent(c.leap_births_ppm));
}

void fields(Visitor& v, NightlyReturn& r)
{
    v.field({"at", "time of day at which it begins", Need::required}, TimeOfDay(r.at));
    v.field({"late", "records that are entered only in that night"}, Percent(r.late_ppm));
    v.field({"withdrawn", "families who end the service in that night"}, Percent(r.withdrawn_ppm));
}

void fields(Visitor& v, FamilyKinds& k)
{
    v.field({"twins", "have two children of one birth date"}, Percent(k.twins_ppm));
    v.field({"namesakes", "another child has the same name, birth date and district"},
            Percent(k.namesakes_ppm));
    v.field({"moved", "have moved to another municipality"}, Percent(k.moved_ppm));
    v.require(std::int64_t{k.twins_ppm} + k.namesakes_ppm + k.moved_ppm <= 1'000'000, "moved",
              "the kinds exceed 100 % together");
}

void fields(Visitor& v, MotherChild& m)
{
    v.place(&m.line, nullptr);
    v.field({"card", "file of everybody's My Number Card", Need::required}, Text(m.card));
    v.field({"counters", "with a clerk, a PC and a reader each"}, Count(m.counters, 1, 1000));
    v.field({"registrations", "women who come to register"},
            Count(m.registrations, 0, most_people));
    v.field({"families", "registered earlier, with children"}, Count(m.families, 0, most_people));
    v.field({"phones", "of those families, in use at once"}, Count(m.phones, 1, 10'000));
    time_fields(v, m);
    v.field({"kinds", "parts of the families"}, Struct(m.kinds));
    v.field({"mishaps", "parts of the registrations in which something is wrong"},
            Struct(m.mishaps));
    v.field({"calendar", "messages and doses by date, over years"},
            Maybe<MotherCalendar, Struct<MotherCalendar>>(m.calendar));
    v.field({"returns", "the city's records, given back at night"},
            Maybe<NightlyReturn, Struct<NightlyReturn>>(m.returns));
    v.require(m.families == 0 || m.calendar, "families",
              "need \"calendar\": what they are told by date");
    v.require(!m.calendar || m.families > 0, "calendar", "needs \"families\"");
    v.require(!m.returns || m.families > 0, "returns", "needs \"families\"");
}

void require_mother_child(Visitor& v, const Scenario& scenario)
{
    if (!scenario.mother_child) return;
    v.require(scenario.residents.has_value(), "mother_child",
              "\"mother_child\" needs \"residents\": who registers");
    const auto& returns = scenario.mother_child->returns;
    v.require(!returns || (scenario.from <= returns->at && returns->at < scenario.to),
              "mother_child.returns.at", "lies outside the window");
}

}  // namespace sim
