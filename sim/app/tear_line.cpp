// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tear_line.h"

#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

constexpr std::uint16_t stops = 4;
constexpr std::uint16_t none = fw::PatternFares::no_price;

fw::Pmm pmm_of(const sim::Scenario& scenario)
{
    const auto& cards = scenario.city.devices.cards;
    const auto pmm = cards.empty() ? std::nullopt : model::parse_pmm(cards.front().pmm);
    if (!pmm)
        throw sim::ScenarioError(scenario.city.device_file,
                                 "pmm of a card is 16 hexadecimal digits");
    return *pmm;
}

// Bit errors would move the grid; what they do is another fault's business.
model::TouchUnitConfig config_of(const sim::Scenario& scenario)
{
    model::TouchUnitConfig config;
    config.reader = scenario.city.devices.reader;
    config.reader.frame_error_ppm = 0;
    config.box = scenario.city.devices.fare_box;
    config.policy.rf = config.reader.rf_kbps == 424 ? fw::RfSet::felica_424 : fw::RfSet::felica_212;
    config.policy.card_system = config.box.card_system;
    config.policy.retries = config.reader.retries;
    config.policy.class_source = fw::ClassSource::none;
    config.policy.unfinished_memory = config.box.unfinished_memory;
    config.policy.same_card_guard = config.box.same_card_guard;
    config.policy.top_up_step = scenario.city.tariff.top_up_step;
    return config;
}

std::uint16_t packed(sim::Date date)
{
    const sim::CivilDate civil = sim::civil_of(date);
    return fw::pack_date(civil.year, civil.month, civil.day);
}

}  // namespace

TearLine::TearLine(const sim::Scenario& scenario)
    : config_(config_of(scenario)),
      stream_(scenario.seed, "tear"),
      cipher_(std::make_shared<const model::StandInCipher>()),
      profile_(model::profile_of(config_.policy.card_system, pmm_of(scenario), cipher_)),
      date_(packed(scenario.timetable_date)),
      top_up_(scenario.city.tariff.top_up_step),
      operators_(1),
      patterns_(2)
{
    prices_ = {three_stops, 100,  two_stops, three_stops, none, none, 100,  two_stops, none,
               none,        none, 100,       none,        none, none, none, one_price};
    patterns_[by_distance].first_code = 101;
    patterns_[by_distance].stops = stops;
    patterns_[flat].first_code = 101 + stops;
    patterns_[flat].stops = stops;
    patterns_[flat].flat = patterns_[flat].collect_on_boarding = true;
    patterns_[flat].first_price = stops * stops;
    table_.version = 1;
    table_.operators = operators_;
    table_.patterns = patterns_;
    table_.prices = prices_;
}

model::TouchUnitConfig TearLine::box(std::uint32_t device) const
{
    model::TouchUnitConfig config = config_;
    config.device = config.policy.device = device;
    return config;
}

}  // namespace app
