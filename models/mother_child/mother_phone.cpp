// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/mother_phone.h"

namespace model
{

namespace
{

// All *assumed*.
constexpr fw::Nanos idle{5'000'000'000}, look{500'000'000};
constexpr fw::Nanos own_camera{6'000'000'000}, quick_camera{1'500'000'000};
constexpr fw::Nanos between{1'000'000'000};
constexpr int patience = 60, records_patience = 40;

}  // namespace

struct MotherPhone::Read {
    const MotherVisit& visit;
    std::string app, qr;
    sim::FlowRow flow;
};

void MotherPhone::serve(Desk& desk)
{
    MotherScreen& screen = ground_.screens[counter_];
    while (!screen.closed) {
        if (may_read(screen))
            read(desk, screen);
        else
            desk.spend(screen.visit ? look : idle);
    }
}

bool MotherPhone::may_read(const MotherScreen& screen) const
{
    if (!screen.visit || screen.qr.empty() || screen.qr == read_) return false;
    if (hers_) return screen.visit->times(10) > 0 && begun_ != screen.visit->number;
    return screen.visit->hitch == MotherHitch::other_phone && begun_ != screen.visit->number;
}

void MotherPhone::read(Desk& desk, MotherScreen& screen)
{
    const MotherVisit& visit = *screen.visit;
    const std::string qr = read_ = screen.qr;
    const bool started = read_once(desk, screen, visit, qr);
    if (started || !hers_) begun_ = visit.number;
    // Read a second time, which must not count.
    if (started && visit.times(10) == 2) read_once(desk, screen, visit, qr);
}

bool MotherPhone::read_once(Desk& desk, MotherScreen& screen, const MotherVisit& visit,
                            const std::string& qr)
{
    Read one{visit, ground_.app_of(visit, hers_), qr, {}};
    ++reads_;
    one.flow.flow = desk.begin_flow();
    one.flow.u[0] = desk.now().count;
    desk.spend(hers_ ? own_camera : quick_camera);
    one.flow.u[1] = desk.now().count;
    const std::string why = start(desk, screen, one);
    if (why.empty()) see_records(desk, one);
    one.flow.service = "S43";
    one.flow.place = desk.name();
    one.flow.resident = visit.resident;
    one.flow.outcome = why.empty() ? "done" : why == "no_answer" ? "failed" : "refused";
    one.flow.reason = why;
    ground_.recorder.service(sim::MotherScanRow{one.flow.u[1], visit.number, one.app, hers_ ? 1 : 0,
                                                why.empty() ? "started" : one.flow.outcome, why});
    desk.end_flow(one.flow);
    return why.empty();
}

std::optional<sim::Form> MotherPhone::ask(Desk& desk, const char* kind, const Read& one)
{
    sim::Form request(kind);
    request.set("request", desk.name() + "/" + kind + std::to_string(reads_)).set("app", one.app);
    if (request.kind() == "start.scan") request.set("qr", one.qr);
    return ask_again(desk, "motherhood", request, ground_.asking());
}

// Step 10.
std::string MotherPhone::start(Desk& desk, MotherScreen& screen, Read& one)
{
    auto reply = ask(desk, "start.scan", one);
    if (!reply) return "no_answer";
    if (reply->kind() != "start.pending") return reply->text("reason").value_or("malformed");
    if (hers_ && screen.visit == &one.visit)
        screen.code_on_phone = reply->text("code").value_or("");
    one.flow.u[2] = desk.now().count;
    for (int looks = 0; looks < patience; ++looks) {
        desk.spend(between);
        reply = ask(desk, "start.state", one);
        if (!reply) continue;
        if (reply->kind() != "start.state") return reply->text("reason").value_or("malformed");
        if (!reply->flag("started")) continue;
        one.flow.u[3] = desk.now().count;
        ground_.recorder.service(
            sim::MotherStepRow{desk.now().count, one.visit.number, 10, desk.name()});
        return "";
    }
    return "no_answer";
}

// What the city holds of her has meanwhile been asked for.
void MotherPhone::see_records(Desk& desk, Read& one)
{
    for (int looks = 0; looks < records_patience; ++looks) {
        const auto reply = ask(desk, "records.read", one);
        if (reply && reply->flag("complete")) {
            one.flow.u[4] = desk.now().count;
            return;
        }
        desk.spend(between);
    }
}

}  // namespace model
