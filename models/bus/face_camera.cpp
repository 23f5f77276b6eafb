// SPDX-License-Identifier: Apache-2.0
#include "models/bus/face_camera.h"

#include <algorithm>

#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

// Own numbering of the draws of one look beside the matcher's.
enum Draw : std::uint64_t { draw_capture = 16, draw_match, draw_card };

}  // namespace

FaceCamera::FaceCamera(Parts parts, std::vector<WalkIn> riders)
    : parts_(std::move(parts)),
      matcher_(parts_.parameters, parts_.stream),
      capture_(sim::quantiles_of(parts_.parameters.capture)),
      match_(sim::quantiles_of(parts_.parameters.match)),
      card_touch_(sim::quantiles_of(parts_.parameters.card_touch)),
      riders_(std::move(riders))
{
}

void FaceCamera::serve(Desk& desk)
{
    for (const WalkIn& rider : riders_) {
        desk.wait_until(rider.at);
        board(desk, rider);
    }
}

void FaceCamera::board(Desk& desk, const WalkIn& rider)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = "S18";
    flow.place = desk.name();
    flow.resident = rider.resident;
    flow.u[0] = desk.now().count;
    const auto person = recognise(desk, rider);
    flow.u[1] = desk.now().count;
    std::string why = "not_recognised";
    if (person) {
        why = ask(desk, rider, *person);
        flow.u[2] = desk.now().count;
    }
    const bool by_face = why.empty();
    if (!by_face) desk.spend(card_touch_.at(parts_.stream.bits(look_number(rider, 0), draw_card)));
    flow.u[3] = desk.now().count;
    flow.outcome = by_face ? "done" : "failed";
    flow.reason = why;
    parts_.log.boarded({flow.flow, desk.now().count, rider.resident,
                        by_face ? std::int64_t{parts_.residents[*person]} : -1,
                        rider.face.person != Face::stranger, rider.face.twin.has_value()});
    desk.end_flow(flow);
}

std::optional<std::uint32_t> FaceCamera::recognise(Desk& desk, const WalkIn& rider)
{
    for (int look = 1; look <= parts_.parameters.looks; ++look) {
        const std::uint64_t number = look_number(rider, look);
        desk.spend(capture_.at(parts_.stream.bits(number, draw_capture)));
        desk.spend(match_.at(parts_.stream.bits(number, draw_match)));
        if (const auto person = matcher_.look_at(rider.face, number)) return person;
    }
    return std::nullopt;
}

// Empty: let in.
std::string FaceCamera::ask(Desk& desk, const WalkIn& rider, std::uint32_t person) const
{
    sim::Form request("face.board");
    request.set("request", desk.name() + "/" + std::to_string(rider.number));
    request.set("rider", parts_.pseudonyms[person]);
    const auto answer = desk.call("boarding", request, parts_.parameters.deadline);
    if (!answer) return "no_answer";
    if (answer->flag("accepted")) return "";
    return answer->text("reason").value_or("refused");
}

}  // namespace model
