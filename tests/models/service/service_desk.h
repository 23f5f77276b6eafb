// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <functional>

#include "models/service/service_network_module.h"
#include "sim/kernel/kernel_time.h"
#include "sim/kernel/run.h"

// Desks and back ends in a real kernel: 10 ms each way on a desk's link, 5 ms inside the data
// centre, 100 ms of work on a request.
namespace test_support
{

using namespace fw::literals;
using sim::FaultKind;
using sim::Form;

struct Kept final : sim::Recorder {
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const sent = std::get_if<sim::MessageRow>(&row)) messages.push_back(*sent);
        if (const auto* const flow = std::get_if<sim::FlowRow>(&row)) flows.push_back(*flow);
    }
    void keep(const sim::NoteRow& row) override { notes.push_back(row); }
    std::vector<sim::MessageRow> messages;
    std::vector<sim::FlowRow> flows;
    std::vector<sim::NoteRow> notes;
};

struct Registry final : model::BackEnd {
    Form answer(const Form& request, const std::string& from, model::Line& line) override
    {
        const auto& next = request.text("ask");
        std::string heard;
        if (next) {
            const auto reply = line.call(*next, Form("check"), 1_s);
            heard = reply ? reply->kind() : "silence";
        }
        served.push_back(line.now());
        return Form("thanks").set("to", from).set("heard", heard);
    }
    std::vector<fw::Nanos> served;
};

struct Person final : model::DeskProgram {
    explicit Person(std::function<void(model::Desk&)> does_what) : does(std::move(does_what)) {}
    void serve(model::Desk& desk) override { does(desk); }
    std::function<void(model::Desk&)> does;
};

class ServiceNetwork : public testing::Test
{
protected:
    ServiceNetwork()
    {
        scenario.to = 100_s;
        scenario.city.devices.depot.backhaul = constant(5_ms);
        link.up = link.down = constant(10_ms);
        registry.service = constant(100_ms);
        registry.workers = 1;
    }
    static sim::Distribution constant(fw::Nanos value)
    {
        return {sim::Distribution::Kind::constant, value, {}, 0};
    }
    void fault(FaultKind kind, const std::string& where, fw::Nanos at, fw::Nanos lasts)
    {
        sim::Fault one;
        one.kind = kind;
        one.where = where;
        one.at = at;
        one.lasts = lasts;
        one.delay = 1_s;
        scenario.faults.push_back(one);
    }
    // Each person at a desk of their own: counter-1, counter-2, ...
    void run(std::vector<std::function<void(model::Desk&)>> people)
    {
        sim::set_kernel_resolution();
        model::ServiceNetworkModule network("network", scenario, kept);
        network.add_back_end("registry", first, registry);
        network.add_back_end("authority", second, registry);
        wire(network);
        std::vector<std::unique_ptr<Person>> programs;
        for (auto& does : people) {
            programs.push_back(std::make_unique<Person>(std::move(does)));
            network.add_desk("counter-" + std::to_string(programs.size()), *programs.back(), link);
        }
        sim::run_to_end(10_s, [](fw::Nanos) { return true; });
        network.note_faults();
        end = network.end();
    }
    sim::Scenario scenario;
    sim::LinkParameters link;
    sim::BackEndParameters registry;
    Kept kept;
    Registry first, second;
    std::function<void(model::ServiceNetworkModule&)> wire = [](auto&) {};  // the back ends
    fw::Nanos end{};
};

}  // namespace test_support
