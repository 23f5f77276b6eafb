// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_camera.h"

#include <algorithm>

namespace model
{

namespace
{

// Own numbering of the draws of one look beside the matcher's.
enum CameraDraw : std::uint64_t {
    camera_draw_capture = 16,
    camera_draw_match,
    camera_draw_keyed,
    camera_draw_keying
};

constexpr fw::Nanos camera_pause{5'000'000'000};  // between two attempts, *assumed*

}  // namespace

void WatchCamera::serve(Desk& desk)
{
    desk.wait_until(ground_.rules().walk_from);
    for (const WatchPass& pass : ground_.plan.passes) {
        if (pass.camera != desk.name()) continue;
        wait_for(desk, pass.at);
        look(desk, pass);
    }
    while (!send(desk)) desk.spend(camera_pause);
}

void WatchCamera::wait_for(Desk& desk, fw::Nanos at)
{
    do {
        if (desk.now() - asked_ >= ground_.rules().roster_period) refresh(desk);
        if (send(desk) && at - desk.now() < ground_.rules().roster_period) break;
        desk.spend(std::min(camera_pause, std::max(at - desk.now(), fw::Nanos{1})));
    } while (desk.now() < at);
    if (desk.now() < at) desk.wait_until(at);
}

void WatchCamera::refresh(Desk& desk)
{
    asked_ = desk.now();
    const auto reply =
        desk.call("watch_office",
                  sim::Form("watch.roster")
                      .set("request", desk.name() + "/roster-" +
                                          std::to_string(desk.now().count / 1'000'000'000)),
                  ground_.rules().deadline);
    if (!reply || reply->kind() != "watch.known") return;
    const std::vector<std::string> names = reply->texts("children");
    roster_ = {names.begin(), names.end()};
}

void WatchCamera::look(Desk& desk, const WatchPass& pass)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    const bool known = pass.face.person != Face::stranger;
    sim::WatchPassRow row{pass.number, desk.name(), at_gate_ ? 1 : 0, pass.at.count, {}, 0, {}, {},
                          -1,          {}};
    if (known) row.child = ground_.plan.children[pass.face.person].name;
    row.twin = pass.face.twin ? 1 : 0;
    recognise(desk, pass, row);
    flow.u[1] = desk.now().count;
    const bool seen = !row.believed.empty();
    const bool told = seen && keep(desk, pass, row);
    if (!seen) ground_.recorder.service(row);
    if (told) flow.u[2] = flow.u[3] = desk.now().count;
    flow.service = "S38";
    flow.place = desk.name();
    if (known) flow.resident = ground_.plan.children[pass.face.person].resident;
    flow.outcome = !seen ? "refused" : told ? "done" : "failed";
    flow.reason = !seen ? "not_recognised" : told ? "" : "no_network";
    desk.end_flow(flow);
}

void WatchCamera::recognise(Desk& desk, const WatchPass& pass, sim::WatchPassRow& row)
{
    const int looks = at_gate_ ? ground_.rules().gate_looks : ground_.rules().street_looks;
    for (int look = 0; look < looks; ++look) {
        const auto number =
            static_cast<std::uint64_t>(pass.number) << 8 | static_cast<std::uint64_t>(look);
        desk.spend(ground_.capture.at(ground_.stream.bits(number, camera_draw_capture)));
        desk.spend(ground_.match.at(ground_.stream.bits(number, camera_draw_match)));
        const auto person = matcher_.look_at(pass.face, number);
        if (!person || !may_recognise(*person)) continue;
        row.believed = ground_.plan.children[*person].name;
        row.by = "face";
        return;
    }
    const auto key = static_cast<std::uint64_t>(pass.number);
    if (!at_gate_ || row.child.empty() || !roster_.contains(row.child) ||
        !ground_.stream.chance(ground_.rules().keyed_ppm, key, camera_draw_keyed))
        return;
    desk.spend(ground_.keying.at(ground_.stream.bits(key, camera_draw_keying)));
    row.believed = row.child;
    row.by = "keyed";
}

bool WatchCamera::keep(Desk& desk, const WatchPass& pass, const sim::WatchPassRow& row)
{
    Hit hit{row, sim::Form(at_gate_ ? "watch.present" : "watch.hit")
                     .set("request", row.camera + "/" + std::to_string(pass.number))
                     .set("child", row.believed)
                     .set("at_ns", pass.at.count)};
    if (waiting_.empty() && tell(desk, hit)) return true;
    waiting_.push_back(std::move(hit));
    return false;
}

bool WatchCamera::send(Desk& desk)
{
    for (; !waiting_.empty(); waiting_.pop_front())
        if (!tell(desk, waiting_.front())) return false;
    return true;
}

bool WatchCamera::tell(Desk& desk, Hit& hit)
{
    const bool too_old = desk.now() > fw::Nanos{hit.row.at} + ground_.rules().keeps;
    if (!too_old) {
        const auto reply = desk.call("watch_office", hit.request, ground_.rules().deadline);
        if (!reply) return false;
        hit.row.told = desk.now().count;
        hit.row.answer = reply->text("reason").value_or("taken");
        // Whom the office knows nothing of any more, the camera no longer does either.
        if (reply->kind() == "watch.refused") roster_.erase(hit.row.believed);
    }
    ground_.recorder.service(hit.row);
    return true;
}

}  // namespace model
