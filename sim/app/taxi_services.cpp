// SPDX-License-Identifier: Apache-2.0
#include "sim/app/taxi_services.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "models/card/jpki_commands.h"
#include "sim/app/my_number_cards.h"
#include "sim/scenario/card_file.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

// Which silence of the city's documents (services.md A.10) a rule decides.
const std::map<std::string, std::string>& silences()
{
    static const std::map<std::string, std::string> numbers{
        {"rounding", "A.10-1"},    {"group_clamp", "A.10-2"}, {"with_others", "A.10-3"},
        {"ride_day", "A.10-4"},    {"year", "A.10-4"},        {"out_of_quota", "A.10-5"},
        {"age_reached", "A.10-10"}};
    return numbers;
}

std::shared_ptr<const model::MyNumberProfile> one_profile(const sim::Scenario& scenario)
{
    const auto folder = std::filesystem::path(scenario.file).parent_path();
    const std::string path = (folder / scenario.taxi->card_file).lexically_normal();
    const sim::CardFile file = sim::load_card(path);
    if (!file.my_number) throw sim::ScenarioError(path, "is no My Number Card");
    return my_number_profile(*file.my_number);
}

}  // namespace

TaxiServices::TaxiServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                           model::ServiceNetworkModule& network)
    : ground_(ground),
      plan_(model::draw_taxi_plan(ground.scenario, ground.residents, ground.attempts)),
      taxi_{ground.scenario, plan_, ground.recorder, {}}
{
    record_rules();
    issue_cards();
    enrol();
    open_desks(parameters, network);
}

void TaxiServices::record_rules() const
{
    sim::TaxiSubsidy rules = ground_.scenario.taxi->rules;
    const sim::YamlNode written =
        sim::write_fields([&rules](sim::Visitor& v) { fields(v, rules); });
    for (const sim::TaxiSource& source : rules.sources) {
        const sim::YamlNode* const node = written.find(source.rule);
        std::string value = node ? node->text : "";
        if (source.rule == "share") value = std::to_string(rules.share_ppm) + " ppm";
        const auto silence = silences().find(source.rule);
        ground_.recorder.service(sim::TaxiRuleRow{
            source.rule, value, source.source, source.assumed ? "assumed" : "published",
            silence == silences().end() ? "" : silence->second});
    }
    std::int64_t position = 0;
    for (const sim::TaxiClass& one : rules.eligible)
        ground_.recorder.service(
            sim::TaxiClassRow{++position, one.id, one.from_age, one.licence, one.condition});
}

void TaxiServices::issue_cards()
{
    const sim::TaxiSubsidy& rules = ground_.scenario.taxi->rules;
    const auto profile = one_profile(ground_.scenario);
    const int year = model::quota_year(rules, ground_.scenario.tariff_date);
    for (const model::TaxiPerson& person : plan_.people) {
        if (person.registration == 0) {
            taxi_.cards.push_back(std::make_unique<model::MyNumberCard>(profile));
            continue;
        }
        model::RideCount count{.registration = person.registration,
                               .year = static_cast<std::uint16_t>(year),
                               .used = static_cast<std::uint16_t>(person.used_before),
                               .per_year = static_cast<std::uint16_t>(rules.per_year),
                               .per_day = static_cast<std::uint8_t>(rules.per_day)};
        if (person.until >= 0) count.until = static_cast<std::uint32_t>(person.until);
        auto card = std::make_unique<model::RideCounterCard>(profile, count);
        counters_.push_back(card.get());
        taxi_.cards.push_back(std::move(card));
    }
    const model::CardFile* const file = profile->applications[1].find(model::auth_certificate_file);
    office_ = std::make_unique<model::TaxiOffice>(
        ground_.scenario, file ? file->content : model::Octets{}, ground_.recorder);
}

// Those who registered before the day.
void TaxiServices::enrol()
{
    const sim::ResidentParameters& population = ground_.scenario.residents->population;
    const sim::Date before{ground_.scenario.tariff_date.days - 1};
    for (const model::TaxiPerson& person : plan_.people) {
        if (person.registration == 0) continue;
        const auto* const found = model::class_of(
            ground_.scenario.taxi->rules,
            model::documents_of(population, ground_.residents[person.resident]), before);
        office_->enrol(person.registration, person.until, person.used_before);
        ground_.recorder.service(
            sim::TaxiApplicantRow{-1, before.days, person.resident, person.until, "registered",
                                  found ? found->id : "", person.registration, person.used_before});
    }
}

void TaxiServices::open_desks(const sim::ServiceParameters& parameters,
                              model::ServiceNetworkModule& network)
{
    const model::ApduReaderTimes times{parameters.card_activation, parameters.card_cable};
    network.add_back_end("taxi_office", *office_, parameters.back_end);
    const auto open = [&](const std::string& name, std::unique_ptr<model::DeskProgram> program,
                          const sim::LinkParameters& link) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), link);
    };
    for (std::int32_t cab = 1; cab <= ground_.scenario.taxi->cabs; ++cab)
        open("taxi-" + std::to_string(cab),
             std::make_unique<model::TabletProgram>(taxi_, cab, times), parameters.mobile);
    const bool paper = std::any_of(plan_.rides.begin(), plan_.rides.end(),
                                   [](const model::PlannedRide& ride) { return ride.paper; });
    if (paper || ground_.scenario.taxi->paper_ppm > 0)
        open("clerk-1", std::make_unique<model::VoucherDesk>(taxi_), parameters.office);
    if (!plan_.applicants.empty())
        open("support-1", std::make_unique<model::RegistrationCounter>(taxi_, ground_.residents),
             parameters.office);
}

void TaxiServices::close_day()
{
    office_->close_day();
    for (std::size_t i = 0; i < counters_.size(); ++i) {
        const model::RideCount& count = counters_[i]->count();
        ground_.recorder.service(
            sim::TaxiCardRow{plan_.people[i].resident, count.registration, count.year, count.used});
    }
}

}  // namespace app
