// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/card_image.h"
#include "models/identity/link_service.h"
#include "models/identity/validation_authority.h"
#include "sim/base/hex_text.h"
#include "tests/models/my_number/invented_card.h"

// A register of links and a validation authority that reach each other without a network, and
// people whose cards sign with the keys of the bench.
namespace model
{

struct KeptLinks final : sim::Recorder {
    std::vector<sim::LinkRow> rows;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const link = std::get_if<sim::LinkRow>(&row)) rows.push_back(*link);
    }
};

inline sim::Scenario linking_scenario()
{
    sim::Scenario scenario;
    scenario.tariff_date = sim::date_of({2026, 6, 10});
    scenario.linking.emplace();
    scenario.residents.emplace();
    scenario.residents->population.municipality = "maebashi";
    sim::Discount senior, resident;
    senior.number = 1;
    senior.age_from = 70;
    resident.number = 2;
    scenario.city.tariff.discounts = {senior, resident};
    return scenario;
}

class LinkOffice final : public Line
{
public:
    LinkOffice()
    {
        for (std::uint32_t card = 0; card < 4; ++card) linkage.enrol(bench_idm(card + 1), card);
        authority.enter("anna",
                        {0, sim::date_of({1950, 1, 1}), "maebashi", "centre", false, false});
        authority.enter("ben", {1, sim::date_of({1990, 1, 1}), "maebashi", "haga", false, false});
        authority.enter("far",
                        {2, sim::date_of({1950, 1, 1}), "takasaki", "takasaki", false, false});
        authority.enter("old", {3, sim::date_of({1990, 1, 1}), "maebashi", "haga", false, true});
        authority.enter("bad", {4, sim::date_of({1990, 1, 1}), "maebashi", "haga", true, false});
    }

    fw::Nanos now() override { return at; }
    std::optional<sim::Form> call(const std::string&, const sim::Form& request, fw::Nanos) override
    {
        if (authority_away) return std::nullopt;
        return authority.answer(request, "linkage", *this);
    }

    std::string challenge(const std::string& number)
    {
        return *service.answer(sim::Form("link.begin").set("request", number), "counter-1", *this)
                    .text("challenge");
    }

    // What a holder's card has signed for a request of this number.
    sim::Form proof(const std::string& kind, const std::string& number, const std::string& serial)
    {
        const std::string fresh = challenge("begin-" + number);
        const std::string text = text_to_sign(fresh, serial);
        SigningKey::Signature signature{};
        (void)adult().auth.key->sign(
            SignatureScheme::hashed,
            {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, signature);
        return sim::Form(kind)
            .set("request", number)
            .set("serial", serial)
            .set("challenge", fresh)
            .set("certificate", sim::hex_of(adult().auth.certificate))
            .set("signature", sim::hex_of(signature));
    }

    sim::Form registration(const std::string& number, const std::string& serial, std::uint64_t card,
                           const std::string& membership = "light")
    {
        return proof("link.register", number, serial)
            .set("transit_card", sim::hex_of(bench_idm(card).bytes))
            .set("membership", membership);
    }

    // "done", or the reason of a refusal.
    std::string send(const sim::Form& request)
    {
        const sim::Form reply = service.answer(request, "counter-1", *this);
        return reply.kind() == "link.done" ? "done" : reply.text("reason").value_or("");
    }

    sim::Scenario scenario = linking_scenario();
    fw::Nanos at{1'000'000'000};
    bool authority_away = false;
    IdLinkage linkage{8};
    KeptLinks kept;
    ValidationAuthority authority{adult().auth.authority, scenario.tariff_date, true};
    DomainNames names{1};
    LinkService service{
        scenario, linkage, kept,
        [this](const std::string& serial) { return authority.holder_of(serial)->resident; }, names};
};

}  // namespace model
