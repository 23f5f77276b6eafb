// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/cloud_module.h"

#include <algorithm>

#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

std::int64_t first_checkpoint(const sim::Scenario& scenario)
{
    const fw::Nanos period = scenario.record.checkpoint;
    return period.count > 0 ? (scenario.from + period).count : INT64_MAX;
}

}  // namespace

CloudModule::CloudModule(const sc_core::sc_module_name& name, const Parts& parts)
    : sc_module(name),
      scenario_(parts.scenario),
      linkage_(parts.linkage),
      recorder_(parts.recorder),
      gate_(parts.gate),
      rides_(parts.rides),
      sales_(parts.sales),
      passes_(parts.passes),
      stream_(parts.scenario.seed, "cloud"),
      link_times_(parts.scenario.city.devices.uplink),
      service_(sim::quantiles_of(parts.scenario.city.devices.cloud.service)),
      query_service_(sim::quantiles_of(parts.scenario.city.devices.cloud.query)),
      tally_(parts.scenario.faults.size()),
      faults_(parts.scenario, tally_),
      clocks_(parts.scenario.city.devices.cloud.clock_tolerance),
      servers_(parts.scenario.city.devices.cloud.servers),
      ledger_(*this, parts.expected_postings),
      books_(ledger_, parts.scenario.city.tariff.operators.size(),
             first_checkpoint(parts.scenario)),
      intake_(parts.fares, parts.linkage, ledger_, *this,
              parts.scenario.city.devices.cloud.publish_delay,
              intake_rules(parts.scenario.city.tariff, parts.scenario.tariff_date))
{
    if (scenario_.mykey) points_.emplace(ledger_);
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
                          const std::vector<std::uint32_t>& faults, sim::UplinkProtocol protocol)
{
    add_line(bus, operator_index, faults, link_times_, scenario_.city.devices.fare_box.readers);
    lines_.back().protocol = protocol;
    closes_days_ = closes_days_ || protocol == sim::UplinkProtocol::trip_files;
}

void CloudModule::add_shop(BusEnd& phone, std::uint16_t operator_index,
                           const std::vector<std::uint32_t>& faults, const sim::LinkTimes& times)
{
    add_line(phone, operator_index, faults, times, 1);
}

void CloudModule::add_line(BusEnd& end, std::uint16_t operator_index,
                           const std::vector<std::uint32_t>& faults, const sim::LinkTimes& times,
                           int readers)
{
    lines_.push_back(
        {&end, operator_index,
         sim::MobileLink(times, sim::RngStream(scenario_.seed, "mobile-link"), lines_.size(),
                         sim::LinkFaults(scenario_, faults, tally_), scenario_.from, scenario_.to),
         0});
    devices_ += static_cast<std::uint32_t>(readers);
    intake_.expect_devices(devices_);
}

void CloudModule::send(sim::UplinkBatch&& batch)
{
    BusLine& line = lines_[batch.bus];
    const sim::Carried carried =
        line.link.carry_batch(batch.sent, {line.messages++, name_of(batch)});
    if (!carried.arrives) record(batch, {-1}, {-1}, {-1});
    for (const fw::Nanos at : carried.again) schedule(batch, at);
    if (carried.arrives) schedule(std::move(batch), *carried.arrives);
}

void CloudModule::ask(Query& query, fw::Nanos at)
{
    BusLine& line = lines_[query.bus];
    query.answered_at = {-1};
    query.answered.cancel();  // of the question before, given up
    ++query.number;
    const auto arrived = line.link.carry_up(at, {line.messages++, name_of(query)});
    if (shops_ && !query.shop.bytes.empty()) shops_->asked(query.shop, at, arrived);
    if (!arrived) return;
    auto job = std::make_unique<Job>();
    job->time = *arrived;
    job->kind = Kind::question;
    job->query = &query;
    job->number = query.number;
    schedule(std::move(job));
}

// Waits in the process that asks; a late answer is dropped.
fw::AttributeAnswer CloudModule::ask(Query& query, const fw::AttributeQuery& question,
                                     fw::Nanos deadline, fw::Nanos& now)
{
    sc_core::wait(sim::until(now));
    query.question = question;
    ask(query, now);
    const fw::Nanos limit = now + deadline;
    sc_core::wait(sim::until(limit), query.answered);
    now = sim::kernel_now();
    const bool in_time = query.answered_at.count >= 0 && query.answered_at <= now;
    return {in_time, query.holds};
}

bool CloudModule::Later::operator()(const std::unique_ptr<Job>& a,
                                    const std::unique_ptr<Job>& b) const
{
    const auto order = [](const Job& job) {
        const std::uint64_t key = job.query != nullptr ? job.query->device : name_of(job.batch);
        return std::tuple(job.time, job.kind, key, job.batch.sent);
    };
    return order(*a) > order(*b);
}

void CloudModule::schedule(sim::UplinkBatch batch, fw::Nanos at)
{
    auto job = std::make_unique<Job>();
    job->time = at;
    job->batch = std::move(batch);
    schedule(std::move(job));
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
                at_cloud(std::move(job));
                break;
            case Kind::question:
                answer(std::move(job));
                break;
            case Kind::served:
                acknowledge(*job);
                break;
            case Kind::answered:
                tell(*job);
                break;
        }
    }
    if (!calendar_.empty()) due_.notify(sim::until(calendar_.front()->time));
}

}  // namespace model
