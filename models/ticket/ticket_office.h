// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "models/service/desk.h"
#include "sim/record/recorder.h"

// One of two MaaS back ends that sell tickets (services.md S16): "gunmaas" of the city and
// "tourism" for visitors. Each keeps the state of its own tickets and nobody else's: a ticket shown
// at a gate of the other is written off by its issuer, who is asked over the link between them.
// While that link is down such a ticket is not taken (*assumed*): once at most counts more than in
// any case.
namespace model
{

class TicketOffice final : public BackEnd
{
public:
    // `mark`: the first letter of its tickets' numbers.
    TicketOffice(std::string name, std::string other, char mark, fw::Nanos deadline,
                 sim::Recorder& recorder);

    // "visit.buy": request. "visit.sold" with ticket. "visit.redeem" of a gate, "visit.claim" of
    // the other office: request, ticket. "visit.admitted", "visit.refused" with a reason, or
    // "visit.silent": the other office did not answer, ask again under the same number.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    void close_day() const;

private:
    struct Ticket {
        fw::Nanos used{-1};
        std::string request;  // it was written off for
    };

    sim::Form sell(const std::string& request, fw::Nanos now);
    sim::Form redeem(const sim::Form& request, Line& line);
    sim::Form write_off(const std::string& ticket, const std::string& request, fw::Nanos now);

    std::string name_, other_;
    char mark_;
    fw::Nanos deadline_;  // of a call to the other office
    sim::Recorder& recorder_;
    std::map<std::string, Ticket> tickets_;    // own, by number
    std::map<std::string, std::string> sold_;  // number, by request
};

}  // namespace model
