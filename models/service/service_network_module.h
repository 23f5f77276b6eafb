// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <systemc>

#include "models/cloud/data_centre_gate.h"
#include "models/cloud/network_faults.h"
#include "models/service/desk.h"
#include "sim/link/link_queue.h"
#include "sim/link/mobile_link.h"
#include "sim/record/recorder.h"

// The timed network between desks and back ends: a request takes the desk's own link, waits for a
// free worker of the back end, is served, and its answer takes the link back. Back ends reach each
// other over the data centre's network. What is on its way stands in one calendar ordered by (time,
// message number); every message is recorded as the bytes that were sent.
namespace model
{

class ServiceNetworkModule final : public sc_core::sc_module
{
public:
    ServiceNetworkModule(const sc_core::sc_module_name& name, const sim::Scenario& scenario,
                         sim::Recorder& recorder, DataCentreGate* gate = nullptr);
    ~ServiceNetworkModule() override;

    // All before the start. The programs and back ends outlive the run.
    void add_back_end(const std::string& name, BackEnd& back_end,
                      const sim::BackEndParameters& parameters);
    void add_desk(const std::string& name, DeskProgram& program,
                  const sim::LinkParameters& parameters);
    // The two back ends reach each other over a link of their own, faults "NAME-1", instead of the
    // data centre's network. With a rate, messages wait for each other.
    void join(const std::string& one, const std::string& other, const std::string& name,
              const sim::LinkParameters& parameters, std::int32_t rate_kbps = 0);
    // The same, but `other` lies behind the gate: each byte is so many of bulk on the access line.
    void join_through_gate(const std::string& one, const std::string& other,
                           const std::string& name, const sim::LinkParameters& parameters,
                           std::int32_t stands_for);
    // When the last flow and the last message were over.
    fw::Nanos end() const { return end_; }
    // Begin and end of each fault of a desk's link, with how often it took effect.
    void note_faults();

private:
    class Worker;
    class Counter;  // a desk and the process that serves at it
    struct Call;
    // What a request takes, and its answer back; no link is the data centre's network.
    struct Path {
        const sim::MobileLink* link = nullptr;
        sim::LinkQueue* queue = nullptr;  // of a link with a rate
        bool turned = false;              // from the link's other end
        DataCentreGate* gate = nullptr;   // passed on the way
        std::int32_t bulk = 0;  // bytes on the access line for each byte, 0 = it is prompt
    };
    struct Delivery;
    struct Joint;  // two back ends with a link of their own
    struct Room;   // a back end and its workers
    using Calendar = std::map<std::pair<std::int64_t, std::uint64_t>, Delivery>;

    void deliver();
    void schedule(fw::Nanos at, Delivery delivery);
    void hand_over(Delivery& delivery);
    void answer_arrives(const Delivery& delivery);
    std::uint64_t record(const Delivery& delivery, fw::Nanos sent,
                         std::optional<fw::Nanos> arrives);
    // From within the caller's process.
    std::optional<sim::Form> call(Call& call, const Path& path, const std::string& from,
                                  const std::string& to, const sim::Form& request,
                                  fw::Nanos deadline);
    void send_answer(const Delivery& request, const std::string& from, const sim::Form& answer);
    fw::Nanos backhaul(std::uint64_t message) const;

    const sim::Scenario& scenario_;
    sim::Recorder& recorder_;
    DataCentreGate* gate_;
    sim::RngStream stream_;
    sim::Quantiles backhaul_;
    sim::FaultTally tally_;
    NetworkFaults faults_;
    Joint& add_joint(const std::string& one, const std::string& other, const std::string& name,
                     const sim::LinkParameters& parameters);
    Path path_between(const std::string& from, const std::string& to) const;

    std::map<std::string, std::unique_ptr<Room>> rooms_;
    std::vector<std::unique_ptr<Joint>> joints_;
    std::vector<std::unique_ptr<Counter>> desks_;
    std::map<std::uint64_t, Call*> waiting_;  // by number of the request
    Calendar calendar_;
    sc_core::sc_event due_;
    std::uint64_t messages_ = 0;
    std::uint32_t flows_ = 0;
    fw::Nanos end_{};
};

}  // namespace model
