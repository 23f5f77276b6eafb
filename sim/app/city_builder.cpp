// SPDX-License-Identifier: Apache-2.0
#include "sim/app/city_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "models/bus/bus_module.h"
#include "models/card/card_image.h"
#include "models/clearing/checkpoint_module.h"
#include "models/cloud/cloud_module.h"
#include "models/people/places.h"
#include "models/shop/merchant_phone_module.h"
#include "models/ticket/rides_again.h"
#include "sim/app/city_services.h"
#include "sim/app/list_editions.h"
#include "sim/feed/day.h"
#include "sim/feed/gtfs.h"
#include "sim/kernel/kernel_time.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/tariff_day.h"

namespace app
{

namespace
{

// Own numbering of what may happen to a card during the day; the time is drawn one number on.
enum Draw : std::uint64_t { draw_link = 0, draw_lost = 2 };

sim::Timetable read_feeds(const sim::City& city)
{
    std::vector<sim::FeedRequest> requests;
    for (const sim::FeedSource& feed : city.feeds)
        requests.push_back({feed.path, feed.operator_id});
    return sim::read_gtfs(requests);
}

model::People riders_of(const sim::Timetable& timetable, const sim::Scenario& scenario,
                        const model::DayPlan& plan)
{
    model::People people = model::draw_people(timetable, scenario, plan);
    model::ride_again(scenario, people);
    return people;
}

}  // namespace

struct CityBuilder::Modules {
    model::CityContext context;
    model::DoorTimes times;
    std::unique_ptr<model::DataCentreGate> gate;
    std::unique_ptr<model::CloudModule> cloud;
    std::vector<std::unique_ptr<model::BusModule>> buses;
    std::unique_ptr<model::CheckpointModule> checkpoints;
    std::deque<model::PhoneTimes> phone_times;  // by kind of phone
    std::vector<std::unique_ptr<model::MerchantPhoneModule>> phones{};
    std::unique_ptr<CityServices> services{};
};

CityBuilder::CityBuilder(const sim::Scenario& scenario)
    : scenario_(scenario),
      timetable_(
          sim::laid_out(read_feeds(scenario.city), scenario.timetable_date, scenario.later_days)),
      plan_(model::plan_day(timetable_, scenario)),
      people_(riders_of(timetable_, scenario, plan_)),
      shops_(model::draw_sales(timetable_, scenario, plan_, people_)),
      residents_(model::draw_residents(scenario, people_)),
      attempts_(model::draw_everyone(scenario, people_, shops_, residents_)),
      fares_(timetable_, scenario, plan_, scenario.tariff_date),
      cipher_(std::make_shared<const model::StandInCipher>()),
      linkage_(people_.holders.size())
{
    if (scenario.access)
        for (std::size_t i = 0; i < people_.holders.size(); ++i)
            people_.holders[i].hands = model::hands_of(scenario, residents_[i]);
    if (plan_.trips.empty()) {
        throw sim::ScenarioError(scenario.file, "no trip of the timetable runs on " +
                                                    sim::to_string(scenario.timetable_date) +
                                                    " within the window and the bounds");
    }
    model::check_places(scenario_, timetable_, plan_);
    issue_cards();
    publish_lists();
}

CityBuilder::~CityBuilder() = default;

void CityBuilder::issue_cards()
{
    const fw::CardSystem system = scenario_.city.devices.fare_box.card_system;
    for (const auto& batch : scenario_.city.devices.cards) {
        const auto pmm = model::parse_pmm(batch.pmm);
        if (!pmm) {
            throw sim::ScenarioError(scenario_.city.device_file,
                                     "card " + batch.id + ": pmm is 16 hexadecimal digits");
        }
        profiles_.push_back(model::profile_of(system, *pmm, cipher_));
    }
    cards_.reserve(people_.holders.size());
    for (std::uint32_t number = 0; number < people_.holders.size(); ++number) {
        const model::CardHolder& holder = people_.holders[number];
        model::CardIssue issue;
        issue.number = number + 1;
        issue.type = static_cast<fw::CardType>(holder.card_type);
        issue.balance = holder.purse;
        issue.system = system;
        cards_.push_back(model::issue_card(issue));
        linkage_.enrol(cards_.back().idm, number);
        const std::uint8_t discount_class = class_of_holder(number);
        if (discount_class != 0 || (scenario_.linking && holder.linked)) {
            const auto late = time_in_window(number, draw_link, scenario_.lists.late_links_ppm);
            linkage_.link(cards_.back().idm, discount_class, late.value_or(fw::Nanos{}));
        }
        linkage_.give_pass(cards_.back().idm, holder.pass, holder.pass_until, holder.pass_amount);
    }
}

// Of one whose card is linked when the day begins; where people have districts, by theirs.
std::uint8_t CityBuilder::class_of_holder(std::uint32_t card) const
{
    const model::CardHolder& holder = people_.holders[card];
    if (!holder.linked || residents_.empty()) return holder.discount_class;
    const auto& districts = scenario_.residents->population.districts;
    const sim::Claimant claimant{holder.birth, holder.lives_here,
                                 districts[residents_[card].district].id, sim::MemberKind::full};
    return static_cast<std::uint8_t>(
        sim::discount_class_of(scenario_.city.tariff, claimant, scenario_.tariff_date));
}

// When in the window it happens to this card, if it does.
std::optional<fw::Nanos> CityBuilder::time_in_window(std::uint32_t card, std::uint64_t draw,
                                                     std::int32_t ppm) const
{
    const sim::RngStream stream(scenario_.seed, "lists");
    if (!stream.chance(ppm, card, draw)) return std::nullopt;
    const auto length = static_cast<std::uint64_t>((scenario_.to - scenario_.from).count);
    return scenario_.from +
           fw::Nanos{static_cast<std::int64_t>(stream.below(length, card, draw + 1))};
}

// Each edition blocks the cards reported lost by then; one is there before the first bus.
void CityBuilder::publish_lists()
{
    std::vector<std::pair<fw::Nanos, std::uint64_t>> lost;
    for (std::uint32_t card = 0; card < cards_.size(); ++card) {
        const auto when = time_in_window(card, draw_lost, scenario_.lists.lost_cards_ppm);
        if (when) lost.emplace_back(*when, fw::list_key(cards_[card].idm));
    }
    const auto on_board = lost_on_board(scenario_, timetable_, plan_, people_);
    for (const LostCard& one : on_board)
        lost.emplace_back(one.at, fw::list_key(cards_[one.card].idm));
    for (const fw::Nanos at : edition_times(scenario_, on_board)) {
        model::ListEdition edition{at, {}, {}};
        for (const auto& [when, card] : lost)
            if (when <= at) edition.blocked.push_back(card);
        std::sort(edition.blocked.begin(), edition.blocked.end());
        edition.blocked.erase(std::unique(edition.blocked.begin(), edition.blocked.end()),
                              edition.blocked.end());
        lists_.push_back(std::move(edition));
    }
}

// What the scenario's changes of tariff and keys bring to fare boxes and cards.
model::NextGeneration CityBuilder::next_generation()
{
    model::NextGeneration next;
    for (const sim::Change& change : scenario_.changes) {
        if (change.kind == sim::ChangeKind::tariff) {
            if (next_fares_)
                throw sim::ScenarioError(scenario_.file, change.line, 0,
                                         "only one change of tariff fits into a service day");
            next_fares_ =
                std::make_unique<CompiledFares>(timetable_, scenario_, plan_, change.tariff_date);
            next.fares = &next_fares_->table();
            next.fares_from = change.effective;
        }
        if (change.kind == sim::ChangeKind::keys && !next.keys) {
            next.keys = std::make_shared<const model::StandInCipher>(std::uint8_t{2});
            next.keys_from = change.at;
            for (const model::CardProfile& profile : profiles_)
                next.renewed.push_back(model::renewed_profile(profile, next.keys));
        }
    }
    return next;
}

std::uint64_t CityBuilder::pseudonym_of(std::uint32_t card) const
{
    return sim::RngStream(scenario_.seed, "pseudonym").bits(fw::list_key(cards_[card].idm));
}

sim::CityRows CityBuilder::rows() const
{
    sim::CityRows rows;
    rows.scenario = &scenario_;
    rows.timetable = &timetable_;
    rows.operator_of_route = plan_.operator_of_route;
    rows.first_code = fares_.first_codes();
    const auto readers = static_cast<std::uint8_t>(scenario_.city.devices.fare_box.readers);
    for (std::uint32_t i = 0; i < plan_.buses.size(); ++i) {
        const model::Bus& bus = plan_.buses[i];
        rows.buses.push_back({i, bus.name, bus.operator_index, bus.first_device, readers});
    }
    for (const model::Shop& shop : shops_.shops)
        rows.shops.push_back({shop.place, shop.name, shop.operator_index, shop.device,
                              scenario_.city.devices.phones[shop.phone].id});
    for (std::uint32_t i = 0; i < shops_.sales.size(); ++i) {
        const model::Sale& sale = shops_.sales[i];
        rows.sales.push_back({i, shops_.shops[sale.shop].place, sale.card, sale.at.count,
                              sale.amount, sale.returned});
    }
    for (std::uint32_t i = 0; i < plan_.trips.size(); ++i)
        rows.trips.push_back({i + 1, plan_.trips[i].feed_trip, plan_.trips[i].bus});
    return rows;
}

void CityBuilder::elaborate(sim::Recorder& recorder)
{
    sim::set_kernel_resolution();
    modules_ = std::make_unique<Modules>(
        Modules{{scenario_, timetable_, plan_, people_, cards_, profiles_, fares_.table(), lists_,
                 linkage_, recorder, next_generation()},
                model::DoorTimes(scenario_.city.devices.door),
                nullptr,
                nullptr,
                {},
                nullptr,
                {},
                {}});
    if (scenario_.access_line)
        modules_->gate = std::make_unique<model::DataCentreGate>(*scenario_.access_line, recorder);
    std::vector<fw::Nanos> list_times;
    for (const model::ListEdition& edition : lists_) list_times.push_back(edition.published);
    if (scenario_.platform)
        rides_.emplace(ride_places(timetable_, plan_, fares_.first_codes()), *scenario_.platform);
    if (scenario_.portal) coupons_.emplace();
    modules_->cloud = std::make_unique<model::CloudModule>(
        "cloud", model::CloudModule::Parts{scenario_, fares_.table(), linkage_, recorder,
                                           people_.holders.size() * 2, list_times,
                                           rides_ ? &*rides_ : nullptr,
                                           scenario_.pass_sales ? &linkage_.passes() : nullptr,
                                           coupons_ ? &*coupons_ : nullptr, modules_->gate.get()});
    if (next_fares_)
        modules_->cloud->new_tariff(next_fares_->table(), modules_->context.next.fares_from);
    for (std::uint32_t i = 0; i < plan_.buses.size(); ++i) {
        const auto name = fmt::format("bus_{}", i + 1);
        modules_->buses.push_back(std::make_unique<model::BusModule>(
            name.c_str(), i, modules_->context, *modules_->cloud, cipher_, modules_->times));
        modules_->cloud->add_bus(*modules_->buses.back(), plan_.buses[i].operator_index,
                                 model::faults_of_bus(scenario_, timetable_, plan_, plan_.buses[i]),
                                 modules_->buses.back()->make().protocol);
    }
    tell_box_makes(recorder);
    open_shops();
    modules_->checkpoints = std::make_unique<model::CheckpointModule>(
        "checkpoints",
        model::CheckpointModule::Parts{scenario_.from, scenario_.record.checkpoint,
                                       [this] { return purses(); }, [this] { return journals(); },
                                       [this](std::int64_t t, std::int64_t next) {
                                           return modules_->cloud->books_at(t, next);
                                       },
                                       recorder});
    if (!residents_.empty() || rides_ || scenario_.tourism)
        modules_->services = std::make_unique<CityServices>(
            ServiceGround{scenario_, people_, cards_, linkage_, recorder, residents_, attempts_,
                          shops_, rides_ ? &*rides_ : nullptr, coupons_ ? &*coupons_ : nullptr,
                          modules_->gate.get(), modules_->cloud->points()});
    if (modules_->services) modules_->context.coupons = modules_->services->coupons();
    if (modules_->services)
        if (model::ShopTeller* const teller = modules_->services->shop_teller())
            modules_->cloud->speak_for_shops(*teller);
}

void CityBuilder::tell_box_makes(sim::Recorder& recorder) const
{
    if (scenario_.city.devices.vendors.empty()) return;
    for (std::uint32_t i = 0; i < plan_.buses.size(); ++i) {
        const model::BoxMake& make = modules_->buses[i]->make();
        const bool files = make.protocol == sim::UplinkProtocol::trip_files;
        recorder.service(
            sim::BoxRow(sim::BoxMakeRow{i, make.vendor, files ? "trip_files" : "event_records"}));
    }
}

void CityBuilder::open_shops()
{
    const sim::DeviceParameters& devices = scenario_.city.devices;
    for (const sim::PhoneParameters& phone : devices.phones)
        modules_->phone_times.emplace_back(phone, devices.door);
    for (std::size_t i = 0; i < shops_.shops.size(); ++i) {
        const model::Shop& shop = shops_.shops[i];
        const model::PhoneTimes& times = modules_->phone_times[shop.phone];
        const auto name = fmt::format("shop_{}", i + 1);
        modules_->phones.push_back(std::make_unique<model::MerchantPhoneModule>(
            name.c_str(), i, shops_, modules_->context, *modules_->cloud, cipher_, times));
        modules_->cloud->add_shop(*modules_->phones.back(), shop.operator_index,
                                  model::faults_of_shop(scenario_, shop), times.link);
    }
}

model::TouchUnit& CityBuilder::touch_unit(std::uint32_t bus, std::size_t door)
{
    return modules_->buses[bus]->touch_unit(door);
}

std::string CityBuilder::name_of(const model::TransitCard& card) const
{
    return fmt::format("card {}, balance {} yen", &card - cards_.data() + 1,
                       card.purse().value.count);
}

std::int64_t CityBuilder::purses() const
{
    std::int64_t sum = 0;
    for (const model::TransitCard& card : cards_) sum += card.purse().value.count;
    return sum;
}

std::int64_t CityBuilder::journals() const
{
    std::int64_t sum = 0;
    for (const auto& bus : modules_->buses) sum += bus->journal_yen();
    for (const auto& phone : modules_->phones) sum += phone->journal_yen();
    return sum;
}

void CityBuilder::close_day(sim::Recorder& recorder)
{
    modules_->cloud->close_day();
    if (modules_->services) modules_->services->close_day();
    modules_->checkpoints->close(modules_->cloud->end());
    for (std::uint32_t card = 0; card < cards_.size(); ++card) {
        const model::CardMake make = model::make_of(scenario_, card);
        const model::CardHolder& holder = people_.holders[card];
        recorder.card({card, pseudonym_of(card), make.profile, holder.purse,
                       cards_[card].purse().value, holder.pass, holder.pass_until.count,
                       holder.pass_amount});
    }
    std::vector<model::TransitCard>().swap(cards_);  // the judge needs the room
}

}  // namespace app
