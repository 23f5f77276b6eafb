// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <queue>
#include <systemc>

#include "firmware/port/uplink.h"
#include "models/clearing/open_books.h"
#include "models/clearing/point_accounts.h"
#include "models/cloud/box_clocks.h"
#include "models/cloud/data_centre_gate.h"
#include "models/cloud/day_closes.h"
#include "models/cloud/network_faults.h"
#include "models/cloud/ride_listener.h"
#include "models/cloud/server_pool.h"
#include "models/cloud/tap_intake.h"
#include "models/cloud/uplink_adapter.h"
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

// One bus, or the phone of a shop, as the cloud sees it: how to reach it and where its
// acknowledgements go.
class BusEnd
{
public:
    virtual void acknowledge(std::uint32_t device, fw::Nanos at,
                             const fw::Acknowledgement& ack) = 0;
    // The answer to a trip file; a phone sends none.
    virtual void receive(std::uint32_t, fw::Nanos, fw::Bytes) {}

protected:
    ~BusEnd() = default;
};

// A question on its way. Owned by the asking unit; one at a time.
struct Query {
    fw::AttributeQuery question;
    std::uint32_t bus = 0;
    std::uint32_t device = 0;
    std::uint32_t number = 0;  // counts the unit's questions: an old one's answer is dropped
    fw::Entitlement holds;
    ShopQuestion shop;  // of a shop's phone that asks for a pass, in place of `question`
    std::vector<std::uint8_t> told;  // and the answer, in place of `holds`
    fw::Nanos answered_at{-1};
    sc_core::sc_event answered;
};

// Names a question to the links, apart from all batches.
inline std::uint64_t name_of(const Query& query)
{
    return static_cast<std::uint64_t>(query.device) << 32 | 0xFFFF'FFFF;
}

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
        RideListener* rides = nullptr;      // is told of each accepted tap
        PassListener* passes = nullptr;     // of each ride covered by a pass
        RideListener* sales = nullptr;      // of each accepted tap too: joins coupons
        DataCentreGate* gate = nullptr;     // none: the cloud is reached without waiting
    };

    CloudModule(const sc_core::sc_module_name& name, const Parts& parts);

    // Buses are added before the start, in order of their number.
    // `faults` are the positions of those that concern the bus.
    void add_bus(BusEnd& bus, std::uint16_t operator_index,
                 const std::vector<std::uint32_t>& faults,
                 sim::UplinkProtocol protocol = sim::UplinkProtocol::event_records);
    // After all buses, in order of their number; `times` is kept by reference.
    void add_shop(BusEnd& phone, std::uint16_t operator_index,
                  const std::vector<std::uint32_t>& faults, const sim::LinkTimes& times);
    void send(sim::UplinkBatch&& batch);
    void ask(Query& query, fw::Nanos at);
    void speak_for_shops(ShopTeller& shops) { shops_ = &shops; }
    // Waits for the answer in the process of the caller, at most until the deadline.
    fw::AttributeAnswer ask(Query& query, const fw::AttributeQuery& question, fw::Nanos deadline,
                            fw::Nanos& now);
    // Taps from `from` on are priced with `next`.
    void new_tariff(const fw::FareTable& next, fw::Nanos from) { intake_.new_tariff(next, from); }
    void close_day();
    PointAccounts* points() { return points_ ? &*points_ : nullptr; }
    fw::Nanos end() const { return sim_end_; }  // of the last batch served
    // The books of clearing at a moment; `next` is the one that will be asked for after it.
    BooksAt books_at(std::int64_t t, std::int64_t next) { return books_.at(t, next); }

private:
    enum class Kind : std::uint8_t { at_depot, at_cloud, question, served, answered };
    struct Job {
        fw::Nanos time{};
        Kind kind = Kind::at_depot;
        sim::UplinkBatch batch;
        Query* query = nullptr;
        std::uint32_t number = 0;  // of the question
        fw::Nanos arrived{}, served{};
        std::uint64_t message = 0;  // that carries the answer
        std::string file;           // name of a trip file
    };
    struct Later {
        bool operator()(const std::unique_ptr<Job>& a, const std::unique_ptr<Job>& b) const;
    };
    struct BusLine {
        BusEnd* bus = nullptr;
        std::uint16_t operator_index = 0;
        sim::MobileLink link;
        std::uint64_t messages = 0;
        sim::UplinkProtocol protocol = sim::UplinkProtocol::event_records;
    };

    void add_line(BusEnd& end, std::uint16_t operator_index,
                  const std::vector<std::uint32_t>& faults, const sim::LinkTimes& times,
                  int readers);
    void run();
    void schedule(std::unique_ptr<Job> job);
    void schedule(sim::UplinkBatch batch, fw::Nanos at);
    void at_depot(std::unique_ptr<Job> job);
    void at_cloud(std::unique_ptr<Job> job);
    std::optional<fw::Nanos> serve(const UplinkContents& contents, const sim::UplinkBatch& batch,
                                   fw::Nanos arrived);
    fw::Nanos work(fw::Nanos arrived, fw::Nanos service);
    std::size_t question_bytes() const { return gate_ ? gate_->question_bytes() : 0; }
    fw::Nanos through_gate(fw::Nanos at, std::size_t bytes, DataCentreGate::Way way) const
    {
        return gate_ ? gate_->pass(at, bytes, way) : at;
    }
    void acknowledge(const Job& job);
    void answer(std::unique_ptr<Job> job);
    void tell(const Job& job);
    void leave(std::unique_ptr<Job> job, Kind kind);
    void record(const sim::UplinkBatch& batch, fw::Nanos at_cloud, fw::Nanos served,
                fw::Nanos acknowledged);

    void posting(const sim::PostingRow& row) override
    {
        books_.count(row);
        if (points_) points_->count(row);
        recorder_.posting(row);
    }
    void accepted(const sim::CloudRow& row) override { recorder_.cloud(row); }
    void taken(const fw::TapEvent& event, fw::Nanos at) override
    {
        if (rides_) rides_->add(event, at);
        if (sales_) sales_->add(event, at);
        if (closes_days_) closes_.add(event);
    }
    void pass_used(std::uint32_t card, const fw::TapEvent& event, fw::Nanos at) override
    {
        if (passes_) passes_->pass_used(card, event.touched_at, at);
    }
    void duplicate(const fw::TapKey& key, fw::Nanos at) override;
    void gap(const fw::TapKey& next, fw::Nanos at) override;
    void refused(const fw::TapKey& key, fw::Nanos at) override;

    const sim::Scenario& scenario_;
    const IdLinkage& linkage_;
    sim::Recorder& recorder_;
    DataCentreGate* gate_;
    RideListener* rides_;
    RideListener* sales_;
    PassListener* passes_;
    ShopTeller* shops_ = nullptr;  // none: shops ask for what fare boxes ask for
    sim::RngStream stream_;
    sim::LinkTimes link_times_;
    sim::Quantiles service_;
    sim::Quantiles query_service_;
    sim::FaultTally tally_;
    NetworkFaults faults_;
    BoxClocks clocks_;
    DayCloses closes_;
    bool closes_days_ = false;  // some vendor's terminals do
    ServerPool servers_;
    int restarts_ = 0;
    Ledger ledger_;
    OpenBooks books_;
    std::optional<PointAccounts> points_;  // of who may move them elsewhere
    TapIntake intake_;
    std::vector<DepotGateway> depots_;  // by operator
    std::vector<BusLine> lines_;
    std::uint32_t devices_ = 0;
    std::vector<std::unique_ptr<Job>> calendar_;  // heap
    sc_core::sc_event due_;
    fw::Nanos sim_end_{};
};

}  // namespace model
