// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <queue>
#include <systemc>

#include "firmware/port/uplink.h"
#include "models/cloud/server_pool.h"
#include "models/cloud/tap_intake.h"
#include "models/depot/gateway.h"
#include "sim/link/mobile_link.h"
#include "sim/link/uplink_batch.h"
#include "sim/record/recorder.h"

// The timed host of the shared cloud and the links to it: mobile link of each bus, one depot
// gateway an operator, a finite pool of servers. Everything that is on its way stands in one
// calendar ordered by (time, kind, device, record), so the order of simultaneous arrivals never
// depends on addresses.
namespace model
{

// One bus as the cloud sees it: how to reach it and where its acknowledgements go.
class BusEnd
{
public:
    virtual void acknowledge(std::uint32_t device, fw::Nanos at,
                             const fw::Acknowledgement& ack) = 0;

protected:
    ~BusEnd() = default;
};

// A question on its way. Owned by the asking unit; one at a time.
struct Query {
    fw::AttributeQuery question;
    std::uint32_t bus = 0;
    std::uint32_t device = 0;
    fw::Entitlement holds;
    fw::Nanos answered_at{-1};
    sc_core::sc_event answered;
};

class CloudModule final : public sc_core::sc_module, private IntakeSink
{
public:
    struct Parts {
        const sim::Scenario& scenario;
        const fw::FareTable& fares;
        const IdLinkage& linkage;
        sim::Recorder& recorder;
        std::size_t expected_postings = 0;
        std::vector<fw::Nanos> list_times;  // when list versions 1, 2, ... were published
    };

    CloudModule(const sc_core::sc_module_name& name, const Parts& parts);

    // Buses are added before the start, in order of their number.
    void add_bus(BusEnd& bus, std::uint16_t operator_index, std::vector<sim::Outage> forced);
    void send(sim::UplinkBatch&& batch);
    void ask(Query& query, fw::Nanos at);
    void close_day() { intake_.close_day(sim_end_); }

private:
    enum class Kind : std::uint8_t { at_depot, at_cloud, question };
    struct Job {
        fw::Nanos time{};
        Kind kind = Kind::at_depot;
        sim::UplinkBatch batch;
        Query* query = nullptr;
    };
    struct Later {
        bool operator()(const std::unique_ptr<Job>& a, const std::unique_ptr<Job>& b) const;
    };
    struct BusLine {
        BusEnd* bus = nullptr;
        std::uint16_t operator_index = 0;
        sim::MobileLink link;
        std::uint64_t messages = 0;
    };

    void run();
    void schedule(std::unique_ptr<Job> job);
    void at_depot(std::unique_ptr<Job> job);
    void at_cloud(const Job& job);
    void answer(const Job& job);
    void record(const sim::UplinkBatch& batch, fw::Nanos at_cloud, fw::Nanos served,
                fw::Nanos acknowledged);

    void posting(const sim::PostingRow& row) override { recorder_.posting(row); }
    void accepted(const sim::CloudRow& row) override { recorder_.cloud(row); }
    void duplicate(const fw::TapKey& key, fw::Nanos at) override;
    void gap(const fw::TapKey& next, fw::Nanos at) override;

    const sim::Scenario& scenario_;
    const IdLinkage& linkage_;
    sim::Recorder& recorder_;
    sim::RngStream stream_;
    sim::LinkTimes link_times_;
    sim::Quantiles service_;
    sim::Quantiles query_service_;
    ServerPool servers_;
    Ledger ledger_;
    TapIntake intake_;
    std::vector<DepotGateway> depots_;  // by operator
    std::vector<BusLine> lines_;
    std::vector<std::unique_ptr<Job>> calendar_;  // heap
    sc_core::sc_event due_;
    fw::Nanos sim_end_{};
};

}  // namespace model
