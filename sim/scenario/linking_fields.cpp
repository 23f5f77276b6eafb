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

constexpr std::int64_t most_people = 1'000'000;

}  // namespace

void fields(Visitor& v, LinkMishaps& m)
{
    v.field({"wrong_pin", "type one wrong PIN, then the right one"}, Percent(m.wrong_pin_ppm));
    v.field({"forgotten_pin", "type only wrong PINs, until the card is blocked"},
            Percent(m.forgotten_pin_ppm));
    v.field({"lifted_early", "lift the card while it works, and lay it down again"},
            Percent(m.lifted_early_ppm));
    v.field({"wrong_card", "touch with a transit card that is another person's"},
            Percent(m.wrong_card_ppm));
    v.field({"revoked", "hold a certificate that was revoked"}, Percent(m.revoked_ppm));
    v.field({"expired", "hold a certificate whose time is over"}, Percent(m.expired_ppm));
    const std::int64_t sum =
        std::int64_t{m.wrong_pin_ppm} + m.forgotten_pin_ppm + m.lifted_early_ppm + m.wrong_card_ppm;
    v.require(sum <= 1'000'000, "wrong_card",
              "wrong_pin, forgotten_pin, lifted_early and wrong_card exceed 100 % together");
}

void fields(Visitor& v, Linking& linking)
{
    v.place(&linking.line, nullptr);
    v.field({"adult_card", "file of the My Number Card of those with a signature certificate",
             Need::required},
            Text(linking.adult_card));
    v.field({"child_card", "and of those without one", Need::required}, Text(linking.child_card));
    v.field({"counters", "with a clerk and two readers each"}, Count(linking.counters, 0, 1000));
    v.field({"phones", "of citizens, in use at once"}, Count(linking.phones, 0, 10'000));
    v.field({"visitors", "people who become light members at a counter"},
            Count(linking.visitors, 0, most_people));
    v.field({"members", "people who become full members on their phone"},
            Count(linking.members, 0, most_people));
    v.field({"deletions", "people who end a link that stood when the day began"},
            Count(linking.deletions, 0, most_people));
    v.field({"birth_released", "by the authority, to the portal of full members"},
            Flag(linking.birth_released));
    v.field({"talk", "with the clerk"}, RandomTime(linking.talk));
    v.field({"handling", "until a card lies on a reader"}, RandomTime(linking.handling));
    v.field({"pin_entry", "typing the PIN"}, RandomTime(linking.pin_entry));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(linking.deadline, {1'000'000}));
    v.field({"attempts", "of a request"}, Count(linking.attempts, 1, 100));
    v.field({"challenge_life", "a challenge to be signed counts so long"},
            Duration(linking.challenge_life, {1'000'000}));
    v.field({"mishaps", "parts of the people to whom it happens"}, Struct(linking.mishaps));
    v.require(linking.visitors == 0 || linking.counters > 0, "visitors", "need \"counters\"");
    v.require(linking.members == 0 || linking.phones > 0, "members", "need \"phones\"");
    v.require(linking.deletions == 0 || linking.counters + linking.phones > 0, "deletions",
              "need \"counters\" or \"phones\"");
}

}  // namespace sim
