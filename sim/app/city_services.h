// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "models/card/transit_card.h"
#include "models/clearing/point_accounts.h"
#include "models/cloud/id_linkage.h"
#include "models/people/everyone.h"
#include "models/people/sales.h"
#include "models/portal/coupon_book.h"
#include "sim/app/platform_services.h"

// The services of a scenario beside its fare boxes: residents, back ends, desks and the network
// between them. The place where a new service is put together.
namespace app
{

// What services share with the buses.
struct ServiceGround {
    const sim::Scenario& scenario;
    const model::People& people;
    std::vector<model::TransitCard>& cards;
    model::IdLinkage& linkage;
    sim::Recorder& recorder;
    const std::vector<model::Resident>& residents;
    const std::vector<model::Attempt>& attempts;
    const model::ShopDay& shops;
    model::RideCells* rides = nullptr;       // counted for the platform, if the scenario has one
    model::CouponBook* coupons = nullptr;    // of the portal app, likewise
    model::DataCentreGate* gate = nullptr;   // of the access line, if the scenario has one
    model::PointAccounts* points = nullptr;  // of the ledger, if they may be moved elsewhere
};

class CardSaleServices;
class ClinicServices;
class CounterServices;
class DataUseServices;
class CityIdServices;
class DemandServices;
class EmergencyServices;
class FaceServices;
class FirstAidServices;
class HealthServices;
class LectureServices;
class LinkServices;
class MotherServices;
class OnlineClinicServices;
class MyKeyServices;
class PassServices;
class PortalServices;
class SchoolServices;
class ShelterServices;
class ShelterWayServices;
class TaxiServices;
class TourismServices;

class CityServices
{
public:
    // Makes the modules; before the kernel starts.
    explicit CityServices(const ServiceGround& ground);
    ~CityServices();

    fw::Nanos end() const { return network_.end(); }
    // None: shops ask for what fare boxes ask for.
    model::ShopTeller* shop_teller();
    // What coupons take off sales, by their number; none: no coupons.
    const std::map<std::uint32_t, fw::Yen>* coupons() const;
    // After the last event.
    void close_day();

private:
    void add_care();  // mother and child, shelters, emergencies, clinics, counters

    ServiceGround ground_;
    sim::ServiceParameters parameters_;
    model::ServiceNetworkModule network_;
    std::unique_ptr<FaceServices> face_;
    std::optional<PlatformServices> platform_;
    std::unique_ptr<LinkServices> linking_;
    std::unique_ptr<PassServices> passes_;
    std::unique_ptr<TaxiServices> taxi_;
    std::unique_ptr<CardSaleServices> card_sales_;
    std::unique_ptr<DemandServices> demand_;
    std::unique_ptr<DataUseServices> data_uses_;
    std::unique_ptr<CityIdServices> city_id_;
    std::unique_ptr<TourismServices> tourism_;
    std::unique_ptr<HealthServices> health_;
    std::unique_ptr<MotherServices> mothers_;
    std::unique_ptr<ShelterServices> shelters_;
    std::unique_ptr<EmergencyServices> emergency_;
    std::unique_ptr<ClinicServices> clinics_;
    std::unique_ptr<OnlineClinicServices> online_clinic_;
    std::unique_ptr<PortalServices> portal_;
    std::unique_ptr<FirstAidServices> first_aid_;
    std::unique_ptr<CounterServices> counter_;
    std::unique_ptr<ShelterWayServices> shelter_ways_;
    std::unique_ptr<SchoolServices> school_;
    std::unique_ptr<LectureServices> lectures_;
    std::unique_ptr<MyKeyServices> mykey_;
};

}  // namespace app
