// SPDX-License-Identifier: Apache-2.0
#include "sim/app/counter_services.h"

#include <algorithm>
#include <numeric>

#include "sim/app/smart_cards.h"

namespace app
{

namespace
{

std::vector<model::HallTicket> hall_tickets(const std::vector<model::CounterVisit>& visits)
{
    std::vector<model::HallTicket> tickets;
    for (const model::CounterVisit& one : visits)
        tickets.push_back({.arrived = one.at, .procedure = one.procedure});
    return tickets;
}

// Which procedures each window serves.
std::vector<std::vector<std::size_t>> window_plan(const sim::SupportCounter& rules)
{
    std::vector<std::vector<std::size_t>> all;
    for (const sim::CounterWindows& group : rules.windows) {
        std::vector<std::size_t> procedures;
        for (std::size_t i = 0; i < rules.procedures.size(); ++i)
            if (std::find(group.procedures.begin(), group.procedures.end(),
                          rules.procedures[i].id) != group.procedures.end())
                procedures.push_back(i);
        all.insert(all.end(), static_cast<std::size_t>(group.count), procedures);
    }
    return all;
}

model::CounterGround counter_ground(const ServiceGround& ground,
                                    const sim::ServiceParameters& parameters)
{
    const sim::SupportCounter& rules = *ground.scenario.support_counter;
    std::vector<model::CounterVisit> visits =
        model::draw_counter_visits(ground.scenario, ground.residents, ground.attempts);
    model::TicketHall hall(hall_tickets(visits), rules.opens, rules.closes);
    std::vector<std::string> outcomes(visits.size(), "closed");
    std::vector<sim::Quantiles> photo, work;
    for (const sim::CounterProcedure& one : rules.procedures) {
        photo.push_back(sim::quantiles_of(one.photo));
        work.push_back(sim::quantiles_of(one.work));
    }
    return {ground.scenario,
            ground.recorder,
            std::move(visits),
            std::move(hall),
            std::move(outcomes),
            window_plan(rules),
            smart_card_of(ground.scenario, rules.card),
            {parameters.card_activation, parameters.card_cable},
            sim::quantiles_of(rules.handling),
            std::move(photo),
            std::move(work),
            sim::RngStream(ground.scenario.seed, "support counter times")};
}

}  // namespace

CounterServices::CounterServices(const ServiceGround& ground,
                                 const sim::ServiceParameters& parameters,
                                 model::ServiceNetworkModule& network)
    : counter_(counter_ground(ground, parameters)),
      office_(*ground.scenario.support_counter, ground.recorder)
{
    note_windows(ground);
    network.add_back_end("support_office", office_, parameters.back_end);
    for (std::size_t i = 0; i < counter_.serve.size(); ++i) {
        programs_.push_back(std::make_unique<model::CounterWindow>(counter_, i));
        network.add_desk("window-" + std::to_string(i + 1), *programs_.back(), parameters.office);
    }
}

void CounterServices::note_windows(const ServiceGround& ground) const
{
    const sim::SupportCounter& rules = counter_.rules();
    for (std::size_t i = 0; i < counter_.serve.size(); ++i)
        for (const std::size_t procedure : counter_.serve[i]) {
            const sim::CounterProcedure& one = rules.procedures[procedure];
            ground.recorder.service(sim::CounterWindowRow{"window-" + std::to_string(i + 1), one.id,
                                                          one.card ? 1 : 0, one.added ? 1 : 0,
                                                          rules.opens.count, rules.closes.count});
        }
}

void CounterServices::close_day() const
{
    const sim::SupportCounter& rules = counter_.rules();
    std::vector<std::size_t> all(counter_.visits.size()), kept;
    std::iota(all.begin(), all.end(), 0);
    note("with", counter_.hall, all);
    std::vector<model::HallTicket> tickets;
    for (const std::size_t i : all) {
        const model::HallTicket& one = counter_.hall.tickets()[i];
        if (rules.procedures[one.procedure].added) continue;
        kept.push_back(i);
        tickets.push_back({counter_.visits[i].at, one.procedure, one.gone - one.called});
    }
    if (kept.size() == all.size()) return;
    model::TicketHall hall(std::move(tickets), rules.opens, rules.closes);
    model::run_day(hall, counter_.serve, rules.opens);
    note("without", hall, kept);
}

void CounterServices::note(const char* day, const model::TicketHall& hall,
                           const std::vector<std::size_t>& tickets) const
{
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const model::HallTicket& one = hall.tickets()[i];
        counter_.recorder.service(sim::CounterTicketRow{
            day, counter_.rules().procedures[one.procedure].id, one.number,
            counter_.visits[tickets[i]].resident, counter_.visits[tickets[i]].at.count,
            one.called.count, one.gone.count,
            one.number > 0 ? "window-" + std::to_string(one.window + 1) : "",
            counter_.outcomes[tickets[i]]});
    }
}

}  // namespace app
