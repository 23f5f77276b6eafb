// SPDX-License-Identifier: Apache-2.0
#include "sim/app/mother_services.h"

#include <algorithm>

#include "models/people/person_names.h"
#include "sim/app/smart_cards.h"

namespace app
{

namespace
{

enum Draw : std::uint64_t { draw_revoked, draw_expired, draw_records, draw_late, draw_entered };

constexpr model::FileId sign_authority = 0x0002;
constexpr std::int32_t check_up_months[] = {4, 10, 18, 36};  // *assumed*; 18 and 36 are the law's
constexpr std::uint64_t clinics = 20;

std::string number_of(std::uint32_t resident)
{
    return "c-" + std::to_string(1'000'000 + resident);
}

std::string serial_of(std::uint64_t seed, std::uint32_t resident)
{
    return model::hex_name(sim::RngStream(seed, "signature certificate"), resident);
}

model::MotherGround mother_ground(const ServiceGround& ground,
                                  const std::shared_ptr<const model::MyNumberProfile>& profile,
                                  const sim::Secret& password,
                                  const sim::ServiceParameters& parameters)
{
    const sim::MotherChild& rules = *ground.scenario.mother_child;
    const std::uint64_t seed = ground.scenario.seed;
    const auto card_of = [=](std::uint32_t who) {
        return model::MotherGround::Card{profile, password, serial_of(seed, who)};
    };
    const auto person_of = [&ground, seed](std::uint32_t who) {
        const model::Resident& one = ground.residents[who];
        return model::MotherGround::Person{
            model::family_name_of(seed, who), model::given_name_of(seed, who),
            sim::to_string(one.birth),
            ground.scenario.residents->population.districts[one.district].id};
    };
    return {ground.scenario,
            ground.recorder,
            model::draw_registrations(ground.scenario, ground.residents, ground.attempts),
            card_of,
            person_of,
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(rules.look),
            sim::quantiles_of(rules.explain),
            sim::quantiles_of(rules.handling),
            sim::quantiles_of(rules.password),
            sim::RngStream(seed, "mother times"),
            std::vector<model::MotherScreen>(static_cast<std::size_t>(rules.counters))};
}

}  // namespace

MotherServices::MotherServices(const ServiceGround& ground,
                               const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
    : ground_(ground),
      profile_(smart_card_of(ground.scenario, ground.scenario.mother_child->card)),
      password_(smart_card_file(ground.scenario, ground.scenario.mother_child->card).pin.sign),
      signatures_(certificate_in(*profile_, sign_authority), ground.scenario.tariff_date, true),
      health_(ground.scenario.seed, ground.scenario.mother_child->deadline, ground.recorder),
      mothers_(mother_ground(ground, profile_, password_, parameters)),
      parents_{ground.scenario,
               ground.recorder,
               model::draw_families(ground.scenario, ground.residents),
               {},
               sim::RngStream(ground.scenario.seed, "parents")},
      care_(ground.scenario.mother_child->calendar
                ? std::optional<model::CareDesk>(std::in_place,
                                                 ground.scenario.mother_child->calendar->schedule,
                                                 ground.scenario.tariff_date, ground.recorder)
                : std::nullopt),
      office_(ground.scenario, care_ ? &*care_ : nullptr, ground.recorder)
{
    enter_mothers();
    if (care_) enter_families();
    network.add_back_end("motherhood", office_, parameters.back_end);
    network.add_back_end("child_health", health_, parameters.back_end);
    network.add_back_end("city_numbers", numbers_, parameters.back_end);
    network.add_back_end("signatures", signatures_, parameters.validation);
    add_desks(parameters, network);
}

// Everybody of an age to come stands in the city's register; who comes has a certificate.
void MotherServices::enter_mothers()
{
    const sim::MotherMishaps& shares = ground_.scenario.mother_child->mishaps;
    const sim::RngStream stream(ground_.scenario.seed, "mothers' certificates");
    for (const std::uint32_t who : model::mothers_of(ground_.scenario, ground_.residents)) {
        const model::Resident& one = ground_.residents[who];
        const auto person = mothers_.person_of(who);
        numbers_.enter(number_of(who), {person.family, person.given, person.birth, person.district,
                                        false, one.protection});
    }
    for (const model::MotherVisit& visit : mothers_.visits) {
        const std::uint32_t who = visit.resident;
        const auto person = mothers_.person_of(who);
        const std::string serial = serial_of(ground_.scenario.seed, who);
        signatures_.enter(
            serial,
            {who, ground_.residents[who].birth, ground_.scenario.residents->population.municipality,
             person.district, stream.chance(shares.revoked_ppm, who, draw_revoked),
             stream.chance(shares.expired_ppm, who, draw_expired)});
        ground_.recorder.service(sim::MotherHolderRow{serial, who});
        const std::uint64_t held = stream.below(4, who, draw_records);
        for (std::uint64_t i = 0; i < held; ++i)
            hold(number_of(who), "maternal_check",
                 {ground_.scenario.tariff_date.days - 14 * static_cast<std::int32_t>(i + 1)});
    }
}

void MotherServices::enter_families()
{
    model::CareYears years(ground_.scenario, *care_, ground_.recorder);
    std::size_t children = 0;
    for (const model::Family& family : parents_.families) {
        std::vector<std::string> handbooks;
        for (const model::FamilyChild& child : family.children) {
            years.add(child.dates);
            care_->enter(child.handbook, family.app, children);
            enter_child(family, child, children++);
            handbooks.push_back(child.handbook);
        }
        office_.adopt(family.user, family.app, family.serial, handbooks);
    }
    years.run();
    parents_.open = years.open();
    std::vector<const model::FamilyChild*> all;
    for (const model::Family& family : parents_.families)
        for (const model::FamilyChild& child : family.children) all.push_back(&child);
    for (const model::GivenDose& one : years.given())
        hold(all[one.child]->city_number, one.vaccine + "/" + std::to_string(one.dose), one.day);
    for (const model::FamilyChild* child : all)
        for (const std::int32_t months : check_up_months) {
            const sim::Date day = model::months_after(child->dates.birth, months);
            if (day < ground_.scenario.tariff_date)
                hold(child->city_number, "check_up/" + std::to_string(months), day);
        }
}

void MotherServices::enter_child(const model::Family& family, const model::FamilyChild& child,
                                 std::size_t number)
{
    numbers_.enter(child.city_number, {family.name, child.given, sim::to_string(child.dates.birth),
                                       family.district, child.kind == "moved", family.protection});
    health_.adopt(child.handbook, child.city_number);
    ground_.recorder.service(
        sim::MotherBearerRow{child.handbook, family.mother, static_cast<std::int64_t>(number),
                             child.city_number, child.kind, family.protection ? 1 : 0});
}

// Some of what happened lately is entered only in the night of the run.
void MotherServices::hold(const std::string& number, const std::string& what, sim::Date day)
{
    const sim::RngStream stream(ground_.scenario.seed, "city records");
    const std::uint64_t key = ++records_;
    const auto& returns = ground_.scenario.mother_child->returns;
    fw::Nanos entered{};
    constexpr std::uint64_t two_hours = 7'200'000'000'000;
    if (returns && stream.chance(returns->late_ppm, key, draw_late))
        entered = returns->at - fw::Nanos{3'600'000'000'000} +
                  fw::Nanos{static_cast<std::int64_t>(stream.below(two_hours, key, draw_entered))};
    entered = std::max(entered, fw::Nanos{});
    const std::string record = model::hex_name(stream, key, draw_records);
    const std::string place =
        "clinic-" + std::to_string(1 + stream.below(clinics, key, draw_revoked));
    health_.hold(number, {record, what, sim::to_string(day), place, entered});
    ground_.recorder.service(
        sim::CityRecordRow{record, number, what, sim::to_string(day), entered.count});
}

// Who truly bears the handbooks that were given out today, and what became of the accounts.
void MotherServices::close_day(fw::Nanos end)
{
    for (const model::MotherVisit& visit : mothers_.visits) {
        const std::string number = number_of(visit.resident);
        for (const auto& [handbook, of] : health_.handbooks())
            if (of == number)
                ground_.recorder.service(
                    sim::MotherBearerRow{handbook, visit.resident, -1, number, "",
                                         ground_.residents[visit.resident].protection ? 1 : 0});
    }
    office_.close_day(end);
}

}  // namespace app
