// SPDX-License-Identifier: Apache-2.0
#include "sim/app/data_use_services.h"

#include <array>
#include <set>

#include "models/broker/held_data.h"
#include "models/broker/signing_phone.h"
#include "sim/base/hex_text.h"

namespace app
{

namespace
{

const char* word_of(sim::DataPath path)
{
    static constexpr std::array<const char*, 5> words{"health", "welfare", "mobility", "commerce",
                                                      "family"};
    return words[static_cast<std::size_t>(path)];
}

std::set<std::uint32_t> everybody_in(const std::vector<model::PlannedDataUse>& plan)
{
    std::set<std::uint32_t> people;
    for (const model::PlannedDataUse& one : plan)
        people.insert({one.resident, one.proxy, one.stranger});
    return people;
}

}  // namespace

DataUseServices::DataUseServices(const ServiceGround& ground,
                                 const sim::ServiceParameters& parameters,
                                 model::ServiceNetworkModule& network)
    : ground_(ground),
      rules_(*ground.scenario.data_use),
      broker_(rules_, ground.scenario.seed),
      uses_{ground.scenario,
            model::draw_data_uses(ground.scenario, ground.residents, ground.attempts),
            {},
            broker_,
            std::vector<std::string>(ground.residents.size())}
{
    for (const model::PlannedDataUse& one : uses_.plan)
        uses_.rows.push_back(model::row_of(rules_, one));
    for (const sim::DataDomain& domain : rules_.domains) {
        stores_.push_back(std::make_unique<model::DataStore>(rules_, domain, ground.scenario.seed));
        const sim::PublicHalf key = stores_.back()->public_key();
        broker_.enter_domain(domain, key);
        ground.recorder.service(
            sim::DataDomainRow{domain.id, word_of(domain.path), sim::hex_of(key)});
    }
    enter_people();
    record_held();
    add_back_ends(parameters, network);
    add_desks(parameters, network);
}

void DataUseServices::enter_people()
{
    const auto row = [this](const std::string& domain, std::uint32_t who) {
        const std::string name = uses_.name_in(domain, who);
        ground_.recorder.service(sim::DataNameRow{domain, name, who});
        return name;
    };
    for (const std::uint32_t who : everybody_in(uses_.plan)) {
        const auto key =
            model::PhoneKey::made_in(model::custody_of(who), who, 0, model::KeyDomain::consents);
        uses_.own_of[who] = key->public_key().serial;
        broker_.enter_person(uses_.own_of[who], key->public_key());
        row("consents", who);
        const bool hidden = ground_.residents[who].protection;
        for (std::size_t i = 0; i < stores_.size(); ++i)
            stores_[i]->enter(row(rules_.domains[i].id, who), who, hidden);
        if (hidden) ground_.recorder.service(sim::ProtectedRow{who});
    }
}

void DataUseServices::record_held() const
{
    std::set<std::tuple<std::string, std::string, std::uint32_t>> told;
    for (const model::PlannedDataUse& one : uses_.plan) {
        const sim::DataUse& use = rules_.uses[one.line];
        if (!told.insert({use.holder, use.item, one.resident}).second) continue;
        for (const sim::DataDomain& domain : rules_.domains)
            for (const sim::HeldItem& item : domain.holds) {
                const bool meant = domain.id == use.holder && item.id == use.item;
                if (!meant || !model::is_held(ground_.scenario.seed, domain, item, one.resident))
                    continue;
                const auto data =
                    model::held_data(ground_.scenario.seed, domain, item, one.resident);
                ground_.recorder.service(sim::DataHeldRow{
                    domain.id, item.id, item.location, one.resident,
                    sim::hex_of(sim::sha256_of(data)), static_cast<std::int64_t>(data.size())});
            }
    }
}

void DataUseServices::add_back_ends(const sim::ServiceParameters& parameters,
                                    model::ServiceNetworkModule& network)
{
    network.add_back_end("broker", broker_, parameters.back_end);
    network.add_back_end("use_log", log_, parameters.back_end);
    for (std::size_t i = 0; i < stores_.size(); ++i)
        network.add_back_end(rules_.domains[i].id + "_store", *stores_[i], parameters.back_end);
    for (const sim::StoreLine& line : rules_.lines) {
        const std::string one = line.one + "_store", other = line.other + "_store";
        if (line.access_line)
            network.join_through_gate(one, other, line.id, line.link, line.stands_for);
        else
            network.join(one, other, line.id, line.link, line.rate_kbps);
    }
}

void DataUseServices::add_desks(const sim::ServiceParameters& parameters,
                                model::ServiceNetworkModule& network)
{
    const auto open = [&](const std::string& name, auto program, const sim::LinkParameters& link) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), link);
    };
    std::set<std::string> asking;
    for (const sim::DataUse& use : rules_.uses) asking.insert(use.receiver);
    for (const std::string& domain : asking)
        for (std::int32_t i = 1; i <= rules_.desks; ++i)
            open(domain + "_desk-" + std::to_string(i),
                 std::make_unique<model::DataDesk>(uses_, domain, i), parameters.office);
    for (std::int32_t i = 1; i <= rules_.phones; ++i)
        open("signer-" + std::to_string(i), std::make_unique<model::SigningPhone>(uses_, i),
             parameters.mobile);
}

void DataUseServices::close_day() const
{
    for (const sim::DataUseRow& row : uses_.rows) ground_.recorder.service(row);
}

}  // namespace app
