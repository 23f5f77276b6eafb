// SPDX-License-Identifier: Apache-2.0
#include "models/service/service_processes_module.h"

#include <algorithm>

#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

// "counter-1" and all "counters": the faults that concern a desk.
std::vector<std::uint32_t> faults_of_desk(const sim::Scenario& scenario, const std::string& name)
{
    const std::string kind = name.substr(0, name.find('-')) + "s";
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < scenario.faults.size(); ++i) {
        const std::string& where = scenario.faults[i].where;
        if (where == "all" || where == name || where == kind) positions.push_back(i);
    }
    return positions;
}

}  // namespace

ServiceNetworkModule::Worker::Worker(const sc_core::sc_module_name& name,
                                     ServiceNetworkModule& network, Room& room)
    : sc_module(name), network_(network), room_(room)
{
    SC_HAS_PROCESS(Worker);
    SC_THREAD(work);
}

ServiceNetworkModule::Joint& ServiceNetworkModule::add_joint(const std::string& one,
                                                             const std::string& other,
                                                             const std::string& name,
                                                             const sim::LinkParameters& parameters)
{
    auto joint =
        std::make_unique<Joint>(Joint{one, other, sim::LinkTimes(parameters), nullptr, {}});
    joint->link = std::make_unique<sim::MobileLink>(
        joint->times, sim::RngStream(scenario_.seed, "joint-link"), joints_.size(),
        sim::LinkFaults(scenario_, faults_of_desk(scenario_, name + "-1"), tally_), scenario_.from,
        scenario_.to);
    return *joints_.emplace_back(std::move(joint));
}

void ServiceNetworkModule::join(const std::string& one, const std::string& other,
                                const std::string& name, const sim::LinkParameters& parameters,
                                std::int32_t rate_kbps)
{
    Joint& joint = add_joint(one, other, name, parameters);
    if (rate_kbps > 0) joint.queue.emplace(rate_kbps);
}

void ServiceNetworkModule::join_through_gate(const std::string& one, const std::string& other,
                                             const std::string& name,
                                             const sim::LinkParameters& parameters,
                                             std::int32_t stands_for)
{
    add_joint(one, other, name, parameters).bulk = stands_for;
}

ServiceNetworkModule::Path ServiceNetworkModule::path_between(const std::string& from,
                                                              const std::string& to) const
{
    for (const auto& joint : joints_) {
        const bool turned = joint->one == to && joint->other == from;
        if (turned || (joint->one == from && joint->other == to))
            return {joint->link.get(), joint->queue ? &*joint->queue : nullptr, turned,
                    joint->bulk > 0 ? gate_ : nullptr, joint->bulk};
    }
    return {};
}

// The access line's time is taken when a message is handed over, wherever the gate lies on its way.
fw::Nanos ServiceNetworkModule::Delivery::leaves(fw::Nanos now) const
{
    using Way = sim::LinkQueue::Way;
    const Way way = path.turned != (answers != 0) ? Way::back : Way::there;
    if (path.gate && path.bulk > 0)
        return path.gate->pass(now, bytes.size() * static_cast<std::size_t>(path.bulk), way,
                               sim::Traffic::bulk);
    if (path.gate) return path.gate->pass(now, bytes.size(), way);
    if (!path.queue) return now;
    return path.queue->sent(now, static_cast<std::int64_t>(bytes.size()), way);
}

void ServiceNetworkModule::Worker::work()
{
    for (;;) {
        while (room_.queue.empty()) {
            room_.idle.push_back(this);
            wait(wake);
        }
        const Delivery request = std::move(room_.queue.front());
        room_.queue.pop_front();
        serve(request);
    }
}

void ServiceNetworkModule::Worker::serve(const Delivery& request)
{
    const fw::Nanos arrived = now();
    const fw::Nanos service = room_.service.at(network_.stream_.bits(request.message, 2));
    wait(sim::kernel_time(network_.faults_.slowed(service, arrived)));
    if (network_.faults_.forgotten(arrived, now())) return;
    const auto form = sim::Form::parse(fw::Bytes(request.bytes));
    if (!form) return;
    call_.flow = request.flow;
    network_.send_answer(request, room_.name, room_.back_end.answer(*form, request.sender, *this));
}

fw::Nanos ServiceNetworkModule::Worker::now()
{
    return sim::kernel_now();
}

std::optional<sim::Form> ServiceNetworkModule::Worker::call(const std::string& to,
                                                            const sim::Form& request,
                                                            fw::Nanos deadline)
{
    return network_.call(call_, network_.path_between(room_.name, to), room_.name, to, request,
                         deadline);
}

void ServiceNetworkModule::Worker::spend(fw::Nanos time)
{
    wait(sim::kernel_time(time));
}

ServiceNetworkModule::Counter::Counter(const sc_core::sc_module_name& module_name,
                                       ServiceNetworkModule& network, const std::string& name,
                                       std::size_t number, DeskProgram& program,
                                       const sim::LinkParameters& parameters)
    : sc_module(module_name),
      network_(network),
      name_(name),
      program_(program),
      times_(parameters),
      link_(times_, sim::RngStream(network.scenario_.seed, "desk-link"), number,
            sim::LinkFaults(network.scenario_, faults_of_desk(network.scenario_, name),
                            network.tally_),
            network.scenario_.from, network.scenario_.to)
{
    SC_HAS_PROCESS(Counter);
    SC_THREAD(open);
}

void ServiceNetworkModule::Counter::open()
{
    program_.serve(*this);
    wait(never_);  // a process that ends is costly (performance.md, 2)
}

fw::Nanos ServiceNetworkModule::Counter::now()
{
    return sim::kernel_now();
}

std::optional<sim::Form> ServiceNetworkModule::Counter::call(const std::string& to,
                                                             const sim::Form& request,
                                                             fw::Nanos deadline)
{
    return network_.call(call_, {.link = &link_, .gate = network_.gate_}, name_, to, request,
                         deadline);
}

void ServiceNetworkModule::Counter::spend(fw::Nanos time)
{
    wait(sim::kernel_time(time));
}

void ServiceNetworkModule::Counter::wait_until(fw::Nanos time)
{
    wait(sim::until(time));
}

std::uint32_t ServiceNetworkModule::Counter::begin_flow()
{
    return call_.flow = ++network_.flows_;
}

void ServiceNetworkModule::Counter::end_flow(const sim::FlowRow& row)
{
    network_.recorder_.service(row);
    network_.end_ = std::max(network_.end_, now());
    call_.flow = 0;
}

}  // namespace model
