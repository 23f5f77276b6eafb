// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/cloud_module.h"

#include <algorithm>

#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

std::string tap_name(const fw::TapKey& key)
{
    return std::to_string(key.device) + "-" + std::to_string(key.sequence);
}

std::uint64_t batch_key(const sim::UplinkBatch& batch)
{
    return static_cast<std::uint64_t>(batch.device) << 32 | batch.first_record;
}

}  // namespace

CloudModule::CloudModule(const sc_core::sc_module_name& name, const Parts& parts)
    : sc_module(name),
      scenario_(parts.scenario),
      linkage_(parts.linkage),
      recorder_(parts.recorder),
      stream_(parts.scenario.seed, "cloud"),
      link_times_(parts.scenario.city.devices.uplink),
      service_(sim::quantiles_of(parts.scenario.city.devices.cloud.service)),
      query_service_(sim::quantiles_of(parts.scenario.city.devices.cloud.query)),
      servers_(parts.scenario.city.devices.cloud.servers),
      ledger_(*this, parts.expected_postings),
      intake_(parts.fares, parts.linkage, ledger_, *this,
              parts.scenario.city.devices.cloud.publish_delay)
{
    for (const auto& operator_tariff : scenario_.city.tariff.operators) {
        DepotGateway& depot =
            depots_.emplace_back(scenario_.city.devices.depot,
                                 sim::RngStream(scenario_.seed, "depot/" + operator_tariff.id));
        depot.publish(parts.list_times);
    }
    SC_HAS_PROCESS(CloudModule);
    SC_METHOD(run);
    sensitive << due_;
    dont_initialize();
}

void CloudModule::add_bus(BusEnd& bus, std::uint16_t operator_index,
                          std::vector<sim::Outage> forced)
{
    lines_.push_back(
        {&bus, operator_index,
         sim::MobileLink(link_times_, sim::RngStream(scenario_.seed, "mobile-link"), lines_.size(),
                         std::move(forced), scenario_.from, scenario_.to),
         0});
}

void CloudModule::send(sim::UplinkBatch&& batch)
{
    BusLine& line = lines_[batch.bus];
    const auto arrived = line.link.carry_up(batch.sent, line.messages++);
    if (!arrived) {
        record(batch, {-1}, {-1}, {-1});
        return;
    }
    auto job = std::make_unique<Job>();
    job->time = *arrived;
    job->batch = std::move(batch);
    schedule(std::move(job));
}

void CloudModule::ask(Query& query, fw::Nanos at)
{
    BusLine& line = lines_[query.bus];
    query.answered_at = {-1};
    const auto arrived = line.link.carry_up(at, line.messages++);
    if (!arrived) return;
    auto job = std::make_unique<Job>();
    job->time = *arrived;
    job->kind = Kind::question;
    job->query = &query;
    schedule(std::move(job));
}

bool CloudModule::Later::operator()(const std::unique_ptr<Job>& a,
                                    const std::unique_ptr<Job>& b) const
{
    const auto order = [](const Job& job) {
        const std::uint64_t key = job.query != nullptr ? job.query->device : batch_key(job.batch);
        return std::tuple(job.time, job.kind, key);
    };
    return order(*a) > order(*b);
}

void CloudModule::schedule(std::unique_ptr<Job> job)
{
    const bool first = calendar_.empty() || job->time < calendar_.front()->time;
    const fw::Nanos time = job->time;
    calendar_.push_back(std::move(job));
    std::push_heap(calendar_.begin(), calendar_.end(), Later{});
    if (first) due_.notify(sim::until(time));
}

void CloudModule::run()
{
    while (!calendar_.empty() && calendar_.front()->time <= sim::kernel_now()) {
        std::pop_heap(calendar_.begin(), calendar_.end(), Later{});
        std::unique_ptr<Job> job = std::move(calendar_.back());
        calendar_.pop_back();
        switch (job->kind) {
            case Kind::at_depot:
                at_depot(std::move(job));
                break;
            case Kind::at_cloud:
                at_cloud(*job);
                break;
            case Kind::question:
                answer(*job);
                break;
        }
    }
    if (!calendar_.empty()) due_.notify(sim::until(calendar_.front()->time));
}

void CloudModule::at_depot(std::unique_ptr<Job> job)
{
    job->batch.at_depot = job->time;
    job->time = depots_[lines_[job->batch.bus].operator_index].forward(job->time);
    job->kind = Kind::at_cloud;
    schedule(std::move(job));
}

void CloudModule::at_cloud(const Job& job)
{
    const sim::UplinkBatch& batch = job.batch;
    BusLine& line = lines_[batch.bus];
    fw::Nanos served = job.time;
    const std::size_t events = batch.events.size() / fw::tap_event_size;
    for (std::size_t i = 0; i < events; ++i) {
        const auto event = fw::decode_tap_event(
            fw::Bytes(batch.events).subspan(i * fw::tap_event_size, fw::tap_event_size));
        if (!event) continue;
        const std::uint64_t draw =
            static_cast<std::uint64_t>(event->key.device) << 32 | event->key.sequence;
        served = servers_.serve(job.time, service_.at(stream_.bits(draw)));
        intake_.take(*event, served);
    }
    sim_end_ = std::max(sim_end_, served);
    const DepotGateway& depot = depots_[line.operator_index];
    const fw::Nanos back = depot.backward(served, batch_key(batch) + batch.attempt);
    const auto acknowledged = line.link.carry_down(back, line.messages++);
    record(batch, job.time, served, acknowledged.value_or(fw::Nanos{-1}));
    if (acknowledged) {
        line.bus->acknowledge(batch.device, *acknowledged,
                              {true, batch.end_record, depot.newest_lists(back)});
    }
}

void CloudModule::answer(const Job& job)
{
    Query& query = *job.query;
    BusLine& line = lines_[query.bus];
    const fw::Nanos served =
        servers_.serve(job.time, query_service_.at(stream_.bits(query.device, line.messages)));
    const std::uint32_t account = linkage_.account_of(query.question.card);
    query.holds.discount_class =
        account == sim::FlatMap::absent ? std::uint8_t{0} : linkage_.class_of(account, served);
    const auto arrived = line.link.carry_down(served, line.messages++);
    if (!arrived) return;
    query.answered_at = *arrived;
    query.answered.notify(sim::until(*arrived));
}

void CloudModule::record(const sim::UplinkBatch& batch, fw::Nanos at_cloud, fw::Nanos served,
                         fw::Nanos acknowledged)
{
    sim::BatchRow row;
    row.bus = batch.bus;
    row.first_record = batch.first_record;
    row.end_record = batch.end_record;
    row.events = static_cast<std::uint16_t>(batch.events.size() / fw::tap_event_size);
    row.attempt = batch.attempt;
    row.sent = batch.sent.count;
    row.at_depot = at_cloud.count < 0 ? -1 : batch.at_depot.count;
    row.at_cloud = at_cloud.count;
    row.served = served.count;
    row.acknowledged = acknowledged.count;
    recorder_.batch(row);
}

void CloudModule::duplicate(const fw::TapKey& key, fw::Nanos at)
{
    recorder_.note({at.count, "duplicate", tap_name(key), "delivered again, taken once"});
}

void CloudModule::gap(const fw::TapKey& next, fw::Nanos at)
{
    recorder_.note({at.count, "gap", tap_name(next), "events before this one have not arrived"});
}

}  // namespace model
