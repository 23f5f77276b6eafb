// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/jpki_commands.h"
#include "models/city_id/id_office.h"
#include "models/identity/validation_authority.h"
#include "sim/base/hex_text.h"
#include "tests/models/my_number/invented_card.h"

namespace model
{

constexpr std::int64_t id_second = 1'000'000'000;

inline sim::Scenario id_scenario()
{
    sim::Scenario scenario;
    scenario.tariff_date = sim::date_of({2026, 6, 10});
    scenario.city_id.emplace();
    scenario.city_id->services = {
        {"shop",
         0,
         {},
         {},
         {{"everyday", {1}, {100'000}, {"face"}, {}},
          {"signed", {100'000}, {500'000}, {"phone"}, {}},
          {"two_factors", {500'000}, {900'000}, {"face_and_phone"}, {}}}},
        {"counter", 0, {}, {}, {{"needed", {0}, {0}, {"card"}, {}}}},
        {"reception", 0, {}, {}, {{"needed", {0}, {0}, {"face_and_card"}, {}}}}};
    scenario.city_id->custody = {{.id = "secure_element", .level = 2, .source = {}},
                                 {.id = "sub_sim", .level = 3, .source = {}},
                                 {.id = "none", .level = 0, .source = {}}};
    return scenario;
}

inline CertifiedHolder ended_at(fw::Nanos moment)
{
    CertifiedHolder holder;
    holder.until = moment;
    return holder;
}

// Office and authority without a network; two people, each with an ID, and the office's own voice.
class Bureau final : public Line
{
public:
    explicit Bureau(const sim::Scenario& made = id_scenario()) : scenario(made)
    {
        authority.also_issues(card.sign.authority);
        for (const char* const who : {"anna", "ben"})
            for (const char* const kind : {"-auth", "-sign"})
                authority.enter(who + std::string(kind), {});
        adopt("anna", 1);
        adopt("ben", 2);
    }

    fw::Nanos now() override { return at; }
    std::optional<sim::Form> call(const std::string&, const sim::Form& request, fw::Nanos) override
    {
        ++asked;
        if (away) return std::nullopt;
        return authority.answer(request, "cityid", *this);
    }

    std::string say(const sim::Form& request)
    {
        last = office.answer(request, "prover-1", *this);
        return last.text("reason").value_or(last.kind());
    }

    std::string begin(const std::string& number, const std::string& service, std::int64_t amount,
                      const std::string& method)
    {
        session = {number, service, amount};
        return say(sim::Form("proof.begin")
                       .set("request", number)
                       .set("service", service)
                       .set("amount", amount)
                       .set("method", method));
    }
    std::string face(const std::string& who, int score = 800)
    {
        return say(sim::Form("proof.face")
                       .set("request", session.number)
                       .set("id", office.id_for(who + "-auth"))
                       .set("score", score));
    }
    std::string phone(std::uint64_t person, const std::string& challenge)
    {
        const PhoneKey key = *PhoneKey::made_in(KeyCustody::sub_sim, person);
        const std::string text =
            proof_text(challenge, session.number, session.service, session.amount);
        return say(sim::Form("proof.phone")
                       .set("request", session.number)
                       .set("key", key.public_key().serial)
                       .set("signature", sim::hex_of(key.sign(octets_of(text)))));
    }
    std::string show_card(const std::string& who, const std::string& challenge)
    {
        sim::Form form("proof.card");
        form.set("request", session.number).set("serial", who + "-auth");
        return say(form.set("certificate", sim::hex_of(card.auth.certificate))
                       .set("signature", signature(*card.auth.key, challenge, who + "-auth")));
    }
    std::string challenge() const { return last.text("challenge").value_or(""); }

    static std::string signature(const SigningKey& key, const std::string& challenge,
                                 const std::string& serial)
    {
        SigningKey::Signature made{};
        (void)key.sign(SignatureScheme::hashed, octets_of(text_to_sign(challenge, serial)), made);
        return sim::hex_of(made);
    }

    // What a counter sends for somebody's card and phone.
    sim::Form bind(const std::string& number, const std::string& who, std::uint64_t person,
                   KeyCustody custody, const PhoneKey& attests)
    {
        say(sim::Form("id.begin").set("request", number));
        const std::string fresh = challenge();
        const PhoneKey key = *PhoneKey::made_in(KeyCustody::sub_sim, person);
        const std::string told = word_of(custody);
        const std::string attested = attested_text(told, key.public_key());
        return sim::Form("id.bind")
            .set("request", number)
            .set("serial_auth", who + "-auth")
            .set("certificate_auth", sim::hex_of(card.auth.certificate))
            .set("signature_auth", signature(*card.auth.key, fresh, who + "-auth"))
            .set("serial_sign", who + "-sign")
            .set("certificate_sign", sim::hex_of(card.sign.certificate))
            .set("signature_sign", signature(*card.sign.key, fresh, who + "-sign"))
            .set("key", key.public_key().hex())
            .set("key_signature", sim::hex_of(key.sign(octets_of(fresh))))
            .set("custody", told)
            .set("attestation", sim::hex_of(attests.sign(octets_of(attested))));
    }

    sim::Scenario scenario;
    sim::Recorder recorder;
    MyNumberIssue card = adult();
    ValidationAuthority authority{card.auth.authority, scenario.tariff_date, false};
    IdOffice office{scenario, [](const std::string&) { return 0U; }, recorder};
    fw::Nanos at{1000 * id_second};
    bool away = false;
    int asked = 0;

private:
    void adopt(const std::string& who, std::uint64_t person)
    {
        IdRecord record;
        record.id = office.id_for(who + "-auth");
        record.auth_serial = who + "-auth";
        record.sign_serial = who + "-sign";
        record.auth_certificate =
            std::make_shared<const std::string>(sim::hex_of(card.auth.certificate));
        record.sign_certificate =
            std::make_shared<const std::string>(sim::hex_of(card.sign.certificate));
        record.key = PhoneKey::made_in(KeyCustody::sub_sim, person)->public_key();
        record.custody = "sub_sim";
        office.adopt(record);
    }

    struct {
        std::string number, service;
        std::int64_t amount = 0;
    } session;
    sim::Form last;
};

}  // namespace model
