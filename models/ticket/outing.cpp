// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/outing.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/service/ask_again.h"

namespace model
{

namespace
{

// Own numbering of a person's draws.
enum Draw : std::uint64_t { draw_buys, draw_gate, draw_way, draw_shared, draw_friend, draw_forged };

constexpr fw::Nanos minute{60'000'000'000};
constexpr fw::Nanos reading{1'500'000'000};    // of the picture on the phone, assumed
constexpr fw::Nanos choosing{25'000'000'000};  // on the phone, assumed
constexpr fw::Nanos again{1'000'000'000};

class Drawer
{
public:
    explicit Drawer(const sim::Scenario& scenario)
        : scenario_(scenario), tourism_(*scenario.tourism), stream_(scenario.seed, "outings")
    {
    }

    OutingPlan draw(const std::vector<Resident>& residents, const std::vector<Attempt>& attempts)
    {
        plan_.gates.resize(static_cast<std::size_t>(tourism_.gates));
        const std::int64_t people = tourism_.residents + tourism_.visitors;
        const auto first_visitor = std::max(std::ssize(residents), tourism_.residents);
        for (std::int64_t i = 0; i < people; ++i) {
            const bool visits = i >= tourism_.residents;
            const std::int64_t who = visits ? first_visitor + i - tourism_.residents : i;
            add(static_cast<std::uint32_t>(who), visits);
        }
        for (const Attempt& one : attempts)
            if (one.service == "ticket" && one.lacks.empty())
                plan_.outings.push_back(
                    {one.resident, !lives_here(residents[one.resident]), one.at, ""});
        std::stable_sort(plan_.outings.begin(), plan_.outings.end(),
                         [](const Outing& a, const Outing& b) { return a.buys < b.buys; });
        for (std::uint32_t i = 0; i < plan_.outings.size(); ++i) go(i);
        for (auto& gate : plan_.gates)
            std::stable_sort(gate.begin(), gate.end(),
                             [](const GateVisit& a, const GateVisit& b) { return a.at < b.at; });
        return std::move(plan_);
    }

private:
    void add(std::uint32_t person, bool visits)
    {
        plan_.outings.push_back(
            {person, visits, between(scenario_.from, scenario_.to, person, draw_buys), ""});
    }

    bool lives_here(const Resident& one) const
    {
        const sim::ResidentParameters& population = scenario_.residents->population;
        return lives_in(population, one, population.municipality);
    }

    fw::Nanos between(fw::Nanos from, fw::Nanos to, std::uint64_t who, std::uint64_t draw) const
    {
        const auto length = static_cast<std::uint64_t>((to - from).count);
        return from + fw::Nanos{static_cast<std::int64_t>(stream_.below(length, who, draw))};
    }

    void go(std::uint32_t number)
    {
        const Outing& outing = plan_.outings[number];
        const std::uint64_t who = outing.person;
        const auto gates = static_cast<std::uint64_t>(tourism_.gates);
        const std::size_t gate = stream_.below(gates, who, draw_gate);
        GateVisit visit{
            number, between(outing.buys + minute, outing.buys + tourism_.to_gate, who, draw_way)};
        visit.forged = stream_.chance(tourism_.forged_ppm, who, draw_forged);
        plan_.gates[gate].push_back(visit);
        if (!stream_.chance(tourism_.shared_ppm, who, draw_shared)) return;
        visit.at =
            between(visit.at - fw::Nanos{again.count * 5}, visit.at + minute, who, draw_friend);
        plan_.gates[(gate + 1) % gates].push_back(visit);
    }

    const sim::Scenario& scenario_;
    const sim::Tourism& tourism_;
    sim::RngStream stream_;
    OutingPlan plan_;
};

void begin(Desk& desk, sim::FlowRow& row, std::uint32_t person)
{
    row.flow = desk.begin_flow();
    row.service = "S16";
    row.place = desk.name();
    row.resident = person;
    row.u[0] = desk.now().count;
}

}  // namespace

OutingPlan draw_outings(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts)
{
    return Drawer(scenario).draw(residents, attempts);
}

void TravellerPhone::serve(Desk& desk)
{
    while (next_ < plan_.outings.size()) {
        const std::size_t number = next_++;
        desk.wait_until(plan_.outings[number].buys);
        buy(desk, plan_.outings[number], number);
    }
}

void TravellerPhone::buy(Desk& desk, Outing& outing, std::size_t number) const
{
    sim::FlowRow row;
    begin(desk, row, outing.person);
    desk.spend(choosing);
    row.u[1] = desk.now().count;
    const sim::Form request = sim::Form("visit.buy").set("request", fmt::format("buy-{}", number));
    const auto reply = ask_again(desk, outing.visitor ? "tourism" : "gunmaas", request,
                                 {tourism_.deadline, tourism_.attempts, {}});
    row.u[2] = desk.now().count;
    outing.ticket = reply ? reply->text("ticket").value_or("") : "";
    const bool done = !outing.ticket.empty();
    if (done) row.u[3] = row.u[2];
    row.outcome = done ? "done" : "failed";
    row.reason = done ? "" : "no_answer";
    desk.end_flow(row);
}

void TicketGate::serve(Desk& desk)
{
    const std::vector<GateVisit>& visits = plan_.gates[gate_ - 1];
    for (std::size_t i = 0; i < visits.size(); ++i) {
        desk.wait_until(visits[i].at);
        if (visits[i].forged || !plan_.outings[visits[i].outing].ticket.empty())
            show(desk, visits[i], i);
    }
}

void TicketGate::show(Desk& desk, const GateVisit& visit, std::size_t number) const
{
    const Outing& outing = plan_.outings[visit.outing];
    sim::FlowRow row;
    begin(desk, row, outing.person);
    desk.spend(reading);
    row.u[1] = desk.now().count;
    const std::string ticket =
        visit.forged ? fmt::format("{}-9{:05}", outing.visitor ? 't' : 'g', visit.outing)
                     : outing.ticket;
    const std::string request = fmt::format("{}/{}", desk.name(), number);
    row.reason = redeem(desk, ticket, request);
    row.u[2] = desk.now().count;
    if (row.reason.empty()) row.u[3] = row.u[2];
    const bool silent = row.reason == "silent";
    row.outcome = row.reason.empty() ? "done" : silent ? "failed" : "refused";
    recorder_.service(
        sim::PassRow(sim::TicketUseRow{row.u[0], row.u[2], ticket, desk.name(), request,
                                       row.reason.empty() ? "admitted" : row.outcome, row.reason}));
    desk.end_flow(row);
}

std::string TicketGate::redeem(Desk& desk, const std::string& ticket,
                               const std::string& request) const
{
    const sim::Form form = sim::Form("visit.redeem").set("request", request).set("ticket", ticket);
    for (int i = 0; i < tourism_.attempts; ++i) {
        const auto reply =
            desk.call(gate_ % 2 == 1 ? "gunmaas" : "tourism", form, tourism_.deadline);
        if (reply && reply->kind() == "visit.admitted") return "";
        if (reply && reply->kind() == "visit.refused")
            return reply->text("reason").value_or("malformed");
        desk.spend(again);
    }
    return "silent";
}

}  // namespace model
