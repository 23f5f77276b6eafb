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

constexpr fw::Nanos watch_second{1'000'000'000};

void watch_time_fields(Visitor& v, SchoolWatch& w)
{
    v.field({"agree_from", "time of day at which the first guardian agrees", Need::required},
            TimeOfDay(w.agree_from));
    v.field({"agree_within", "all agree", Need::required}, Duration(w.agree_within, watch_second));
    v.field({"walk_from", "time of day at which the first child leaves", Need::required},
            TimeOfDay(w.walk_from));
    v.field({"walk_within", "all leave", Need::required}, Duration(w.walk_within, watch_second));
    v.field({"leg", "from home or a camera to the next one"}, RandomTime(w.leg));
    v.field({"bell", "time of day at which school begins", Need::required}, TimeOfDay(w.bell));
    v.field({"alarm_after", "the bell, who was not counted is absent"},
            Duration(w.alarm_after, watch_second));
    v.field({"capture", "until a camera has the face"}, RandomTime(w.capture));
    v.field({"match", "search among the faces the camera knows, in the camera"},
            RandomTime(w.match));
    v.field({"keying", "a child in, by the keeper of a gate"}, RandomTime(w.keying));
    v.field({"roster_period", "a camera asks whom it may recognise"},
            Duration(w.roster_period, watch_second));
    v.field({"keeps", "a camera what it could not tell"}, Duration(w.keeps, watch_second));
    v.field({"event_life", "after it was sent, a phone shows an event no more"},
            Duration(w.event_life, {1'000'000}));
    v.field({"deadline", "of a request"}, Duration(w.deadline, {1'000'000}));
}

}  // namespace

void fields(Visitor& v, WatchGuardians& g)
{
    v.field({"refuse", "never agree"}, Percent(g.refuse_ppm));
    v.field({"share", "let somebody else of the family have the events too"}, Percent(g.share_ppm));
    v.field({"revoke", "agree no longer, while children walk"}, Percent(g.revoke_ppm));
    v.field({"intrude", "whose other family member asks for events alone"}, Percent(g.intrude_ppm));
    v.field({"hidden", "protected from the other family member, before the day"},
            Percent(g.hidden_ppm));
    v.field({"hidden_now", "the same is noted while children walk"}, Percent(g.hidden_now_ppm));
    v.require(std::int64_t{g.hidden_ppm} + g.hidden_now_ppm <= 1'000'000, "hidden_now",
              "the protected exceed 100 % together");
}

void fields(Visitor& v, SchoolWatch& w)
{
    v.place(&w.line, nullptr);
    v.field({"children", "whose faces the cameras know", Need::required},
            Count(w.children, 1, 10'000));
    v.field({"cameras", "on the ways to school"}, Count(w.cameras, 1, 1000));
    v.field({"on_the_way", "of them that each child passes"}, Count(w.on_the_way, 0, 20));
    v.field({"gates", "of the school, with a camera each"}, Count(w.gates, 1, 100));
    v.field({"passers_by", "whom no camera knows"}, Count(w.passers_by, 0, 1'000'000));
    face_rate_fields(v, w.faces);
    v.field({"street_looks", "of a camera on the way"}, Count(w.street_looks, 1, 10));
    v.field({"gate_looks", "of a camera at a gate"}, Count(w.gate_looks, 1, 10));
    v.field({"keyed", "who is not recognised at a gate is keyed in by its keeper"},
            Percent(w.keyed_ppm));
    v.field({"absent", "stay away"}, Percent(w.absent_ppm));
    v.field({"guardians", "parts of the children whose guardians do this"}, Struct(w.guardians));
    v.field({"phones", "of guardians, in use at once"}, Count(w.phones, 1, 10'000));
    v.field({"senders", "of events to phones"}, Count(w.senders, 1, 100));
    watch_time_fields(v, w);
    v.field({"attempts", "to reach a phone"}, Count(w.attempts, 1, 100));
    v.require(w.walk_from >= w.agree_from + w.agree_within, "walk_from",
              "guardians agree before the first child leaves");
    v.require(w.bell > w.walk_from, "bell", "\"bell\" must be later than \"walk_from\"");
    v.require(w.on_the_way <= w.cameras, "on_the_way", "there are not so many cameras");
}

void require_school_watch(Visitor& v, const Scenario& scenario)
{
    v.require(!scenario.school_watch || scenario.residents, "school_watch",
              "\"school_watch\" needs \"residents\": who walks to school");
}

}  // namespace sim
