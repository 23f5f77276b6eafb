// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/ambulance_crew.h"

#include <algorithm>
#include <charconv>

#include "models/service/ask_again.h"

namespace model
{

namespace
{

constexpr fw::Nanos pause{5'000'000'000};  // between attempts in a dead zone; assumed
constexpr int attempts = 20;

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

}  // namespace

struct AmbulanceCrew::Ride {
    const EmergencyCall& call;
    std::string person;
    sim::EmergencyCallRow row;
    sim::FlowRow flow;
    std::vector<std::string> values;

    fw::Nanos arrives() const { return call.called + call.to_hospital; }
};

// One call after the other; a call that comes while they drive waits for them.
void AmbulanceCrew::serve(Desk& desk)
{
    std::vector<const EmergencyCall*> mine;
    for (const EmergencyCall& call : ground_.calls)
        if (call.ambulance == number_) mine.push_back(&call);
    std::stable_sort(mine.begin(), mine.end(),
                     [](const auto* a, const auto* b) { return a->called < b->called; });
    for (const EmergencyCall* call : mine) {
        if (desk.now() < call->called) desk.wait_until(call->called);
        drive(desk, *call);
    }
}

void AmbulanceCrew::drive(Desk& desk, const EmergencyCall& call)
{
    Ride ride{call, patient_name(ground_.scenario.seed, call.resident), {}, {}, {}};
    const fw::Nanos begun = desk.now();
    const fw::Nanos late = begun - call.called;  // another call came first
    ride.flow.flow = desk.begin_flow();
    ride.row.call = call.number;
    ride.row.ambulance = desk.name();
    ride.row.resident = call.resident;
    ride.row.person = ride.person;
    ride.row.role = call.hitch == EmergencyHitch::wrong_role ? "police" : "ambulance";
    ride.row.hitch = word_of(call.hitch);
    ride.row.called = ride.flow.u[0] = begun.count;
    desk.wait_until(begun + call.to_patient);
    ride.row.reached = desk.now().count;
    const std::string why = open_set(desk, ride);
    if (why.empty()) send_ahead(desk, ride);
    const fw::Nanos there = ride.arrives() + late;
    if (desk.now() < there) desk.wait_until(there);
    close(desk, ride, why);
}

void AmbulanceCrew::close(Desk& desk, Ride& ride, const std::string& why)
{
    ride.row.arrived = desk.now().count;
    ride.row.outcome = why.empty() ? "told" : why == "no_answer" ? "failed" : "refused";
    ride.row.reason = why;
    ride.flow.service = "S47";
    ride.flow.place = desk.name();
    ride.flow.resident = ride.call.resident;
    ride.flow.outcome = why.empty() ? "done" : ride.row.outcome;
    ride.flow.reason = why;
    ground_.recorder.service(ride.row);
    desk.end_flow(ride.flow);
}

bool AmbulanceCrew::read_card(Desk& desk, const Ride& ride)
{
    const auto key = static_cast<std::uint64_t>(ride.call.number);
    CardHolderAtReader holder(
        desk,
        ApduReader(ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {ground_.handling.at(ground_.stream.bits(key)), {}}, {ride.flow.flow, ride.call.resident});
    MyNumberCard chip(ground_.card);
    return holder.show(chip, LinkMishap::none).failure.empty();
}

std::string AmbulanceCrew::open_set(Desk& desk, Ride& ride)
{
    const EmergencyHitch hitch = ride.call.hitch;
    if (hitch == EmergencyHitch::no_card || !read_card(desk, ride)) return "no_card";
    ride.row.touched = ride.flow.u[1] = desk.now().count;
    std::vector<std::string> items;
    for (const sim::EmergencyItem& one : ground_.rules().set.items) items.push_back(one.id);
    if (hitch == EmergencyHitch::beyond_set) items.emplace_back("address");
    const std::string crew = hitch == EmergencyHitch::off_duty ? "ambulance-0" : desk.name();
    const sim::Form request = sim::Form("emergency.open")
                                  .set("request", "open-" + std::to_string(ride.call.number))
                                  .set("call", ride.call.number)
                                  .set("person", ride.person)
                                  .set("crew", crew)
                                  .set("role", ride.row.role)
                                  .set("items", items);
    const auto reply = until_there(desk, "emergency_data", ride, request);
    if (!reply) return "no_answer";
    ride.row.told = ride.flow.u[2] = desk.now().count;
    if (reply->kind() != "emergency.set") return reply->text("reason").value_or("malformed");
    ride.values = reply->texts("values");
    ride.flow.u[3] = desk.now().count;
    std::vector<std::string> told;
    for (const std::string& value : ride.values) told.push_back(value.substr(0, value.find('=')));
    ride.row.items = joined(told);
    return "";
}

void AmbulanceCrew::send_ahead(Desk& desk, Ride& ride)
{
    const sim::Form request = sim::Form("emergency.send")
                                  .set("request", "send-" + std::to_string(ride.call.number))
                                  .set("call", ride.call.number)
                                  .set("values", ride.values);
    const std::string room = "emergency_room-" + std::to_string(ride.call.hospital);
    const auto reply = until_there(desk, room.c_str(), ride, request);
    if (!reply || reply->kind() != "emergency.received") return;
    ride.row.presented = ride.flow.u[4] = desk.now().count;
}

std::optional<sim::Form> AmbulanceCrew::until_there(Desk& desk, const char* to, const Ride& ride,
                                                    const sim::Form& request)
{
    const fw::Nanos until = fw::Nanos{ride.row.called} + ride.call.to_hospital;
    std::optional<sim::Form> reply;
    do {
        reply = desk.call(to, request, ground_.rules().deadline);
        if (reply && ride.call.sent_again) desk.call(to, request, ground_.rules().deadline);
        if (!reply) desk.spend(pause);
    } while (!reply && desk.now() < until);
    return reply;
}

// Asked so long after each call that the hospital has long been reached.
void NotifiedPerson::serve(Desk& desk)
{
    std::vector<const EmergencyCall*> all;
    for (const EmergencyCall& call : ground_.calls) all.push_back(&call);
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) {
        return a->called + a->to_hospital < b->called + b->to_hospital;
    });
    for (const EmergencyCall* call : all) {
        const fw::Nanos at = call->called + call->to_hospital + ground_.rules().report_after;
        if (desk.now() < at) desk.wait_until(at);
        const std::string person = patient_name(ground_.scenario.seed, call->resident);
        const auto reply = ask_again(desk, "emergency_data",
                                     sim::Form("emergency.heard")
                                         .set("request", "heard-" + std::to_string(call->number))
                                         .set("person", person),
                                     {ground_.rules().deadline, attempts, pause});
        for (const std::string& text : reply ? reply->texts("calls") : std::vector<std::string>{}) {
            sim::EmergencyReportRow row{desk.now().count, call->resident, 0};
            std::from_chars(text.data(), text.data() + text.size(), row.call);
            ground_.recorder.service(row);
        }
    }
}

}  // namespace model
