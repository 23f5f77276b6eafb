// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_sender.h"

namespace model
{

namespace
{

// Both *assumed*.
constexpr fw::Nanos sender_tick{200'000'000}, still_sent{1'800'000'000'000};

}  // namespace

void WatchSender::serve(Desk& desk)
{
    desk.wait_until(ground_.rules().walk_from);
    const fw::Nanos last = ground_.rules().bell + ground_.rules().alarm_after + still_sent;
    while (desk.now() < last) {
        if (const auto news = office_.next(number_, desk.now()))
            push(desk, *news);
        else
            desk.spend(sender_tick);
    }
}

void WatchSender::push(Desk& desk, const WatchNews& news)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = flow.u[1] = desk.now().count;
    const GuardianPhone& phone = *ground_.phones.at(news.receiver);
    sim::Form event("watch.event");
    event.set("request", news.news).set("child", news.child).set("receiver", news.receiver);
    event.set("purpose", "events").set("what", news.what).set("at_ns", news.at);
    event.set("until_ns", (desk.now() + ground_.rules().event_life).count);
    if (!news.camera.empty()) event.set("camera", news.camera);
    const auto reply = desk.call(phone.name(), event, ground_.rules().deadline);
    if (!reply) office_.put_back(number_, news, desk.now());
    const bool shown = reply && reply->kind() == "watch.shown";
    if (reply) flow.u[2] = desk.now().count;
    if (shown) flow.u[3] = flow.u[4] = flow.u[2];
    flow.service = "S38";
    flow.place = desk.name();
    flow.outcome = shown ? "done" : reply ? "refused" : "failed";
    flow.reason = shown ? "" : reply ? "dropped" : "no_answer";
    desk.end_flow(flow);
}

sim::Form GuardianPhone::answer(const sim::Form& request, const std::string&, Line& line)
{
    const auto text = [&](const char* name) { return request.text(name).value_or(""); };
    const std::string news = text("request");
    const bool again = shown_.contains(news);
    if (!again) {
        const bool late = line.now().count > request.number("until_ns").value_or(0);
        const std::string effect = withdrawn_ ? "withdrawn" : late ? "late" : "shown";
        recorder_.service(sim::WatchShownRow{line.now().count, name_, owner_, news, text("child"),
                                             text("receiver"), text("what"), text("camera"),
                                             request.number("at_ns").value_or(0), effect});
        if (effect != "shown") return sim::Form("watch.dropped");
        shown_.insert(news);
    }
    return sim::Form("watch.shown");
}

}  // namespace model
