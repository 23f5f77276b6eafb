// SPDX-License-Identifier: Apache-2.0
// What leaves the cloud: acknowledgements of records and answers to questions.
#include "models/cloud/cloud_module.h"
#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

constexpr fw::Nanos unacknowledged{-1};
constexpr std::size_t acknowledgement_bytes = 64;  // on the access line, assumed

}  // namespace

// What goes out takes its turn at the gate when it is ready, not before.
void CloudModule::leave(std::unique_ptr<Job> job, Kind kind)
{
    if (!gate_) {
        kind == Kind::served ? acknowledge(*job) : tell(*job);
        return;
    }
    job->kind = kind;
    job->time = job->served;
    schedule(std::move(job));
}

void CloudModule::acknowledge(const Job& job)
{
    const sim::UplinkBatch& batch = job.batch;
    BusLine& line = lines_[batch.bus];
    const DepotGateway& depot = depots_[line.operator_index];
    const fw::Nanos out =
        through_gate(job.served, acknowledgement_bytes, DataCentreGate::Way::back);
    const fw::Nanos back = depot.backward(out, name_of(batch) + batch.attempt);
    const auto acknowledged = line.link.carry_down(back, {line.messages++, name_of(batch)});
    record(batch, job.arrived, job.served, acknowledged.value_or(unacknowledged));
    if (!acknowledged) return;
    const bool stale = line.link.faults().lists_are_stale(back);
    const std::uint32_t lists = stale ? 0 : depot.newest_lists(back);
    if (line.protocol == sim::UplinkProtocol::event_records)
        line.bus->acknowledge(batch.device, *acknowledged, {true, batch.end_record, lists});
    else if (!job.file.empty())
        line.bus->receive(batch.device, *acknowledged, sim::write_trip_receipt({job.file, lists}));
}

void CloudModule::tell(const Job& job)
{
    Query& query = *job.query;
    if (job.number != query.number) return;  // given up
    const fw::Nanos out = through_gate(job.served, question_bytes(), DataCentreGate::Way::back);
    const auto arrived = lines_[query.bus].link.carry_down(out, {job.message, name_of(query)});
    if (shops_ && !query.shop.bytes.empty()) {
        query.told = shops_->answer(query.shop, job.arrived);
        shops_->told(query.shop, query.told, out, arrived);
    }
    if (!arrived) return;
    query.holds = linkage_.entitlement_of(linkage_.account_of(query.question.card), job.served);
    query.answered_at = *arrived;
    query.answered.notify(sim::until(*arrived));
}

}  // namespace model
