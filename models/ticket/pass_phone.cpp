// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/pass_phone.h"

#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

constexpr fw::Nanos a_second{1'000'000'000};
constexpr fw::Nanos consent_lasts{86'400'000'000'000};  // the service day and the next; assumed

}  // namespace

PassPhone::PassPhone(const sim::Scenario& scenario, PassQueue& queue, sim::Recorder& recorder,
                     SerialOf serial_of)
    : scenario_(scenario),
      sales_(*scenario.pass_sales),
      queue_(queue),
      recorder_(recorder),
      serial_of_(std::move(serial_of)),
      stream_(scenario.seed, "pass-phone"),
      choosing_(sim::quantiles_of(sales_.choosing))
{
}

void PassPhone::serve(Desk& desk)
{
    while (const PassVisit* visit = queue_.next()) {
        const std::size_t number = queue_.taken();
        desk.wait_until(visit->at);
        act(desk, *visit, number);
        if (visit->copied_by)
            act(desk,
                {*visit->copied_by, visit->at, visit->errand, visit->product, false, false, {}},
                number);
    }
}

void PassPhone::act(Desk& desk, const PassVisit& visit, std::size_t number)
{
    sim::FlowRow row;
    row.flow = desk.begin_flow();
    row.service = visit.errand == PassErrand::buy ? "S06" : "S10";
    row.place = desk.name();
    row.resident = visit.resident;
    row.u[0] = desk.now().count;
    desk.spend(choosing_.at(stream_.bits(number)));
    row.u[1] = desk.now().count;
    const std::string request = "wish-" + std::to_string(number);
    sim::PassWishRow wish{row.flow, request, visit.resident, visit.resident, visit.product, 0,
                          "",       ""};
    row.reason = visit.errand == PassErrand::buy ? buy(desk, visit, request, wish.times)
                                                 : agree(desk, visit, request);
    row.u[2] = desk.now().count;
    if (row.reason.empty()) row.u[3] = row.u[2];
    row.outcome = row.reason.empty() ? "done" : row.reason == "no_answer" ? "failed" : "refused";
    wish.outcome = row.outcome;
    wish.reason = row.reason;
    if (visit.errand == PassErrand::buy) recorder_.service(sim::PassRow(wish));
    if (visit.agrees && row.reason.empty()) agree(desk, visit, request + ".perk");
    desk.end_flow(row);
}

std::string PassPhone::buy(Desk& desk, const PassVisit& visit, const std::string& request,
                           std::int64_t& sent) const
{
    const sim::Form form = sim::Form("pass.buy")
                               .set("request", request)
                               .set("serial", serial_of_(visit.resident))
                               .set("pass", visit.product);
    auto reply = ask(desk, form, sent);
    if (visit.pressed_twice) reply = ask(desk, form, sent);
    if (!reply) return "no_answer";
    return reply->kind() == "pass.bought" ? "" : reply->text("reason").value_or("malformed");
}

std::string PassPhone::agree(Desk& desk, const PassVisit& visit, const std::string& request) const
{
    const bool agrees = visit.errand != PassErrand::withdraw;
    sim::Form form(agrees ? "perk.agree" : "perk.withdraw");
    form.set("request", request).set("serial", serial_of_(visit.resident));
    if (agrees) form.set("until_ns", (desk.now() + consent_lasts).count);
    std::int64_t sent = 0;
    const auto reply = ask(desk, form, sent);
    if (!reply) return "no_answer";
    return reply->kind() == "perk.done" ? "" : reply->text("reason").value_or("malformed");
}

// The same request again, under the same number, until it is answered.
std::optional<sim::Form> PassPhone::ask(Desk& desk, const sim::Form& request,
                                        std::int64_t& sent) const
{
    for (int attempt = 0; attempt < sales_.attempts; ++attempt) {
        const auto reply = desk.call("portal", request, sales_.deadline);
        ++sent;
        if (reply && reply->kind() != "pass.busy") return reply;
        if (reply) desk.spend(a_second);
    }
    return std::nullopt;
}

}  // namespace model
