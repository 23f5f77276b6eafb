// SPDX-License-Identifier: Apache-2.0
#include "models/lecture/lecture_door.h"

#include <algorithm>

namespace model
{

namespace
{

// Own numbering of a visit's draws beside the matcher's.
enum DoorDraw : std::uint64_t {
    door_draw_capture = 16,
    door_draw_match,
    door_draw_handling,
    door_draw_pin,
    door_draw_walking
};

}  // namespace

void LectureDoor::serve(Desk& desk)
{
    for (const LectureVisit& visit : ground_.plan.visits) {
        if (visit.door != door_) continue;
        if (const auto ready = std::max(visit.at, ground_.rules().opens); desk.now() < ready)
            desk.wait_until(ready);
        receive(desk, visit);
    }
}

void LectureDoor::receive(Desk& desk, const LectureVisit& visit)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    sim::LectureVisitRow row;
    row.visit = visit.number;
    row.door = door_;
    row.arrives = visit.at.count;
    row.begun = flow.u[0] = desk.now().count;
    row.resident = visit.resident;
    if (visit.buy) row.buyer = ground_.plan.buys[*visit.buy].resident;
    row.lookalike = visit.face.twin ? 1 : 0;
    recognise(desk, visit, row);
    flow.u[1] = desk.now().count;
    row.way = "face";
    row.reason = row.believed.empty() ? "not_recognised" : by_face(desk, row);
    if (!row.reason.empty()) {
        row.way = "card";
        row.reason = by_card(desk, visit, flow.flow);
    }
    flow.u[2] = desk.now().count;
    close(desk, row, flow);
}

void LectureDoor::close(Desk& desk, sim::LectureVisitRow& row, sim::FlowRow& flow) const
{
    if (row.reason.empty()) {
        desk.spend(ground_.walking.at(
            ground_.stream.bits(static_cast<std::uint64_t>(row.visit), door_draw_walking)));
        flow.u[3] = desk.now().count;
    }
    row.ended = desk.now().count;
    row.outcome = row.reason.empty() ? "admitted" : is_silence(row.reason) ? "failed" : "refused";
    flow.service = "S33";
    flow.place = desk.name();
    flow.resident = static_cast<std::uint32_t>(row.resident);
    flow.outcome = row.outcome == "admitted" ? "done" : row.outcome;
    flow.reason = row.reason;
    ground_.recorder.service(row);
    desk.end_flow(flow);
}

void LectureDoor::recognise(Desk& desk, const LectureVisit& visit, sim::LectureVisitRow& row) const
{
    for (int look = 0; look < ground_.rules().looks; ++look) {
        const auto number =
            static_cast<std::uint64_t>(visit.number) << 8 | static_cast<std::uint64_t>(look);
        ++row.looks;
        desk.spend(ground_.capture.at(ground_.stream.bits(number, door_draw_capture)));
        desk.spend(ground_.match.at(ground_.stream.bits(number, door_draw_match)));
        const auto person = matcher_.look_at(visit.face, number);
        if (!person || ground_.guests[*person].empty()) continue;
        row.believed = ground_.guests[*person];
        return;
    }
}

std::string LectureDoor::by_face(Desk& desk, const sim::LectureVisitRow& row) const
{
    const std::string visit = "visit-" + std::to_string(row.visit);
    return why_refused(ask_office(desk, ground_,
                                  sim::Form("lecture.enter")
                                      .set("request", "face-" + std::to_string(row.visit))
                                      .set("visit", visit)
                                      .set("guest", row.believed)),
                       "lecture.admitted");
}

std::string LectureDoor::by_card(Desk& desk, const LectureVisit& visit, std::uint32_t flow) const
{
    const auto key = static_cast<std::uint64_t>(visit.number);
    const std::string number = std::to_string(visit.number);
    const LectureProof proof = prove(
        desk, ground_,
        {flow, visit.resident, ground_.handling.at(ground_.stream.bits(key, door_draw_handling)),
         ground_.pin_entry.at(ground_.stream.bits(key, door_draw_pin)), LectureHitch::none},
        sim::Form("lecture.enter_card")
            .set("request", "card-" + number)
            .set("visit", "visit-" + number));
    if (!proof.failure.empty()) return proof.failure;
    return why_refused(ask_office(desk, ground_, proof.request), "lecture.admitted");
}

}  // namespace model
