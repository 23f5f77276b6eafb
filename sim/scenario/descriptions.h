// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/field.h"
#include "sim/scenario/scenario.h"

// What stands in each kind of file: key, member, meaning, unit and limits of every struct, told to
// a visitor. Rules between keys are told here too.
namespace sim
{

void fields(Visitor& visitor, CardProfileParameters& card);
void fields(Visitor& visitor, ReaderParameters& reader);
void fields(Visitor& visitor, FareBoxParameters& box);
void fields(Visitor& visitor, LinkParameters& link);
void fields(Visitor& visitor, DepotParameters& depot);
void fields(Visitor& visitor, CloudParameters& cloud);
void fields(Visitor& visitor, DoorParameters& door);
void fields(Visitor& visitor, BackEndParameters& back_end);
void fields(Visitor& visitor, ServiceParameters& services);
void fields(Visitor& visitor, PhoneParameters& phone);
void fields(Visitor& visitor, VendorParameters& vendor);
void fields(Visitor& visitor, DeviceParameters& devices);
// Vendors have fare boxes like the city's, for operators the tariff knows.
void require_vendors(Visitor& visitor, const City& city);

void fields(Visitor& visitor, Rounding& rounding);
void fields(Visitor& visitor, OperatorTariff& one);
void fields(Visitor& visitor, Zone& zone);
void fields(Visitor& visitor, FlatFare& fare);
void fields(Visitor& visitor, OdFare& fare);
void fields(Visitor& visitor, Discount& discount);
void fields(Visitor& visitor, Pass& pass);
void fields(Visitor& visitor, CommuterPass& pass);
void fields(Visitor& visitor, Cap& cap);
void fields(Visitor& visitor, SaleDiscount& discount);
void fields(Visitor& visitor, PointRule& points);
void fields(Visitor& visitor, Merchants& merchants);
void fields(Visitor& visitor, Tariff& tariff);

void fields(Visitor& visitor, Profile& profile);
void fields(Visitor& visitor, AgeBand& band);
void fields(Visitor& visitor, District& district);
void fields(Visitor& visitor, ResidentParameters& residents);
void fields(Visitor& visitor, Residents& residents);
// The six shares of errors and of faces that are hard to tell apart.
void face_rate_fields(Visitor& visitor, FaceRates& rates);
void fields(Visitor& visitor, FaceBoarding& face);
void fields(Visitor& visitor, LinkMishaps& mishaps);
void fields(Visitor& visitor, Linking& linking);
void fields(Visitor& visitor, DemandArea& area);
void fields(Visitor& visitor, DemandMishaps& mishaps);
void fields(Visitor& visitor, DemandTaxi& demand);
void fields(Visitor& visitor, Health& health);
void fields(Visitor& visitor, HealthItems& items);
void fields(Visitor& visitor, HealthRules& rules);
void fields(Visitor& visitor, HeldItem& item);
void fields(Visitor& visitor, DataDomain& domain);
void fields(Visitor& visitor, DataUse& use);
void fields(Visitor& visitor, StoreLine& line);
void fields(Visitor& visitor, DataUseMishaps& mishaps);
void fields(Visitor& visitor, ProxyMishaps& mishaps);
void fields(Visitor& visitor, DataUses& uses);
void fields(Visitor& visitor, MethodBand& band);
void fields(Visitor& visitor, CardSaleMishaps& mishaps);
void fields(Visitor& visitor, CardSales& sales);
void fields(Visitor& visitor, IdService& service);
void fields(Visitor& visitor, IdFace& face);
void fields(Visitor& visitor, IdPhone& phone);
void fields(Visitor& visitor, IdCustody& custody);
void fields(Visitor& visitor, IdChanges& changes);
void fields(Visitor& visitor, IdMishaps& mishaps);
void fields(Visitor& visitor, CityId& id);
void fields(Visitor& visitor, PassSales& sales);
void fields(Visitor& visitor, ShownPasses& shown);
void fields(Visitor& visitor, Tourism& tourism);
void fields(Visitor& visitor, MotherMishaps& mishaps);
void fields(Visitor& visitor, AgeMessage& message);
void fields(Visitor& visitor, VaccineDose& dose);
void fields(Visitor& visitor, ChildSchedule& schedule);
void fields(Visitor& visitor, MotherCalendar& calendar);
void fields(Visitor& visitor, NightlyReturn& returns);
void fields(Visitor& visitor, FamilyKinds& kinds);
void fields(Visitor& visitor, MotherChild& service);
void fields(Visitor& visitor, PowerCut& cut);
void fields(Visitor& visitor, Shelters& shelters);
void fields(Visitor& visitor, AccessLine& line);
void fields(Visitor& visitor, EmergencyItem& item);
void fields(Visitor& visitor, EmergencySet& set);
void fields(Visitor& visitor, EmergencyMishaps& mishaps);
void fields(Visitor& visitor, Emergency& emergency);
void fields(Visitor& visitor, ClinicFace& face);
void fields(Visitor& visitor, ClinicCover& cover);
void fields(Visitor& visitor, ClinicMishaps& mishaps);
void fields(Visitor& visitor, Clinics& clinics);
void fields(Visitor& visitor, OnlineMishaps& mishaps);
void fields(Visitor& visitor, OnlineShares& shares);
void fields(Visitor& visitor, OnlineFees& fees);
void fields(Visitor& visitor, OnlineTimes& times);
void fields(Visitor& visitor, OnlineClinic& clinic);
void fields(Visitor& visitor, PortalSegment& segment);
void fields(Visitor& visitor, PortalCoupon& coupon);
void fields(Visitor& visitor, PortalNotice& notice);
void fields(Visitor& visitor, CouponUse& use);
void fields(Visitor& visitor, VillagePortal& portal);
void fields(Visitor& visitor, FirstAidMishaps& mishaps);
void fields(Visitor& visitor, FirstAid& aid);
void fields(Visitor& visitor, CounterProcedure& procedure);
void fields(Visitor& visitor, CounterWindows& windows);
void fields(Visitor& visitor, SupportCounter& counter);
void fields(Visitor& visitor, ShelterWays& ways);
void fields(Visitor& visitor, WatchGuardians& guardians);
void fields(Visitor& visitor, SchoolWatch& watch);
void fields(Visitor& visitor, LectureMishaps& mishaps);
void fields(Visitor& visitor, Lectures& lectures);
void fields(Visitor& visitor, MyKey& points);
void fields(Visitor& visitor, AccessClass& access);
void fields(Visitor& visitor, Access& access);
void fields(Visitor& visitor, TaxiClass& one);
void fields(Visitor& visitor, TaxiSource& source);
void fields(Visitor& visitor, TaxiSubsidy& rules);
void fields(Visitor& visitor, TaxiService& taxi);
void fields(Visitor& visitor, People& people);
void fields(Visitor& visitor, FeedSource& feed);
void fields(Visitor& visitor, Box& box);
void fields(Visitor& visitor, City& city);

void fields(Visitor& visitor, FlowDomain& domain);
void fields(Visitor& visitor, FieldType& type);
void fields(Visitor& visitor, ConsentNeed& need);
void fields(Visitor& visitor, FlowField& field);
void fields(Visitor& visitor, ConsentAct& act);
void fields(Visitor& visitor, FlowAnswer& answer);
void fields(Visitor& visitor, MessageKind& message);
void fields(Visitor& visitor, Flows& flows);
void fields(Visitor& visitor, Platform& platform);
void fields(Visitor& visitor, CardCommandName& command);
void fields(Visitor& visitor, OrderStep& step);
void fields(Visitor& visitor, OrderedFlow& flow);
void fields(Visitor& visitor, FlowOrder& order);
void fields(Visitor& visitor, ResidentKind& kind);
void fields(Visitor& visitor, DeadEnd& end);
void fields(Visitor& visitor, Everyone& everyone);

void fields(Visitor& visitor, Group& group);
void fields(Visitor& visitor, Decision& decision);
void fields(Visitor& visitor, Lists& lists);
void fields(Visitor& visitor, Planning& planning);
void fields(Visitor& visitor, RecordPolicy& record);
void fields(Visitor& visitor, Fault& fault);
void fields(Visitor& visitor, Change& change);
void fields(Visitor& visitor, PassGroup& group);
void fields(Visitor& visitor, Shops& shops);
void fields(Visitor& visitor, Scenario& scenario);

// The passes of the tariff that a scenario names, and what they need.
void require_passes(Visitor& visitor, const Scenario& scenario);

// The tariff and the devices that shops cannot do without.
void require_shops(Visitor& visitor, const Scenario& scenario);
// Messages and roles of an order are those of the flows.
void require_order(Visitor& visitor, const Scenario& scenario);
// The services that everyone tries are there.
void require_everyone(Visitor& visitor, const Scenario& scenario);
// Those who ride in taxis are residents.
void require_taxi(Visitor& visitor, const Scenario& scenario);
// Cards to show, and shops to show them in.
void require_card_sales(Visitor& visitor, const Scenario& scenario);
// A register of cards, and names that the city knows.
void require_demand(Visitor& visitor, const Scenario& scenario);
void require_health(Visitor& visitor, const Scenario& scenario);
// People whose data it is, some of them protected.
void require_data_use(Visitor& visitor, const Scenario& scenario);
// Cards and an authority.
void require_city_id(Visitor& visitor, const Scenario& scenario);

// Those who register, flee or fall ill are residents.
void require_mother_child(Visitor& visitor, const Scenario& scenario);
void require_disaster(Visitor& visitor, const Scenario& scenario);
// Cards, and an authority that knows them.
void require_clinics(Visitor& visitor, const Scenario& scenario);
void require_online_clinic(Visitor& visitor, const Scenario& scenario);
void require_portal(Visitor& visitor, const Scenario& scenario);
void require_access(Visitor& visitor, const Scenario& scenario);
void require_mykey(Visitor& visitor, const Scenario& scenario);
// Everybody's procedure has a window, and somebody to come.
void require_support_counter(Visitor& visitor, const Scenario& scenario);
// Children and their guardians are residents.
void require_school_watch(Visitor& visitor, const Scenario& scenario);
void require_lectures(Visitor& visitor, const Scenario& scenario);

// Passes are sold for cards that are linked.
void require_pass_sales(Visitor& visitor, const Scenario& scenario);

// The places faults and changes name, as far as the files tell.
void require_places(Visitor& visitor, const Scenario& scenario);

}  // namespace sim
