// SPDX-License-Identifier: Apache-2.0
#include "models/service/service_network_module.h"

#include "models/service/service_processes_module.h"

#include <algorithm>

#include "sim/kernel/kernel_time.h"

namespace model
{

ServiceNetworkModule::ServiceNetworkModule(const sc_core::sc_module_name& name,
                                           const sim::Scenario& scenario, sim::Recorder& recorder,
                                           DataCentreGate* gate)
    : sc_module(name),
      scenario_(scenario),
      recorder_(recorder),
      gate_(gate),
      stream_(scenario.seed, "services"),
      backhaul_(sim::quantiles_of(scenario.city.devices.depot.backhaul)),
      tally_(scenario.faults.size()),
      faults_(scenario, tally_)
{
    SC_HAS_PROCESS(ServiceNetworkModule);
    SC_METHOD(deliver);
    sensitive << due_;
    dont_initialize();
}

ServiceNetworkModule::~ServiceNetworkModule() = default;

void ServiceNetworkModule::add_back_end(const std::string& name, BackEnd& back_end,
                                        const sim::BackEndParameters& parameters)
{
    auto room = std::make_unique<Room>(name, back_end, sim::quantiles_of(parameters.service));
    for (int i = 0; i < parameters.workers; ++i) {
        const std::string worker = name + "_worker_" + std::to_string(i + 1);
        room->workers.push_back(std::make_unique<Worker>(worker.c_str(), *this, *room));
    }
    rooms_[name] = std::move(room);
}

void ServiceNetworkModule::add_desk(const std::string& name, DeskProgram& program,
                                    const sim::LinkParameters& parameters)
{
    const std::string module_name = "desk_" + std::to_string(desks_.size() + 1);
    desks_.push_back(std::make_unique<Counter>(module_name.c_str(), *this, name, desks_.size(),
                                               program, parameters));
}

void ServiceNetworkModule::schedule(fw::Nanos at, Delivery delivery)
{
    const bool first = calendar_.empty() || at.count < calendar_.begin()->first.first;
    // A request that comes twice has one number and two places in the calendar.
    auto key = std::pair(at.count, delivery.message);
    while (calendar_.contains(key)) ++key.first;
    calendar_.emplace(key, std::move(delivery));
    if (first) due_.notify(sim::until(at));
}

void ServiceNetworkModule::deliver()
{
    while (!calendar_.empty() && calendar_.begin()->first.first <= sim::kernel_now().count) {
        Delivery delivery = std::move(calendar_.begin()->second);
        calendar_.erase(calendar_.begin());
        end_ = std::max(end_, sim::kernel_now());
        delivery.answers == 0 ? hand_over(delivery) : answer_arrives(delivery);
    }
    if (!calendar_.empty()) due_.notify(sim::until({calendar_.begin()->first.first}));
}

void ServiceNetworkModule::hand_over(Delivery& delivery)
{
    Room& room = *rooms_.at(delivery.receiver);
    if (faults_.cloud_away(sim::kernel_now())) return;
    room.queue.push_back(std::move(delivery));
    if (room.idle.empty()) return;
    Worker* const worker = room.idle.front();
    room.idle.pop_front();
    worker->wake.notify();
}

void ServiceNetworkModule::answer_arrives(const Delivery& delivery)
{
    const auto found = waiting_.find(delivery.answers);
    if (found == waiting_.end()) return;  // given up, or answered already
    auto form = sim::Form::parse(fw::Bytes(delivery.bytes));
    if (!form) return;
    found->second->answer = std::move(form);
    found->second->answered.notify();
    waiting_.erase(found);
}

std::uint64_t ServiceNetworkModule::record(const Delivery& delivery, fw::Nanos sent,
                                           std::optional<fw::Nanos> arrives)
{
    recorder_.service(sim::MessageRow{delivery.message, delivery.answers, delivery.flow,
                                      delivery.sender, delivery.receiver, sent.count,
                                      arrives.value_or(fw::Nanos{-1}).count, delivery.bytes});
    return delivery.message;
}

fw::Nanos ServiceNetworkModule::backhaul(std::uint64_t message) const
{
    return backhaul_.at(stream_.bits(message, 1));
}

std::optional<sim::Form> ServiceNetworkModule::call(Call& call, const Path& path,
                                                    const std::string& from, const std::string& to,
                                                    const sim::Form& request, fw::Nanos deadline)
{
    const fw::Nanos now = sim::kernel_now();
    Delivery delivery{++messages_, 0, call.flow, from, to, path, request.bytes()};
    sim::Carried carried;
    if (path.link)
        carried =
            path.link->carry_batch(delivery.leaves(now), {delivery.message, delivery.message});
    else
        carried.arrives = now + backhaul(delivery.message);
    record(delivery, now, carried.arrives);
    for (const fw::Nanos at : carried.again) {
        record(delivery, now, at);
        schedule(at, delivery);
    }
    waiting_[delivery.message] = &call;
    call.answer.reset();
    const std::uint64_t number = delivery.message;
    if (carried.arrives) schedule(*carried.arrives, std::move(delivery));
    sc_core::wait(sim::kernel_time(deadline), call.answered);
    waiting_.erase(number);
    end_ = std::max(end_, sim::kernel_now());
    return std::move(call.answer);
}

void ServiceNetworkModule::send_answer(const Delivery& request, const std::string& from,
                                       const sim::Form& answer)
{
    const fw::Nanos now = sim::kernel_now();
    if (faults_.cloud_away(now)) return;
    Delivery back{++messages_,    request.message, request.flow,  from,
                  request.sender, request.path,    answer.bytes()};
    std::optional<fw::Nanos> arrives = now + backhaul(back.message);
    if (back.path.link)
        arrives = back.path.link->carry_down(back.leaves(now), {back.message, back.message});
    record(back, now, arrives);
    if (arrives) schedule(*arrives, std::move(back));
}

void ServiceNetworkModule::note_faults()
{
    for (const sim::NoteRow& note : network_fault_notes(scenario_, tally_, end_))
        recorder_.note(note);
}

}  // namespace model
