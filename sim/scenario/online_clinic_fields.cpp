// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

void fields(Visitor& v, OnlineMishaps& m)
{
    v.field({"stays_away", "the patient does not come"}, Percent(m.stays_away_ppm));
    v.field({"cancels", "the patient calls it off before"}, Percent(m.cancels_ppm));
    v.field({"forgotten_pin", "types only wrong PINs, until the card is blocked"},
            Percent(m.forgotten_pin_ppm));
    v.field({"lifted_early", "lifts the card while it works, and lays it down again"},
            Percent(m.lifted_early_ppm));
    v.field({"wrong_card", "lays down another issuer's card and has no other at hand"},
            Percent(m.wrong_card_ppm));
    v.field({"other_first", "lays down another issuer's card, then the own one"},
            Percent(m.other_first_ppm));
    v.field({"other_person", "shows somebody else's card with its PIN"},
            Percent(m.other_person_ppm));
    v.field({"drop", "the phone's network drops in the middle and comes back"},
            Percent(m.drop_ppm));
    v.field({"lost", "the phone's network drops in the middle for good"}, Percent(m.lost_ppm));
    v.field({"leaves", "closes the screen before the payment"}, Percent(m.leaves_ppm));
    v.field({"sent_again", "what proves and what pays goes out twice"}, Percent(m.sent_again_ppm));
    v.require(std::int64_t{m.stays_away_ppm} + m.cancels_ppm + m.forgotten_pin_ppm +
                      m.lifted_early_ppm + m.wrong_card_ppm + m.other_first_ppm +
                      m.other_person_ppm + m.drop_ppm + m.lost_ppm + m.leaves_ppm +
                      m.sent_again_ppm <=
                  1'000'000,
              "sent_again", "the mishaps of an appointment exceed 100 % together");
}

void fields(Visitor& v, OnlineShares& s)
{
    v.field({"agree", "let the doctor see results of check-ups"}, Percent(s.agree_ppm));
    v.field({"withdraw", "of those: take it back while they wait"}, Percent(s.withdraw_ppm));
    v.field({"card_refused", "charges that the card company refuses"}, Percent(s.card_refused_ppm));
    v.field({"doctor_late", "consultations before which the doctor is held up"},
            Percent(s.doctor_late_ppm));
    v.field({"wrong_fee", "the doctor takes down the fee of the other kind"},
            Percent(s.wrong_fee_ppm));
    v.field({"curious", "consultations after which a doctor tries another's chart"},
            Percent(s.curious_ppm));
}

void fields(Visitor& v, OnlineFees& f)
{
    v.field({"consultation", "what the patient pays for one"}, Money(f.consultation, 1, 50'000));
    v.field({"explanation", "of results of a check-up"}, Money(f.explanation, 1, 50'000));
}

void fields(Visitor& v, OnlineTimes& t)
{
    constexpr fw::Nanos second{1'000'000'000};
    v.field({"answering", "of the questions before"}, RandomTime(t.answering));
    v.field({"talk", "of doctor and patient, drops not counted"}, RandomTime(t.talk));
    v.field({"charting", "after it"}, RandomTime(t.charting));
    v.field({"drop", "until a network that comes back is there again"}, RandomTime(t.drop));
    v.field({"held_up", "by which a doctor is late"}, RandomTime(t.held_up));
    v.field({"beat", "phone and tablet tell so often that they are there"},
            Duration(t.beat, second));
    v.field({"gone_after", "without a word of the phone it counts as away"},
            Duration(t.gone_after, second));
    v.field({"grace", "so long the doctor waits for the phone to come back"},
            Duration(t.grace, second));
    v.field({"patience", "so long the doctor waits for a patient who has not come"},
            Duration(t.patience, second));
    v.require(t.beat < t.gone_after, "gone_after", "\"gone_after\" must be longer than \"beat\"");
}

static void online_day_fields(Visitor& v, OnlineClinic& c)
{
    constexpr fw::Nanos second{1'000'000'000};
    v.field({"opens", "time of day of the first consultation", Need::required}, TimeOfDay(c.opens));
    v.field({"session", "of a doctor, a day"}, Duration(c.session, second));
    v.field({"slot", "of an appointment"}, Duration(c.slot, {60'000'000'000}));
    v.field({"later", "the day of explanations comes so long after"}, Duration(c.later, second));
    v.field({"results_within", "of the window's begin: results of check-ups are there"},
            Duration(c.results_within, second));
    v.field({"billing_period", "the office looks through the invoices so often"},
            Duration(c.billing_period, second));
    v.field({"billed_after", "and sees to those that are older"}, Duration(c.billed_after, second));
    v.require(c.slot <= c.session, "session", "\"session\" must have room for a slot");
    v.require(c.session < c.later, "later", "\"later\" must be longer than \"session\"");
}

void fields(Visitor& v, OnlineClinic& c)
{
    v.place(&c.line, nullptr);
    v.field({"doctors", "with a tablet each"}, Count(c.doctors, 1, 100));
    v.field({"consultations", "wanted today: the load", Need::required},
            Count(c.consultations, 0, 400));
    v.field({"explanations", "of results, wanted for the later day"},
            Count(c.explanations, 0, 400));
    online_day_fields(v, c);
    v.field({"fees", "of the patient's part"}, Struct(c.fees));
    v.field({"times", "of people and of the line between them"}, Struct(c.times));
    v.field({"shares", "of appointments and charges"}, Struct(c.shares));
    v.field({"mishaps", "parts of the appointments"}, Struct(c.mishaps));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(c.deadline, {1'000'000}));
    v.field({"attempts", "of a request"}, Count(c.attempts, 1, 100));
}

void require_online_clinic(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.online_clinic || scenario.linking, "online_clinic",
              "\"online_clinic\" needs \"linking\": the cards and the authority");
    v.require(!scenario.online_clinic || (scenario.from < scenario.online_clinic->opens &&
                                          scenario.online_clinic->opens < scenario.to),
              "online_clinic.opens", "lies outside the window");
}

}  // namespace sim
