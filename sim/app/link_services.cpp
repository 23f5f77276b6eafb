// SPDX-License-Identifier: Apache-2.0
#include "sim/app/link_services.h"

#include <algorithm>
#include <filesystem>

#include "sim/app/my_number_cards.h"
#include "sim/base/hex_text.h"
#include "sim/scenario/card_file.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

enum Draw : std::uint64_t { draw_serial, draw_revoked, draw_expired };

constexpr model::FileId authority_certificate = 0x000B;

const model::Octets& authority_of(const model::MyNumberProfile& profile)
{
    const auto& all = profile.applications;
    const auto jpki =
        std::find_if(all.begin(), all.end(), [](const auto& one) { return one.name == "jpki"; });
    return jpki->find(authority_certificate)->content;
}

model::LinkPlan plan_of(const ServiceGround& ground)
{
    return model::draw_link_plan(ground.scenario, ground.people, ground.residents, ground.attempts);
}

}  // namespace

std::shared_ptr<const model::MyNumberProfile> without_certificates(
    const model::MyNumberProfile& profile)
{
    model::MyNumberProfile other = profile;
    std::erase_if(other.applications, [](const auto& one) { return one.name == "jpki"; });
    return std::make_shared<const model::MyNumberProfile>(std::move(other));
}

LinkServices::LinkServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                           model::ServiceNetworkModule& network)
    : ground_(ground),
      adult_(make(ground.scenario.linking->adult_card)),
      child_(make(ground.scenario.linking->child_card)),
      transit_(model::profile_of(ground.scenario.city.devices.fare_box.card_system,
                                 *model::parse_pmm(ground.scenario.city.devices.cards.front().pmm),
                                 nullptr)),
      validation_(authority_of(*adult_.profile), ground.scenario.tariff_date,
                  ground.scenario.linking->birth_released),
      names_(ground.scenario.seed),
      linkage_(
          ground.scenario, ground.linkage, ground.recorder,
          [this](const std::string& serial) { return validation_.holder_of(serial)->resident; },
          names_),
      portal_(ground.scenario.linking->deadline, names_),
      counter_queue_(plan_of(ground).counter),
      phone_queue_(plan_of(ground).phone)
{
    enter_holders();
    adopt_links();
    network.add_back_end("linkage", linkage_, parameters.back_end);
    network.add_back_end("validation", validation_, parameters.validation);
    network.add_back_end("consent", consent_, parameters.back_end);
    network.add_back_end("portal", portal_, parameters.back_end);
    add_desks(parameters, network);
}

LinkServices::SharedCard LinkServices::make(const std::string& file) const
{
    const auto folder = std::filesystem::path(ground_.scenario.file).parent_path();
    const sim::CardFile card = sim::load_card((folder / file).lexically_normal());
    if (!card.my_number)
        throw sim::ScenarioError(card.file, "is no My Number Card, which \"linking\" needs");
    return {my_number_profile(*card.my_number), card.my_number->pin.auth, card.my_number->pin.sign};
}

std::string LinkServices::serial_of(std::uint32_t resident) const
{
    std::uint64_t bits =
        sim::RngStream(ground_.scenario.seed, "certificate").bits(resident, draw_serial);
    std::array<std::uint8_t, 8> bytes{};
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(bits);
        bits >>= 8;
    }
    return sim::hex_of(bytes);
}

void LinkServices::enter_holders()
{
    const sim::ResidentParameters& population = ground_.scenario.residents->population;
    const sim::LinkMishaps& shares = ground_.scenario.linking->mishaps;
    const sim::RngStream stream(ground_.scenario.seed, "certificate");
    for (std::uint32_t who = 0; who < ground_.residents.size(); ++who) {
        const model::Resident& one = ground_.residents[who];
        if (!one.my_number_card) continue;
        const sim::District& home = population.districts[one.district];
        validation_.enter(serial_of(who), {who, one.birth, home.municipality, home.id,
                                           stream.chance(shares.revoked_ppm, who, draw_revoked),
                                           stream.chance(shares.expired_ppm, who, draw_expired)});
    }
}

void LinkServices::adopt_links()
{
    for (std::uint32_t card = 0; card < ground_.people.holders.size(); ++card) {
        const model::LinkState state = ground_.linkage.state_of(card, ground_.scenario.to);
        if (!state.linked) continue;
        linkage_.adopt(serial_of(card), ground_.cards[card].idm,
                       ground_.people.holders[card].lives_here);
        model::record_link(ground_.recorder, state, card, card, true);
    }
}

model::LinkCards LinkServices::cards_of(const model::LinkVisit& visit) const
{
    const model::HeldCard held = card_of(visit.resident);
    return {ground_.cards[visit.touched_card], &transit_, held.profile, held.pin, held.serial};
}

model::HeldCard LinkServices::card_of(std::uint32_t resident) const
{
    const SharedCard& shared = ground_.residents[resident].signature ? adult_ : child_;
    const std::string serial = serial_of(resident);
    const model::CertifiedHolder* const holder = validation_.holder_of(serial);
    const char* const trouble = holder && holder->revoked   ? "revoked"
                                : holder && holder->expired ? "expired"
                                                            : "";
    return {shared.profile, shared.pin, serial, trouble};
}

void LinkServices::add_desks(const sim::ServiceParameters& parameters,
                             model::ServiceNetworkModule& network)
{
    const auto add = [&](const char* kind, int count, model::LinkQueue& queue,
                         const sim::LinkParameters& link) {
        for (int i = 1; i <= count; ++i) {
            desks_.push_back(std::make_unique<model::LinkDesk>(
                ground_.scenario, parameters, queue,
                [this](const model::LinkVisit& visit) { return cards_of(visit); },
                [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }));
            network.add_desk(kind + std::to_string(i), *desks_.back(), link);
        }
    };
    add("counter-", ground_.scenario.linking->counters, counter_queue_, parameters.office);
    add("phone-", ground_.scenario.linking->phones, phone_queue_, parameters.mobile);
}

}  // namespace app
