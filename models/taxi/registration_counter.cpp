// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/registration_counter.h"

#include "models/service/ask_again.h"

namespace model
{

namespace
{

constexpr fw::Nanos documents_time{90'000'000'000}, retry{30'000'000'000};  // assumed
constexpr int most_attempts = 500;
constexpr std::uint64_t draw_until = 0;

}  // namespace

void RegistrationCounter::serve(Desk& desk)
{
    desk.wait_until(ground_.scenario.from);
    for (const std::uint32_t resident : ground_.plan.applicants) register_one(desk, resident);
}

// Until when the documents hold; a class of age or licence ends with nobody's certificate.
std::int32_t RegistrationCounter::until_of(const sim::TaxiClass* found,
                                           std::uint32_t resident) const
{
    if (!found || found->condition.empty()) return TaxiPerson::for_good;
    const sim::RngStream stream(ground_.scenario.seed, "taxi counter");
    return ground_.scenario.tariff_date.days + 30 +
           static_cast<std::int32_t>(stream.below(250, resident, draw_until));
}

std::optional<sim::Form> RegistrationCounter::tell_office(Desk& desk,
                                                          const sim::Form& request) const
{
    return ask_again(desk, "taxi_office", request,
                     {ground_.scenario.taxi->deadline, most_attempts, retry});
}

void RegistrationCounter::register_one(Desk& desk, std::uint32_t resident)
{
    const sim::Scenario& scenario = ground_.scenario;
    sim::FlowRow flow{.flow = desk.begin_flow(),
                      .service = "S21",
                      .place = desk.name(),
                      .resident = resident,
                      .outcome = "failed",
                      .reason = ""};
    flow.u[0] = desk.now().count;
    desk.spend(documents_time);
    flow.u[1] = desk.now().count;
    const sim::TaxiClass* const found = class_of(
        scenario.taxi->rules, documents_of(scenario.residents->population, residents_[resident]),
        scenario.tariff_date);
    sim::TaxiApplicantRow row{
        0,        scenario.tariff_date.days, resident, until_of(found, resident),
        "failed", found ? found->id : "",    0,        0};
    const auto answer =
        tell_office(desk, sim::Form("taxi.register")
                              .set("request", desk.name() + "/" + std::to_string(flow.flow))
                              .set("class", row.name)
                              .set("until", row.until));
    if (answer) {
        row.outcome = answer->text("outcome").value_or("");
        row.registration = answer->number("registration").value_or(0);
        flow.u[2] = flow.u[3] = desk.now().count;
        flow.outcome = row.outcome == "registered" ? "done" : "refused";
        flow.reason = answer->text("reason").value_or("");
    }
    row.t = desk.now().count;
    ground_.recorder.service(row);
    desk.end_flow(flow);
}

}  // namespace model
