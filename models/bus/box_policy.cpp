// SPDX-License-Identifier: Apache-2.0
#include "models/bus/box_seat.h"

namespace model
{

fw::FareBoxPolicy policy_of(const sim::Scenario& scenario, std::uint32_t device,
                            const sim::ReaderParameters& reader, const sim::FareBoxParameters& box)
{
    const sim::Tariff& tariff = scenario.city.tariff;
    fw::FareBoxPolicy policy;
    policy.device = device;
    policy.rf = reader.rf_kbps == 424 ? fw::RfSet::felica_424 : fw::RfSet::felica_212;
    policy.card_system = box.card_system;
    policy.retries = reader.retries;
    policy.class_source =
        scenario.decision.placement == sim::Placement::cloud    ? fw::ClassSource::cloud
        : scenario.decision.placement == sim::Placement::cached ? fw::ClassSource::cached_list
                                                                : fw::ClassSource::none;
    policy.cloud_deadline = scenario.decision.deadline;
    policy.unfinished_memory = box.unfinished_memory;
    policy.same_card_guard = box.same_card_guard;
    policy.missed_alight_refused =
        tariff.missed_alight == sim::MissedAlight::error_at_next_boarding;
    policy.no_boarding_refused = tariff.no_boarding_record == sim::NoBoardingRecord::refuse;
    policy.cancel_within = tariff.cancel_within;
    policy.balance_limit = tariff.balance_limit;
    policy.top_up_step = tariff.top_up_step;
    policy.top_up_refused_above = tariff.top_up_refused_above;
    policy.upload_batch = static_cast<std::uint32_t>(box.upload_batch);
    policy.upload_after = box.upload_after;
    policy.ack_timeout = box.ack_timeout;
    return policy;
}

std::uint16_t service_day(const sim::Scenario& scenario, std::int32_t later)
{
    const sim::CivilDate civil = sim::civil_of({scenario.timetable_date.days + later});
    return fw::pack_date(civil.year, civil.month, civil.day);
}

bool was_served(const fw::TapEvent& event)
{
    return event.verdict == fw::TapVerdict::accepted ||
           event.verdict == fw::TapVerdict::recovered || event.verdict == fw::TapVerdict::repeated;
}

bool asks_again(const fw::TapEvent& event)
{
    return event.verdict == fw::TapVerdict::unconfirmed || event.verdict == fw::TapVerdict::torn ||
           event.verdict == fw::TapVerdict::refused_clash ||
           event.verdict == fw::TapVerdict::device_off ||
           event.verdict == fw::TapVerdict::reader_fault;
}

}  // namespace model
