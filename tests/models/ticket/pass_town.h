// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "models/card/card_image.h"
#include "models/identity/consent.h"
#include "models/identity/link_service.h"
#include "models/ticket/credit_company.h"
#include "models/ticket/ticket_store.h"
#include "sim/base/hex_text.h"
#include "tests/models/ticket/pass_scenario.h"

// Register, ticket store and card company that reach each other without a network. Member "anna"
// lives in the city and is linked in full, "far" elsewhere, "light" was linked at a counter.
namespace model
{

class PassTown final : public Line
{
public:
    explicit PassTown(std::int32_t refused_ppm = 0)
        : credit(1, refused_ppm,
                 [this](fw::Nanos when, const std::string& request, std::int64_t yen) {
                     kept.service(sim::PassRow(sim::PassChargeRow{when.count, request, yen}));
                 })
    {
        const std::map<std::string, Membership> people{
            {"anna", Membership::full}, {"far", Membership::full}, {"light", Membership::light}};
        std::uint32_t card = 0;
        for (const auto& [serial, membership] : people) {
            linkage.enrol(bench_idm(card + 1), card);
            linkage.link(bench_idm(card + 1), 0, {}, membership);
            service.adopt(serial, bench_idm(card + 1), serial != "far");
            residents[serial] = card++;
        }
    }

    fw::Nanos now() override { return at; }
    std::optional<sim::Form> call(const std::string& to, const sim::Form& request,
                                  fw::Nanos) override
    {
        calls.push_back(request.kind());
        if (silent == request.kind()) return std::nullopt;
        BackEnd& other = to == "credit"    ? static_cast<BackEnd&>(credit)
                         : to == "consent" ? static_cast<BackEnd&>(consent)
                                           : static_cast<BackEnd&>(service);
        return other.answer(request, "tickets", *this);
    }

    sim::Form wish(const std::string& number, const std::string& serial,
                   const std::string& pass = "day")
    {
        return sim::Form("ticket.sell")
            .set("request", number)
            .set("member", names.name_in("mobility", serial))
            .set("payer", names.name_in("payment", serial))
            .set("pass", pass);
    }
    // "400 yen", "busy", or the reason of a refusal.
    std::string buy(const std::string& number, const std::string& serial,
                    const std::string& pass = "day")
    {
        const sim::Form reply = store.answer(wish(number, serial, pass), "portal", *this);
        if (reply.kind() == "pass.bought") return std::to_string(*reply.number("yen")) + " yen";
        return reply.kind() == "pass.busy" ? "busy" : reply.text("reason").value_or("");
    }
    std::int64_t charged() const
    {
        std::int64_t sum = 0;
        for (const auto& row : kept.of<sim::PassChargeRow>()) sum += row.yen;
        return sum;
    }

    sim::Scenario scenario = pass_scenario();
    fw::Nanos at{60'000'000'000};
    std::string silent;  // kind of message that gets no answer
    std::vector<std::string> calls;
    std::map<std::string, std::uint32_t> residents;
    KeptPasses kept;
    IdLinkage linkage{8};
    DomainNames names{1};
    ConsentRegister consent;
    LinkService service{scenario, linkage, kept,
                        [this](const std::string& serial) { return residents.at(serial); }, names};
    CreditCompany credit;
    TicketStore store{
        scenario.city.tariff,
        {1'000'000'000},
        kept,
        {[this](const std::string& request) { return service.pass_bound(request); },
         [this](const std::string& request) { return credit.charged(request); },
         [this](const std::string& request, fw::Nanos when) { credit.refund(request, when); }}};
};

}  // namespace model
