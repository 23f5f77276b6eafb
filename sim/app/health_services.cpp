// SPDX-License-Identifier: Apache-2.0
#include "sim/app/health_services.h"

#include "sim/app/health_rules.h"

namespace app
{

namespace
{

constexpr std::int64_t first_history = 1'000'000;  // numbers of what the portal had before

model::HealthGround shared_by_desks(const ServiceGround& ground, const LinkServices& links,
                                    const sim::ServiceParameters& parameters)
{
    const sim::Linking& linking = *ground.scenario.linking;
    const auto card_of = [&links](std::uint32_t who) { return links.card_of(who); };
    return {ground.scenario,
            ground.recorder,
            model::draw_health_plan(ground.scenario, ground.residents, ground.attempts),
            {},
            {},
            {},
            model::BodyOf(ground.scenario.seed, ground.scenario.health->items),
            card_of,
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(linking.handling),
            sim::quantiles_of(linking.pin_entry),
            sim::RngStream(ground.scenario.seed, "health")};
}

}  // namespace

HealthServices::HealthServices(const ServiceGround& ground, LinkServices& links,
                               const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
    : ground_(ground),
      links_(links),
      rules_(*ground.scenario.health),
      health_(shared_by_desks(ground, links, parameters)),
      exchange_(ground.scenario, links.names()),
      portal_(rules_.portal, rules_.items)
{
    record_health_rules(rules_, ground.recorder);
    add_servers();
    for (std::size_t i = 0; i < health_.plan.people.size(); ++i) {
        health_.people.push_back({});
        health_.wearables.emplace_back(static_cast<std::int64_t>(i) + 1);
        meet(health_.people.back(), i);
    }
    for (const std::int64_t number : health_.plan.lent) health_.wearables.emplace_back(number);
    health_.checkups.resize(static_cast<std::size_t>(health_.plan.checkups));
    network.add_back_end("exchange", exchange_, parameters.back_end);
    network.add_back_end("mynaportal", portal_, parameters.back_end);
    for (std::size_t i = 0; i < servers_.size(); ++i)
        network.add_back_end(server_named(i), *servers_[i], parameters.back_end);
    open(parameters, network);
}

void HealthServices::add_servers()
{
    std::map<std::string, std::string> screens;
    for (std::size_t i = 0; i < rules_.rules.roles.size(); ++i)
        screens["screen-" + std::to_string(i + 1)] = rules_.rules.roles[i].id;
    const auto token_of = [seed = ground_.scenario.seed](const std::string& account) {
        return model::name_in(seed, "account token", account);
    };
    for (std::size_t i = 0; i < rules_.programmes.size(); ++i)
        servers_.push_back(std::make_unique<model::MileageServer>(
            ground_.scenario,
            model::MileageServerSetting{server_named(i), rules_.programmes[i].municipality,
                                        token_of, screens},
            ground_.recorder));
}

// Names the person has, and what stood before the day.
void HealthServices::meet(model::HealthGround::Person& person, std::size_t number)
{
    person.plan = health_.plan.people[number];
    person.server = server_named(person.plan.programme);
    const std::uint32_t who = person.plan.resident;
    if (ground_.residents[who].my_number_card) {
        person.member = links_.names().name_in(person.server, links_.serial_of(who));
        ground_.recorder.service(sim::HealthNameRow{person.server, person.member, who, 0});
        keep_history(person, number);
    }
    remember(person, number);
    if (person.plan.device > 0)
        health_.wearables[number].put_on(who, number, ground_.scenario.from);
}

void HealthServices::remember(model::HealthGround::Person& person, std::size_t number)
{
    using model::HealthStanding;
    const HealthStanding standing = person.plan.standing;
    const model::Resident& who = ground_.residents[person.plan.resident];
    if (standing == HealthStanding::upgrades || standing == HealthStanding::account)
        return adopt_account(person, number);
    if (standing != HealthStanding::linked) return;
    person.subject = person.member;
    person.linked = person.plan.agrees;
    servers_[person.plan.programme]->adopt(
        person.member,
        model::MemberFacts{ground_.scenario.residents->population.districts[who.district].id,
                           model::age_band_of(who.birth, ground_.scenario.tariff_date),
                           person.plan.agrees});
}

// An account from before cards were read, with some days of readings.
void HealthServices::adopt_account(model::HealthGround::Person& person, std::size_t number)
{
    const std::uint32_t who = person.plan.resident;
    model::MileageServer& server = *servers_[person.plan.programme];
    person.account = model::name_in(ground_.scenario.seed, "account", std::to_string(who));
    person.token = model::name_in(ground_.scenario.seed, "account token", person.account);
    person.subject = person.account;
    ground_.recorder.service(sim::HealthNameRow{person.server, person.account, who, 1});
    server.adopt(person.account, model::MemberFacts{});
    const auto device = static_cast<std::int64_t>(number) + 1;
    std::int64_t count = 50'000;  // above what the day itself will count to
    for (model::Reading one :
         health_.body.between(who, model::health_day * -rules_.history_days, {0})) {
        one.id = model::device_reading(device, ++count);
        server.adopt(person.account, one);
        ground_.recorder.service(sim::HealthReadingRow{one.id, 1, who, one.item + 1, one.value,
                                                       one.measured.count, device,
                                                       one.measured.count, "history"});
    }
}

// Medicines and past illnesses that the portal knows of a person; not everybody has each.
void HealthServices::keep_history(const model::HealthGround::Person& person, std::size_t number)
{
    const std::uint32_t who = person.plan.resident;
    const std::string name =
        links_.names().name_in(model::HealthExchange::national, links_.serial_of(who));
    for (std::size_t item = 0; item < rules_.items.items.size(); ++item) {
        const std::uint64_t key = number * 100 + item;
        if (rules_.items.items[item].source != sim::ItemSource::history ||
            !health_.stream.chance(400'000, key, 400))
            continue;
        const auto position = static_cast<std::int64_t>(item);
        const model::Reading one{
            model::checkup_reading(first_history + static_cast<std::int64_t>(number), position), 1,
            position, health_.body.value(who, item, 1), model::health_day * -30};
        portal_.adopt(name, one);
        ground_.recorder.service(sim::HealthReadingRow{one.id, 1, who, one.item + 1, one.value,
                                                       one.measured.count, 0, one.measured.count,
                                                       "history"});
    }
}

void HealthServices::open(const sim::ServiceParameters& parameters,
                          model::ServiceNetworkModule& network)
{
    for (auto& [name, acts] : health_.plan.by_desk) {
        desks_.push_back(std::make_unique<model::HealthDesk>(health_, std::move(acts)));
        const bool mobile =
            name.starts_with("enrol") || name.starts_with("wearable") || name.starts_with("app");
        network.add_desk(name, *desks_.back(), mobile ? parameters.mobile : parameters.office);
    }
}

void HealthServices::close_day()
{
    for (const model::Wearable& device : health_.wearables)
        for (const model::HeldReading& one : device.memory())
            ground_.recorder.service(sim::HealthReadingRow{
                one.reading.id, one.reading.version, one.resident, one.reading.item + 1,
                one.reading.value, one.reading.measured.count, device.number(), -1, "pending"});
    for (const auto& server : servers_) server->close_day();
}

}  // namespace app
