// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

void fields(Visitor& v, LectureMishaps& m)
{
    v.field({"forgotten_pin", "only wrong ones are typed: none is bought"},
            Percent(m.forgotten_pin_ppm));
    v.field({"wrong_card", "a smart card of another issuer: none is bought"},
            Percent(m.wrong_card_ppm));
    v.field({"sent_again", "the purchase goes out twice"}, Percent(m.sent_again_ppm));
    v.field({"resold", "somebody else comes with the ticket"}, Percent(m.resold_ppm));
    v.field({"lookalike", "of those, look like the buyer"}, Percent(m.lookalike_ppm));
    v.field({"again", "who was let in comes to another door once more"}, Percent(m.again_ppm));
    v.require(std::int64_t{m.forgotten_pin_ppm} + m.wrong_card_ppm + m.sent_again_ppm <= 1'000'000,
              "sent_again", "the mishaps of a purchase exceed 100 % together");
}

void fields(Visitor& v, Lectures& l)
{
    constexpr fw::Nanos second{1'000'000'000};
    v.place(&l.line, nullptr);
    v.field({"tickets", "that people want to buy", Need::required}, Count(l.tickets, 1, 100'000));
    v.field({"without", "who come without a ticket"}, Count(l.without, 0, 100'000));
    v.field({"phones", "on which tickets are bought, in use at once"}, Count(l.phones, 1, 10'000));
    v.field({"doors", "of the hall, with a camera each"}, Count(l.doors, 1, 1000));
    face_rate_fields(v, l.faces);
    v.field({"looks", "then the card is asked for"}, Count(l.looks, 1, 10));
    v.field({"sale_from", "time of day of the first purchase", Need::required},
            TimeOfDay(l.sale_from));
    v.field({"sale_within", "all buy", Need::required}, Duration(l.sale_within, second));
    v.field({"opens", "time of day at which doors open", Need::required}, TimeOfDay(l.opens));
    v.field({"within", "all come", Need::required}, Duration(l.within, second));
    v.field({"early", "stand at the door before"}, Percent(l.early_ppm));
    v.field({"before", "since when at the earliest"}, Duration(l.before, second));
    v.field({"capture", "until the camera has the face"}, RandomTime(l.capture));
    v.field({"match", "search among the faces of those who bought"}, RandomTime(l.match));
    v.field({"walking", "through the door"}, RandomTime(l.walking));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(l.deadline, {1'000'000}));
    v.field({"attempts", "of a request"}, Count(l.attempts, 1, 100));
    v.field({"mishaps", "parts of the tickets with which something is wrong"}, Struct(l.mishaps));
    v.require(l.opens >= l.sale_from + l.sale_within, "opens", "tickets are sold before");
}

void require_lectures(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.lectures || scenario.linking, "lectures",
              "\"lectures\" needs \"linking\": the cards and the authority");
}

}  // namespace sim
