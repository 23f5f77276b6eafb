// SPDX-License-Identifier: Apache-2.0
#include "sim/app/city_id_services.h"

#include <algorithm>

#include "models/card/jpki_commands.h"
#include "models/card/my_number_contents.h"
#include "sim/base/hex_text.h"
#include "sim/link/mobile_link.h"
#include "sim/scenario/descriptions.h"

namespace app
{

namespace
{

constexpr model::FileId token_file = 0x0006, sign_authority_file = 0x0002;

// The card's functions inside a phone: certificates alone, and the one for authentication is read
// after its PIN (my-number-card.md 4.1).
std::shared_ptr<const model::MyNumberProfile> inside_a_phone(const model::MyNumberProfile& card)
{
    model::MyNumberProfile phone = card;
    std::erase_if(phone.applications, [](const auto& one) { return one.name != "jpki"; });
    phone.find("jpki", token_file)->content = model::token_info("JPKIAPGPSETOKEN");
    phone.find("jpki", model::auth_certificate_file)->opened_by = {model::auth_pin_file};
    return std::make_shared<const model::MyNumberProfile>(std::move(phone));
}

const model::Octets& content_of(const model::MyNumberProfile& card, model::FileId file)
{
    const auto is_jpki = [](const auto& one) { return one.name == "jpki"; };
    const auto& all = card.applications;
    return std::find_if(all.begin(), all.end(), is_jpki)->find(file)->content;
}

model::CertificateText text_of(const model::Octets& certificate)
{
    return std::make_shared<const std::string>(sim::hex_of(certificate));
}

template <class Time>
std::array<sim::Quantiles, 3> by_custody(const model::IdPeople& people, Time time)
{
    using Type = model::KeyCustody;
    const auto of = [&](Type type) { return sim::quantiles_of(people.custody(type).*time); };
    return {of(Type::none), of(Type::secure_element), of(Type::sub_sim)};
}

const char* status_of(const sim::Source& source)
{
    return source.assumed ? "assumed" : "published";
}

}  // namespace

CityIdServices::CityIdServices(const ServiceGround& ground, LinkServices& links,
                               const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
    : ground_(ground),
      people_(ground.scenario, ground.residents, ground.attempts),
      office_(
          ground.scenario,
          [&authority = links.authority()](const std::string& serial) {
              return authority.holder_of(serial)->resident;
          },
          ground.recorder),
      id_(shared(links, parameters)),
      auth_certificate_(text_of(content_of(*id_.card.profile, model::auth_certificate_file))),
      sign_certificate_(text_of(content_of(*id_.card.profile, model::sign_certificate_file)))
{
    const sim::CityId& rules = id_.rules();
    record_rules();
    record_tiers();
    links.authority().also_issues(content_of(*id_.card.profile, sign_authority_file));
    if (rules.closed_for.count > 0)
        links.close_authority(rules.closed_from, rules.closed_from + rules.closed_for);
    for (const std::uint32_t who : acting()) {
        enter(who, links.authority());
        if (std::binary_search(people_.registered().begin(), people_.registered().end(), who))
            adopt(who);
    }
    network.add_back_end("cityid", office_, parameters.back_end);
    for (std::int32_t i = 1; i <= rules.counters; ++i) {
        programs_.push_back(std::make_unique<model::IdCounter>(id_, i));
        network.add_desk("idcounter-" + std::to_string(i), *programs_.back(), parameters.office);
    }
    for (std::int32_t i = 1; i <= rules.provers; ++i) {
        programs_.push_back(std::make_unique<model::IdProver>(id_, i));
        network.add_desk("prover-" + std::to_string(i), *programs_.back(), parameters.mobile);
    }
}

model::IdGround CityIdServices::shared(const LinkServices& links,
                                       const sim::ServiceParameters& parameters)
{
    const sim::Linking& linking = *ground_.scenario.linking;
    const LinkServices::SharedCard &card = links.adult_card(), &child = links.child_card();
    return {ground_.scenario,
            ground_.recorder,
            people_,
            model::draw_issues(ground_.scenario, people_, ground_.attempts),
            model::draw_proofs(ground_.scenario, people_, ground_.attempts),
            {card.profile, card.pin, card.password},
            {inside_a_phone(*card.profile), card.pin, card.password},
            {child.profile, child.pin, child.password},
            without_certificates(*card.profile),
            {parameters.card_activation, parameters.card_cable},
            {fw::Nanos{}, fw::Nanos{}},
            sim::quantiles_of(linking.handling),
            sim::quantiles_of(linking.pin_entry),
            by_custody(people_, &sim::IdCustody::signing),
            by_custody(people_, &sim::IdCustody::making),
            sim::RngStream(ground_.scenario.seed, "city ID"),
            [this](const std::string& serial) { return office_.id_for(serial); }};
}

// Only who does something today needs a row in the registers.
std::set<std::uint32_t> CityIdServices::acting() const
{
    std::set<std::uint32_t> all;
    for (const model::PlannedIssue& one : id_.issues) all.insert(one.resident);
    for (const model::PlannedProof& one : id_.proofs) all.insert({one.resident, one.claims});
    return all;
}

void CityIdServices::enter(std::uint32_t resident, model::ValidationAuthority& authority)
{
    const model::Resident& one = ground_.residents[resident];
    const sim::District& home = ground_.scenario.residents->population.districts[one.district];
    const model::IdPerson person = people_.person(resident);
    for (const auto& [kind, certificates] :
         {std::pair{"auth", &person.auth}, std::pair{"sign", &person.sign}})
        for (const model::IdCertificate& certificate : *certificates) {
            model::CertifiedHolder holder{resident, one.birth, home.municipality, home.id};
            holder.expired = certificate.ends == "expired";
            holder.from = certificate.from;
            holder.until = certificate.until;
            authority.enter(certificate.serial, holder);
            ground_.recorder.service(sim::IdCertificateRow{
                certificate.serial, std::int64_t{resident}, kind, certificate.from.count,
                certificate.until.count, certificate.ends});
        }
}

void CityIdServices::adopt(std::uint32_t resident)
{
    const model::IdPerson person = people_.person(resident);
    model::IdRecord record;
    record.id = office_.id_for(person.auth[0].serial);
    record.auth_serial = person.auth[0].serial;
    record.sign_serial = person.sign[0].serial;
    record.auth_certificate = auth_certificate_;
    record.sign_certificate = sign_certificate_;
    record.key = model::PhoneKey::made_in(person.custody, resident)->public_key();
    record.custody = model::word_of(person.custody);
    office_.adopt(record);
}

void CityIdServices::record_rules() const
{
    sim::CityId rules = id_.rules();
    const auto rule = [&](const char* name, const std::string& value, const char* silence = "") {
        ground_.recorder.service(sim::IdRuleRow{name, value, silence});
    };
    const sim::YamlNode written = sim::write_fields([&](sim::Visitor& v) { fields(v, rules); });
    rule("boundary", written.find("boundary")->text, "A.10-6");
    rule("stronger", written.find("stronger")->text, "A.10-7");
    rule("order", written.find("order")->text);
    rule("window", std::to_string(rules.window.count));
    rule("status_life", std::to_string(rules.status_life.count));
    rule("least_level", std::to_string(rules.least_level));
    rule("looks", std::to_string(rules.face.looks));
    rule("false_match_ppm", std::to_string(rules.face.false_match_ppm));
    rule("look_alike_match_ppm", std::to_string(rules.face.look_alike_match_ppm));
    rule("false_non_match_ppm", std::to_string(rules.face.false_non_match_ppm));
    rule("stolen_opens_ppm", std::to_string(rules.phone.stolen_opens_ppm));
    rule("fails_ppm", std::to_string(rules.phone.fails_ppm));
    rule("closed_from", std::to_string(rules.closed_from.count));
    rule("closed_to", std::to_string((rules.closed_from + rules.closed_for).count));
}

void CityIdServices::record_tiers() const
{
    const sim::CityId& rules = id_.rules();
    for (const sim::IdCustody& one : rules.custody)
        ground_.recorder.service(
            sim::IdCustodyRow{one.id, one.level, one.source.text, status_of(one.source)});
    for (const sim::IdService& service : rules.services) {
        std::int64_t position = 0;
        for (const sim::MethodBand& band : service.bands) {
            ++position;
            for (const std::string& method : band.methods)
                ground_.recorder.service(sim::IdBandRow{service.id, position, band.id,
                                                        band.from.count, band.to.count, method,
                                                        band.source.text, status_of(band.source)});
        }
    }
}

}  // namespace app
