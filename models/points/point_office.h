// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/clearing/point_accounts.h"
#include "models/points/mykey_plan.h"
#include "models/service/desk.h"

// The back end "pointoffice": the city's point accounts, and what left them for the MyKey platform
// (services.md S52). A move has an execution id and is decided once under it. Points leave the
// account before the platform is asked and are on their way until it has answered, whoever asks
// again; what it refuses comes back. The same request is answered alike. The office knows the
// platform's one-time name (P4) alone.
//
//   points.balance request, member                 -> points.held points
//   points.move    request, member, ticket, points -> points.moved points, credited
//   points.settle  request                         -> points.settled open
// Otherwise points.refused with a reason.
namespace model
{

class PointOffice final : public BackEnd
{
public:
    PointOffice(const std::vector<PointMember>& members, PointAccounts& accounts,
                fw::Nanos deadline, sim::Recorder& recorder);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    enum class State : std::uint8_t { refused, on_way, credited, returned };
    struct Move {
        std::uint32_t card = 0;
        std::string ticket;
        std::int64_t points = 0;
        State state = State::refused;

        bool is_for(const Move& other) const
        {
            return card == other.card && ticket == other.ticket && points == other.points;
        }
    };

    sim::Form decide(const sim::Form& request, std::uint32_t card, Line& line);
    sim::Form move(const sim::Form& request, std::uint32_t card, Line& line);
    sim::Form settle(Line& line);
    // Asks the platform for what is on its way; false: it does not answer.
    bool deliver(const std::string& execution, Line& line);
    void note(const std::string& execution, const std::string& step, fw::Nanos now);

    std::map<std::string, std::uint32_t> cards_;  // by member
    PointAccounts& accounts_;
    fw::Nanos deadline_;
    sim::Recorder& recorder_;
    std::map<std::string, Move> moves_;         // by execution id
    std::map<std::string, sim::Form> answers_;  // by request, word for word
};

// Has the office settle what is on its way, again and again until the end of the day.
class PointSettler final : public DeskProgram
{
public:
    explicit PointSettler(const sim::Scenario& scenario) : scenario_(scenario) {}

    void serve(Desk& desk) override;

private:
    const sim::Scenario& scenario_;
};

}  // namespace model
