// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/billing_desk.h"

namespace model
{

namespace
{

// A session overruns by three hours at most, and the last invoices take a day; assumed.
constexpr fw::Nanos overrun{10'800'000'000'000}, last_invoices{86'400'000'000'000};

}  // namespace

void BillingDesk::serve(Desk& desk)
{
    work_until(desk, rules().opens + rules().session + overrun);
    if (rules().explanations > 0) {
        desk.wait_until(rules().opens + rules().later);
        work_until(desk, rules().opens + rules().later + rules().session + overrun);
    }
    const fw::Nanos end = desk.now() + last_invoices;
    while (desk.now() < end && !look_through(desk)) desk.spend(rules().billing_period);
}

void BillingDesk::work_until(Desk& desk, fw::Nanos end) const
{
    if (desk.now() < rules().opens) desk.wait_until(rules().opens);
    while (desk.now() < end) {
        desk.spend(rules().billing_period);
        look_through(desk);
    }
}

bool BillingDesk::look_through(Desk& desk) const
{
    const auto list = desk.call("consultation", sim::Form("invoices.read"), rules().deadline);
    if (!list || list->kind() != "invoices.list") return false;
    const auto names = list->texts("identifier"), kinds = list->texts("serviceType"),
               fees = list->texts("totalGross"), states = list->texts("status");
    bool all = true;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const fw::Yen right =
            kinds[i] == "explanation" ? rules().fees.explanation : rules().fees.consultation;
        const bool wrong = fees[i] != std::to_string(right.count);
        if (wrong || states[i] == "issued") all &= see_to(desk, names[i], right.count, wrong);
    }
    return all;
}

bool BillingDesk::see_to(Desk& desk, const std::string& name, std::int64_t right, bool wrong) const
{
    sim::Form request(wrong ? "invoice.correct" : "invoice.settle");
    request.set("identifier", name);
    if (wrong) request.set("totalGross", right);
    const auto reply = desk.call("consultation", request, rules().deadline * 3);
    return reply && reply->kind() != "invoice.busy";
}

}  // namespace model
