// SPDX-License-Identifier: Apache-2.0
#include "sim/app/city_services.h"

#include <algorithm>

#include "sim/app/card_sale_services.h"
#include "sim/app/city_id_services.h"
#include "sim/app/clinic_services.h"
#include "sim/app/counter_services.h"
#include "sim/app/data_use_services.h"
#include "sim/app/demand_services.h"
#include "sim/app/emergency_services.h"
#include "sim/app/face_services.h"
#include "sim/app/first_aid_services.h"
#include "sim/app/health_services.h"
#include "sim/app/lecture_services.h"
#include "sim/app/link_services.h"
#include "sim/app/mother_services.h"
#include "sim/app/mykey_services.h"
#include "sim/app/online_clinic_services.h"
#include "sim/app/pass_services.h"
#include "sim/app/portal_services.h"
#include "sim/app/school_services.h"
#include "sim/app/shelter_services.h"
#include "sim/app/shelter_way_services.h"
#include "sim/app/taxi_services.h"
#include "sim/app/tourism_services.h"
#include "sim/kernel/kernel_time.h"

namespace app
{

CityServices::CityServices(const ServiceGround& ground)
    : ground_(ground),
      parameters_(ground.scenario.city.devices.services.value_or(sim::ServiceParameters{})),
      network_("services", ground.scenario, ground.recorder, ground.gate)
{
    if (ground.scenario.residents)
        for (std::uint32_t who = 0; who < ground.residents.size(); ++who)
            ground.recorder.service(
                model::row_of(ground.scenario.residents->population, ground.residents[who], who));
    for (std::uint32_t who = 0; ground.scenario.access && who < ground.residents.size(); ++who)
        if (const auto* const its = model::access_of(ground.scenario, ground.residents[who]))
            ground.recorder.service(sim::AccessRow{who, its->id, its->hands_percent, its->phone,
                                                   its->network, its->patience.count});
    for (const model::Attempt& one : ground.attempts)
        ground.recorder.service(
            sim::AttemptRow{one.kind, one.service, one.resident, one.subject, one.lacks});
    if (ground.scenario.face_boarding)
        face_ = std::make_unique<FaceServices>(ground_, parameters_, network_);
    if (ground.rides) platform_.emplace(ground.scenario, *ground.rides, network_);
    if (ground.scenario.linking)
        linking_ = std::make_unique<LinkServices>(ground_, parameters_, network_);
    if (ground.scenario.pass_sales)
        passes_ = std::make_unique<PassServices>(ground_, parameters_, *linking_, network_);
    if (ground.scenario.taxi)
        taxi_ = std::make_unique<TaxiServices>(ground_, parameters_, network_);
    if (ground.scenario.card_sales)
        card_sales_ = std::make_unique<CardSaleServices>(ground_, *linking_, parameters_, network_);
    if (ground.scenario.demand)
        demand_ = std::make_unique<DemandServices>(ground_, parameters_, network_);
    if (ground.scenario.data_use)
        data_uses_ = std::make_unique<DataUseServices>(ground_, parameters_, network_);
    if (ground.scenario.city_id)
        city_id_ = std::make_unique<CityIdServices>(ground_, *linking_, parameters_, network_);
    if (ground.scenario.tourism)
        tourism_ = std::make_unique<TourismServices>(ground_, parameters_, network_);
    if (ground.scenario.health)
        health_ = std::make_unique<HealthServices>(ground_, *linking_, parameters_, network_);
    add_care();
}

void CityServices::add_care()
{
    if (ground_.scenario.mother_child)
        mothers_ = std::make_unique<MotherServices>(ground_, parameters_, network_);
    if (ground_.scenario.shelters)
        shelters_ = std::make_unique<ShelterServices>(ground_, parameters_, network_);
    if (ground_.scenario.emergency)
        emergency_ = std::make_unique<EmergencyServices>(ground_, parameters_, network_);
    if (ground_.scenario.clinics)
        clinics_ = std::make_unique<ClinicServices>(ground_, *linking_, parameters_, network_);
    if (ground_.scenario.online_clinic)
        online_clinic_ =
            std::make_unique<OnlineClinicServices>(ground_, *linking_, parameters_, network_);
    if (ground_.coupons) portal_ = std::make_unique<PortalServices>(ground_, parameters_, network_);
    if (ground_.scenario.first_aid)
        first_aid_ = std::make_unique<FirstAidServices>(ground_, parameters_, network_);
    if (ground_.scenario.support_counter)
        counter_ = std::make_unique<CounterServices>(ground_, parameters_, network_);
    if (ground_.scenario.shelter_ways)
        shelter_ways_ = std::make_unique<ShelterWayServices>(ground_, parameters_, network_);
    if (ground_.scenario.school_watch)
        school_ = std::make_unique<SchoolServices>(ground_, parameters_, network_);
    if (ground_.scenario.lectures)
        lectures_ = std::make_unique<LectureServices>(ground_, *linking_, parameters_, network_);
    if (ground_.points) mykey_ = std::make_unique<MyKeyServices>(ground_, parameters_, network_);
}

CityServices::~CityServices() = default;

model::ShopTeller* CityServices::shop_teller()
{
    return passes_ ? &passes_->perks() : nullptr;
}

const std::map<std::uint32_t, fw::Yen>* CityServices::coupons() const
{
    return portal_ ? &portal_->taken_off() : nullptr;
}

void CityServices::close_day()
{
    network_.note_faults();
    if (taxi_) taxi_->close_day();
    if (demand_) demand_->close_day();
    if (data_uses_) data_uses_->close_day();
    if (tourism_) tourism_->close_day();
    if (health_) health_->close_day();
    if (passes_) passes_->close_day(network_.end());
    if (mothers_) mothers_->close_day(network_.end());
    if (shelters_) shelters_->close_day();
    if (online_clinic_) online_clinic_->close_day();
    if (portal_) portal_->close_day(std::max(network_.end(), sim::kernel_now()));
    if (counter_) counter_->close_day();
    if (mykey_) mykey_->close_day();
}

}  // namespace app
