// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

void fields(Visitor& v, ClinicFace& f)
{
    v.field({"false_non_match", "the holder is not recognised, each look"},
            Percent(f.false_non_match_ppm));
    v.field({"false_match", "somebody else is taken for the holder, each look"},
            Percent(f.false_match_ppm));
    v.field({"looks", "then the PIN is typed"}, Count(f.looks, 1, 20));
    v.field({"capture", "of one look, compared with the photograph in the card"},
            RandomTime(f.capture));
}

void fields(Visitor& v, ClinicCover& c)
{
    v.field({"changed", "another insurer since the last visit"}, Percent(c.changed_ppm));
    v.field({"changing", "another insurer from some time of the window on"},
            Percent(c.changing_ppm));
    v.field({"expired", "the cover has ended"}, Percent(c.expired_ppm));
    v.field({"unknown", "no insurer has entered the person"}, Percent(c.unknown_ppm));
    v.field({"regular", "patients who were here before"}, Percent(c.regular_ppm));
    v.require(
        std::int64_t{c.changed_ppm} + c.changing_ppm + c.expired_ppm + c.unknown_ppm <= 1'000'000,
        "unknown", "changed, changing, expired and unknown exceed 100 % together");
}

void fields(Visitor& v, ClinicMishaps& m)
{
    v.field({"impostor", "comes with somebody else's card"}, Percent(m.impostor_ppm));
    v.field({"forgotten_pin", "types only wrong PINs, until the card is blocked"},
            Percent(m.forgotten_pin_ppm));
    v.field({"lifted_early", "lifts the card while it works, and lays it down again"},
            Percent(m.lifted_early_ppm));
    v.field({"wrong_card", "lays down another issuer's card"}, Percent(m.wrong_card_ppm));
    v.field({"sent_again", "the question to the insurers goes out twice"},
            Percent(m.sent_again_ppm));
    v.field({"again", "stands in the queue once more, received already"}, Percent(m.again_ppm));
    v.require(std::int64_t{m.impostor_ppm} + m.forgotten_pin_ppm + m.lifted_early_ppm +
                      m.wrong_card_ppm + m.sent_again_ppm <=
                  1'000'000,
              "sent_again", "the mishaps of a visit exceed 100 % together");
}

static void clinic_queue_fields(Visitor& v, Clinics& c)
{
    v.field({"opens", "time of day at which the doors open", Need::required}, TimeOfDay(c.opens));
    v.field({"early", "patients who stand there before"}, Percent(c.early_ppm));
    v.field({"before", "since when at the earliest"}, Duration(c.before));
    v.field({"within", "the others come, more of them early than late"},
            Duration(c.within, {1'000'000'000}));
    v.field({"greeting", "until the patient has said why they come"}, RandomTime(c.greeting));
    v.field({"writing", "the clerk writes down a certificate on paper, or a person without one"},
            RandomTime(c.writing));
}

void fields(Visitor& v, Clinics& c)
{
    v.place(&c.line, nullptr);
    v.field({"institutions", "hospitals, clinics and pharmacies with a reception"},
            Count(c.institutions, 1, 10'000));
    v.field({"terminals", "at the reception of each"}, Count(c.terminals, 1, 100));
    v.field({"patients", "of each institution in the morning: the load", Need::required},
            Count(c.patients, 0, 100'000));
    clinic_queue_fields(v, c);
    v.field({"face_share", "patients who show their face, the others type the PIN"},
            Percent(c.face_ppm));
    v.field({"paper", "patients with a certificate of insurance on paper"}, Percent(c.paper_ppm));
    v.field({"face", "the terminal's camera"}, Struct(c.face));
    v.field({"cover", "what insurers hold of the patients"}, Struct(c.cover));
    v.field({"mishaps", "parts of the visits"}, Struct(c.mishaps));
    v.field({"closed_from", "time of day from which the insurers' service is closed"},
            UnlessZero<fw::Nanos, TimeOfDay>(c.closed_from));
    v.field({"closed_for", "and for how long"}, UnlessZero<fw::Nanos, Duration>(c.closed_for));
    v.field({"recheck_period", "a clinic's office asks so often for who is unchecked"},
            Duration(c.recheck_period, {1'000'000'000}));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(c.deadline, {1'000'000}));
    v.field({"attempts", "of a question to the insurers"}, Count(c.attempts, 1, 100));
}

void require_clinics(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.clinics || scenario.linking, "clinics",
              "\"clinics\" needs \"linking\": the cards and the authority");
    v.require(!scenario.clinics || (scenario.from <= scenario.clinics->opens &&
                                    scenario.clinics->opens < scenario.to),
              "clinics.opens", "lies outside the window");
}

}  // namespace sim
