// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/shelter_tablet.h"

#include <charconv>

#include "models/people/person_names.h"
#include "models/service/ask_again.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_handling, draw_writing, draw_keying };

// All *assumed*.
constexpr fw::Nanos pause{10'000'000'000}, key_time{10'000'000'000};
constexpr fw::Nanos after_closing{3'600'000'000'000};
constexpr int attempts = 3;

}  // namespace

void ShelterTablet::serve(Desk& desk)
{
    for (std::size_t i = 0; i < ground_.plan.visits.size(); ++i) {
        const ShelterVisit& next = ground_.plan.visits[i];
        if (next.tablet != tablet_) continue;
        while (desk.now() < next.at && !(waiting_.empty() && paper_.empty())) {
            if (!dark(desk.now())) key_paper_in(desk);
            if (!send(desk)) desk.spend(pause);
        }
        if (desk.now() < next.at) desk.wait_until(next.at);
        receive(desk, i);
    }
    while (desk.now() < ground_.scenario.to + after_closing) {
        if (const auto light = dark(desk.now())) desk.wait_until(*light);
        key_paper_in(desk);
        if (send(desk)) return;
        desk.spend(pause);
    }
}

std::optional<fw::Nanos> ShelterTablet::dark(fw::Nanos now) const
{
    for (const sim::PowerCut& cut : ground_.rules().power_cuts)
        if (cut.tablet == tablet_ && cut.at <= now && now < cut.at + cut.lasts)
            return cut.at + cut.lasts;
    return std::nullopt;
}

void ShelterTablet::receive(Desk& desk, std::size_t which)
{
    const ShelterVisit& visit = ground_.plan.visits[which];
    const bool by_card = ground_.residents[visit.resident].my_number_card && !dark(desk.now());
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    sim::ShelterEventRow& row = ground_.events[which];
    row.event = "in-" + std::to_string(which + 1);
    row.tablet = desk.name();
    row.shelter = shelter_of(ground_.rules(), tablet_);
    row.resident = visit.resident;
    row.way = by_card && read_card(desk, which, flow.flow) ? "card" : "paper";
    if (row.way == "paper")
        desk.spend(ground_.writing.at(ground_.stream.bits(which, draw_writing)));
    row.at = flow.u[1] = desk.now().count;
    (row.way == "card" ? waiting_ : paper_).push_back(which);
    if (!dark(desk.now())) key_paper_in(desk);
    send(desk);
    if (row.acknowledged >= 0) flow.u[2] = flow.u[3] = flow.u[4] = row.acknowledged;
    flow.service = "S50";
    flow.place = desk.name();
    flow.resident = visit.resident;
    flow.outcome = row.acknowledged >= 0 ? "done" : "failed";
    flow.reason = row.acknowledged >= 0 ? "" : dark(desk.now()) ? "no_power" : "no_network";
    desk.end_flow(flow);
}

bool ShelterTablet::read_card(Desk& desk, std::size_t which, std::uint32_t flow)
{
    const Hands hands =
        hands_of(ground_.scenario, ground_.residents[ground_.plan.visits[which].resident]);
    const fw::Nanos handling =
        hands.take(ground_.handling.at(ground_.stream.bits(which, draw_handling)));
    CardHolderAtReader holder(
        desk,
        ApduReader(ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {handling, {}}, {flow, ground_.plan.visits[which].resident});
    MyNumberCard chip(ground_.card);
    return holder.show(chip, LinkMishap::none).failure.empty();
}

void ShelterTablet::key_paper_in(Desk& desk)
{
    for (; !paper_.empty() && !dark(desk.now()); paper_.pop_front()) {
        desk.spend(ground_.writing.at(ground_.stream.bits(paper_.front(), draw_keying)));
        waiting_.push_back(paper_.front());
    }
}

sim::Form ShelterTablet::request_for(std::size_t which) const
{
    const sim::ShelterEventRow& row = ground_.events[which];
    const auto who = static_cast<std::uint32_t>(row.resident);
    const std::uint64_t seed = ground_.scenario.seed;
    sim::Form request("shelter.arrive");
    request.set("request", row.event).set("shelter", row.shelter).set("at", row.at);
    if (row.way == "card") return request.set("person", evacuee_name(seed, who));
    return request.set("family", family_name_of(seed, who))
        .set("given", given_name_of(seed, who))
        .set("birth", sim::to_string(ground_.residents[who].birth));
}

bool ShelterTablet::send(Desk& desk)
{
    while (!waiting_.empty() && !dark(desk.now())) {
        if (!desk.call("evacuees", request_for(waiting_.front()), ground_.rules().deadline))
            return false;
        ground_.events[waiting_.front()].acknowledged = desk.now().count;
        waiting_.pop_front();
    }
    return waiting_.empty() && paper_.empty();
}

void CrisisRoom::serve(Desk& desk)
{
    desk.wait_until(ground_.rules().begins);
    for (std::int64_t number = 1; desk.now() < ground_.scenario.to; ++number) {
        const auto listed = desk.call(
            "evacuees", sim::Form("shelter.list").set("request", "list-" + std::to_string(number)),
            ground_.rules().deadline);
        for (const std::string& count :
             listed ? listed->texts("counts") : std::vector<std::string>{}) {
            const std::size_t slash = count.find('/');
            sim::ShelterListRow row{listed->number("made").value_or(0), desk.now().count, 0, 0};
            std::from_chars(count.data(), count.data() + slash, row.shelter);
            std::from_chars(count.data() + slash + 1, count.data() + count.size(), row.people);
            ground_.recorder.service(row);
        }
        desk.spend(ground_.rules().list_period);
    }
}

void RelativePhone::serve(Desk& desk)
{
    const auto phones = static_cast<std::size_t>(ground_.rules().phones);
    for (std::size_t i = phone_; i < ground_.plan.asks.size(); i += phones) {
        if (desk.now() < ground_.plan.asks[i].at) desk.wait_until(ground_.plan.asks[i].at);
        ask(desk, ground_.plan.asks[i], i);
    }
}

void RelativePhone::ask(Desk& desk, const FamilyAsk& one, std::size_t number)
{
    const std::uint64_t seed = ground_.scenario.seed;
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    desk.spend(key_time);
    flow.u[1] = desk.now().count;
    const auto reply = ask_again(desk, "evacuees",
                                 sim::Form("family.ask")
                                     .set("request", "ask-" + std::to_string(number + 1))
                                     .set("asker", evacuee_name(seed, one.asker))
                                     .set("sought", evacuee_name(seed, one.sought)),
                                 {ground_.rules().deadline, attempts, {}});
    if (reply) flow.u[2] = desk.now().count;
    close(desk, flow, one, reply);
}

void RelativePhone::close(Desk& desk, sim::FlowRow& flow, const FamilyAsk& one,
                          const std::optional<sim::Form>& reply)
{
    const std::string kind = reply ? reply->kind() : "";
    const bool told = kind == "family.told", answered = told || kind == "family.unknown";
    if (answered) flow.u[3] = flow.u[2];
    flow.service = "S50";
    flow.place = desk.name();
    flow.resident = one.asker;
    flow.outcome = answered ? "done" : reply ? "refused" : "failed";
    if (!answered) flow.reason = reply ? reply->text("reason").value_or("") : "no_answer";
    desk.end_flow(flow);
    const std::string outcome = told ? "told" : answered ? "unknown" : flow.outcome;
    ground_.recorder.service(sim::FamilyAskRow{desk.now().count, one.asker, one.sought, outcome,
                                               told ? reply->number("shelter").value_or(0) : 0});
}

}  // namespace model
