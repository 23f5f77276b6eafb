// SPDX-License-Identifier: Apache-2.0
// What the depot and the cloud do with a message that has reached them.
#include <algorithm>

#include "models/cloud/cloud_module.h"
#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

constexpr fw::Nanos never{-1};

std::string tap_name(const fw::TapKey& key)
{
    return std::to_string(key.device) + "-" + std::to_string(key.sequence);
}

}  // namespace

void CloudModule::at_depot(std::unique_ptr<Job> job)
{
    const std::uint16_t operator_index = lines_[job->batch.bus].operator_index;
    if (faults_.depot_full(operator_index, job->time)) {
        record(job->batch, never, never, never);
        return;
    }
    job->batch.at_depot = job->time;
    job->time = depots_[operator_index].forward(job->time);
    job->kind = Kind::at_cloud;
    schedule(std::move(job));
}

void CloudModule::at_cloud(std::unique_ptr<Job> job)
{
    sim::UplinkBatch& batch = job->batch;
    job->time = through_gate(job->time, batch.events.size(), DataCentreGate::Way::there);
    if (faults_.cloud_away(job->time)) {
        record(batch, never, never, never);
        return;
    }
    const UplinkContents contents =
        read_uplink(lines_[batch.bus].protocol, batch, scenario_.timetable_date);
    batch.clock = contents.clock;
    const std::optional<fw::Nanos> served = serve(contents, batch, job->time);
    if (!served || faults_.cloud_away(*served)) {
        record(batch, job->time, served.value_or(never), never);
        return;
    }
    job->arrived = job->time;
    job->served = *served;
    job->file = contents.file;
    leave(std::move(job), Kind::served);
}

// When all of the batch is taken; none when a restart made the cloud forget a part of it.
std::optional<fw::Nanos> CloudModule::serve(const UplinkContents& contents,
                                            const sim::UplinkBatch& batch, fw::Nanos arrived)
{
    fw::Nanos served = arrived;
    bool whole = true;
    for (std::optional<fw::TapEvent> event : contents.events) {
        if (!event) {
            recorder_.note({arrived.count, "damaged", std::to_string(batch.device),
                            "an event that its reader cannot have sent was refused"});
            continue;
        }
        const std::uint64_t draw =
            static_cast<std::uint64_t>(event->key.device) << 32 | event->key.sequence;
        served = work(arrived, service_.at(stream_.bits(draw)));
        if (faults_.forgotten(arrived, served)) {
            whole = false;
            continue;
        }
        sim_end_ = std::max(sim_end_, served);
        clocks_.correct(*event, batch);
        intake_.take(*event, served);
    }
    if (!whole) return std::nullopt;
    if (contents.close)
        if (const auto row = closes_.close(batch.device, *contents.close, served))
            recorder_.service(sim::BoxRow(*row));
    sim_end_ = std::max(sim_end_, served);
    return served;
}

fw::Nanos CloudModule::work(fw::Nanos arrived, fw::Nanos service)
{
    if (const int restarts = faults_.restarts(arrived); restarts != restarts_) {
        restarts_ = restarts;
        servers_ = ServerPool(scenario_.city.devices.cloud.servers);
    }
    return servers_.serve(arrived, faults_.slowed(service, arrived));
}

void CloudModule::answer(std::unique_ptr<Job> job)
{
    const Query& query = *job->query;
    BusLine& line = lines_[query.bus];
    job->arrived = through_gate(job->time, question_bytes(), DataCentreGate::Way::there);
    if (faults_.cloud_away(job->arrived)) return;
    job->served = work(job->arrived, query_service_.at(stream_.bits(query.device, line.messages)));
    job->message = line.messages++;
    if (job->number != query.number || faults_.forgotten(job->arrived, job->served) ||
        faults_.cloud_away(job->served))
        return;
    leave(std::move(job), Kind::answered);
}

void CloudModule::record(const sim::UplinkBatch& batch, fw::Nanos at_cloud, fw::Nanos served,
                         fw::Nanos acknowledged)
{
    sim::BatchRow row;
    row.bus = batch.bus;
    row.first_record = batch.first_record;
    row.end_record = batch.end_record;
    row.events = batch.count;
    row.attempt = batch.attempt;
    row.sent = batch.sent.count;
    row.at_depot = batch.at_depot.count;
    row.at_cloud = at_cloud.count;
    row.served = served.count;
    row.acknowledged = acknowledged.count;
    row.device = batch.device;
    if (scenario_.record.frames == sim::FramePolicy::all || !scenario_.city.devices.vendors.empty())
        row.bytes = batch.events;
    recorder_.batch(row);
}

void CloudModule::close_day()
{
    intake_.close_day(sim_end_);
    for (const sim::NoteRow& note : network_fault_notes(scenario_, tally_, sim_end_))
        recorder_.note(note);
}

void CloudModule::duplicate(const fw::TapKey& key, fw::Nanos at)
{
    recorder_.note({at.count, "duplicate", tap_name(key), "delivered again, taken once"});
}

void CloudModule::gap(const fw::TapKey& next, fw::Nanos at)
{
    recorder_.note({at.count, "gap", tap_name(next), "events before this one have not arrived"});
}

void CloudModule::refused(const fw::TapKey& key, fw::Nanos at)
{
    recorder_.note({at.count, "damaged", tap_name(key), "no reader counts like this: refused"});
}

}  // namespace model
