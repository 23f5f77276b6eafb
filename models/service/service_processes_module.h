// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/service/service_network_module.h"

// The processes of the service network: one a desk, and the workers of the back ends.
namespace model
{

// One message on its way. A request has `answers` 0.
struct ServiceNetworkModule::Delivery {
    std::uint64_t message = 0;
    std::uint64_t answers = 0;
    std::uint32_t flow = 0;
    std::string sender, receiver;
    Path path;  // of the request
    std::vector<std::uint8_t> bytes;

    // When it is on its way.
    fw::Nanos leaves(fw::Nanos now) const;
};

// A caller that waits; one at a time for each process.
struct ServiceNetworkModule::Call {
    std::uint32_t flow = 0;
    std::optional<sim::Form> answer;
    sc_core::sc_event answered;
};

struct ServiceNetworkModule::Room {
    Room(std::string its_name, BackEnd& its_back_end, sim::Quantiles times)
        : name(std::move(its_name)), back_end(its_back_end), service(std::move(times))
    {
    }
    std::string name;
    BackEnd& back_end;
    sim::Quantiles service;
    std::deque<Delivery> queue;  // in order of arrival
    std::deque<Worker*> idle;    // the one that has waited longest first
    std::vector<std::unique_ptr<Worker>> workers;
};

// Two back ends with a link of their own.
struct ServiceNetworkModule::Joint {
    std::string one, other;
    sim::LinkTimes times;
    std::unique_ptr<sim::MobileLink> link;
    std::optional<sim::LinkQueue> queue;
    std::int32_t bulk = 0;  // through the gate
};

class ServiceNetworkModule::Worker final : public sc_core::sc_module, private Line
{
public:
    Worker(const sc_core::sc_module_name& name, ServiceNetworkModule& network, Room& room);

    sc_core::sc_event wake;

private:
    void work();
    void serve(const Delivery& request);
    fw::Nanos now() override;
    std::optional<sim::Form> call(const std::string& to, const sim::Form& request,
                                  fw::Nanos deadline) override;
    void spend(fw::Nanos time) override;

    ServiceNetworkModule& network_;
    Room& room_;
    Call call_;
};

class ServiceNetworkModule::Counter final : public sc_core::sc_module, private Desk
{
public:
    Counter(const sc_core::sc_module_name& module_name, ServiceNetworkModule& network,
            const std::string& name, std::size_t number, DeskProgram& program,
            const sim::LinkParameters& parameters);

private:
    void open();
    fw::Nanos now() override;
    std::optional<sim::Form> call(const std::string& to, const sim::Form& request,
                                  fw::Nanos deadline) override;
    const std::string& name() const override { return name_; }
    void spend(fw::Nanos time) override;
    void wait_until(fw::Nanos time) override;
    std::uint32_t begin_flow() override;
    void end_flow(const sim::FlowRow& row) override;

    ServiceNetworkModule& network_;
    std::string name_;
    DeskProgram& program_;
    sim::LinkTimes times_;
    sim::MobileLink link_;
    Call call_;
    sc_core::sc_event never_;
};

}  // namespace model
