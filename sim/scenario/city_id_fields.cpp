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

constexpr fw::Nanos day{std::int64_t{86'400} * 1'000'000'000};
constexpr fw::Nanos millisecond{1'000'000};
constexpr std::int64_t most_people = 1'000'000;
constexpr std::int64_t whole_ppm = 1'000'000;

template <class Item>
std::int64_t shares_of(const std::vector<Item>& items)
{
    std::int64_t sum = 0;
    for (const Item& item : items) sum += item.share_ppm;
    return sum;
}

void time_fields(Visitor& v, CityId& c)
{
    v.field({"window", "from the first factor to the second"},
            Duration(c.window, {millisecond}, day));
    v.field({"status_life", "an answer of the authority about certificates is used so long"},
            Duration(c.status_life, {0}, day));
    v.field({"challenge_life", "a challenge to be signed counts so long"},
            Duration(c.challenge_life, {millisecond}, day));
    v.field({"closed_from", "time of day from which the authority is closed"},
            UnlessZero<fw::Nanos, TimeOfDay>(c.closed_from));
    v.field({"closed_for", "and for how long"}, UnlessZero<fw::Nanos, Duration>(c.closed_for));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(c.deadline, {millisecond}, day));
    v.field({"attempts", "of a request"}, Count(c.attempts, 1, 100));
}

void rule_fields(Visitor& v, CityId& c)
{
    v.field({"services", "what an ID is asked for, and which methods are enough", Need::required},
            List(c.services, 1, &IdService::id));
    v.field({"boundary", "an amount that ends one band and begins the next (A.10, 6)"},
            Choice<TierBoundary>(c.boundary, {{"either", TierBoundary::either},
                                              {"lower", TierBoundary::lower},
                                              {"upper", TierBoundary::upper}}));
    v.field({"stronger", "a method of a higher band is good enough (A.10, 7)"}, Flag(c.stronger));
    v.field({"order", "of two factors: the face first, or either"},
            Choice<FactorOrder>(
                c.order, {{"face_first", FactorOrder::face_first}, {"any", FactorOrder::any}}));
    v.field({"custody", "where phones keep keys, by type", Need::required},
            List(c.custody, 1, &IdCustody::id));
    v.field({"least_level", "of FIPS 140-2, of a custody that is accepted"},
            Count(c.least_level, 1, 4));
}

}  // namespace

void fields(Visitor& v, IdService& s)
{
    v.field({"id", "name of the kind of service", Need::required}, Text(s.id));
    v.field({"share", "of the proofs", Need::required}, Percent(s.share_ppm));
    v.field({"amount_from", "least amount; 0 yen: without amounts"}, Money(s.amount_from));
    v.field({"amount_to", "greatest amount"}, Money(s.amount_to));
    v.field({"bands", "which method is enough for which amount", Need::required},
            List(s.bands, 1, &MethodBand::id));
    v.require(s.amount_from <= s.amount_to, "amount_to",
              "\"amount_to\" must not be less than \"amount_from\"");
    for (std::size_t i = 1; i < s.bands.size(); ++i)
        v.require(s.bands[i - 1].from < s.bands[i].from, "bands." + std::to_string(i) + ".from",
                  "bands must stand in order of their amounts");
    for (std::size_t i = 0; i < s.bands.size(); ++i)
        for (const std::string& method : s.bands[i].methods)
            v.require(
                method == "face" || method == "phone" || method == "card" ||
                    method == "face_and_phone" || method == "face_and_card",
                "bands." + std::to_string(i) + ".methods",
                "\"" + method + "\" is none of face, phone, card, face_and_phone, face_and_card");
}

void fields(Visitor& v, IdFace& f)
{
    v.field({"threshold", "least score that counts"}, Count(f.threshold, 1, 999));
    v.field({"false_non_match", "the right face is not recognised, each look"},
            Percent(f.false_non_match_ppm));
    v.field({"false_match", "somebody else's is, each look"}, Percent(f.false_match_ppm));
    v.field({"look_alike_match", "that of somebody who looks like them is, each look"},
            Percent(f.look_alike_match_ppm));
    v.field({"looks", "then the last one counts"}, Count(f.looks, 1, 20));
    v.field({"capture", "until a picture is good"}, RandomTime(f.capture));
    v.field({"match", "of one look"}, RandomTime(f.match));
}

void fields(Visitor& v, IdPhone& p)
{
    v.field({"fails", "the owner does not get the phone open"}, Percent(p.fails_ppm));
    v.field({"stolen_opens", "somebody else does"}, Percent(p.stolen_opens_ppm));
    v.field({"unlock", "until it is open"}, RandomTime(p.unlock));
}

void fields(Visitor& v, IdCustody& c)
{
    v.field({"id", "secure_element, sub_sim or none", Need::required}, Text(c.id));
    v.field({"level", "of FIPS 140-2; 0: keeps nothing", Need::required}, Count(c.level, 0, 4));
    v.field({"share", "of the phones", Need::required}, Percent(c.share_ppm));
    v.field({"signing", "one signature"}, RandomTime(c.signing));
    v.field({"making", "one key pair"}, RandomTime(c.making));
    source_fields(v, c.source);
    v.require(c.id == "secure_element" || c.id == "sub_sim" || c.id == "none", "id",
              "\"" + c.id + "\" is none of secure_element, sub_sim, none");
}

void fields(Visitor& v, IdChanges& c)
{
    v.field({"renewed", "both certificates are replaced"}, Percent(c.renewed_ppm));
    v.field({"moved", "the signature certificate is replaced"}, Percent(c.moved_ppm));
    v.field({"revoked", "both certificates end"}, Percent(c.revoked_ppm));
    v.field({"expired", "their time was over before the day"}, Percent(c.expired_ppm));
    v.field({"rebound", "of those renewed or moved: bind the new ones"}, Percent(c.rebound_ppm));
    v.require(
        std::int64_t{c.renewed_ppm} + c.moved_ppm + c.revoked_ppm + c.expired_ppm <= whole_ppm,
        "expired", "the changes exceed 100 % together");
}

void fields(Visitor& v, IdMishaps& m)
{
    v.field({"impostor", "somebody else's face, stolen phone or card"}, Percent(m.impostor_ppm));
    v.field({"look_alike", "an impostor who looks like the owner"}, Percent(m.look_alike_ppm));
    v.field({"two_persons", "the factors are of two people"}, Percent(m.two_persons_ppm));
    v.field({"other_order", "the second factor first"}, Percent(m.other_order_ppm));
    v.field({"slow", "the second factor after the window"}, Percent(m.slow_ppm));
    v.field({"forgotten_pin", "only wrong PINs, until the card is blocked"},
            Percent(m.forgotten_pin_ppm));
    v.field({"wrong_card", "another smart card is laid down"}, Percent(m.wrong_card_ppm));
    v.field({"lifted_early", "the card is lifted while it works, and laid down again"},
            Percent(m.lifted_early_ppm));
    v.field({"replayed", "a signature made for another challenge"}, Percent(m.replayed_ppm));
    v.field({"unknown", "by somebody without an ID"}, Percent(m.unknown_ppm));
    v.field({"false_custody", "of phones without a place for keys: claim to have one"},
            Percent(m.false_custody_ppm));
    v.require(std::int64_t{m.impostor_ppm} + m.look_alike_ppm + m.two_persons_ppm +
                      m.other_order_ppm + m.slow_ppm + m.forgotten_pin_ppm + m.wrong_card_ppm +
                      m.lifted_early_ppm + m.replayed_ppm + m.unknown_ppm <=
                  whole_ppm,
              "unknown", "the mishaps of a proof exceed 100 % together");
}

void fields(Visitor& v, CityId& c)
{
    v.place(&c.line, nullptr);
    v.field({"registered", "residents with an ID when the day begins", Need::required},
            Count(c.registered, 1, most_people));
    v.field({"counters", "where an ID is issued, idcounter-1 and on"}, Count(c.counters, 1, 1000));
    v.field({"issues", "IDs asked for in the window"}, Count(c.issues, 0, most_people));
    v.field({"provers", "terminals where an ID is proved, prover-1 and on"},
            Count(c.provers, 1, 10'000));
    v.field({"proofs", "in the window, over all of them", Need::required},
            Count(c.proofs, 0, most_people * 10));
    v.field({"at_tier", "proofs at the end of a band, one yen less or one yen more"},
            Percent(c.at_tier_ppm));
    v.field({"any_method", "proofs by a method taken at random, enough or not"},
            Percent(c.any_method_ppm));
    rule_fields(v, c);
    v.field({"face", "the camera"}, Struct(c.face));
    v.field({"phone", "the citizens' phones"}, Struct(c.phone));
    v.field({"phone_borne", "residents who carry the card's functions in the phone"},
            Percent(c.phone_borne_ppm));
    time_fields(v, c);
    v.field({"changes", "what becomes of certificates"}, Struct(c.changes));
    v.field({"mishaps", "parts of the proofs in which something is wrong"}, Struct(c.mishaps));
    v.require(shares_of(c.services) == whole_ppm, "services",
              "the shares of the services must be 100 % together");
    v.require(shares_of(c.custody) == whole_ppm, "custody",
              "the shares of the custody types must be 100 % together");
}

void require_city_id(Visitor& v, const Scenario& scenario)
{
    if (!scenario.city_id) return;
    v.require(scenario.linking.has_value(), "city_id",
              "\"city_id\" needs \"linking\": the cards and the authority");
}

}  // namespace sim
