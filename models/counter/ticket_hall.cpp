// SPDX-License-Identifier: Apache-2.0
#include "models/counter/ticket_hall.h"

#include <algorithm>
#include <map>

namespace model
{

TicketHall::TicketHall(std::vector<HallTicket> tickets, fw::Nanos opens, fw::Nanos closes)
    : tickets_(std::move(tickets))
{
    std::map<std::size_t, std::int64_t> numbers;
    for (HallTicket& one : tickets_) {
        if (one.arrived < closes) one.number = ++numbers[one.procedure];
        one.arrived = std::max(one.arrived, opens);  // at the door until then
    }
}

bool TicketHall::waits_for(const HallTicket& ticket,
                           const std::vector<std::size_t>& procedures) const
{
    return ticket.number > 0 && ticket.called.count < 0 &&
           std::find(procedures.begin(), procedures.end(), ticket.procedure) != procedures.end();
}

std::optional<std::size_t> TicketHall::call(const std::vector<std::size_t>& procedures,
                                            std::size_t window, fw::Nanos now)
{
    for (std::size_t i = 0; i < tickets_.size() && tickets_[i].arrived <= now; ++i) {
        if (!waits_for(tickets_[i], procedures)) continue;
        tickets_[i].called = now;
        tickets_[i].window = window;
        return i;
    }
    return std::nullopt;
}

std::optional<fw::Nanos> TicketHall::next(const std::vector<std::size_t>& procedures,
                                          fw::Nanos now) const
{
    for (const HallTicket& one : tickets_)
        if (one.arrived > now && waits_for(one, procedures)) return one.arrived;
    return std::nullopt;
}

void run_day(TicketHall& hall, const std::vector<std::vector<std::size_t>>& windows,
             fw::Nanos opens)
{
    std::map<std::pair<std::int64_t, std::size_t>, bool> free;  // by time, then by window
    for (std::size_t window = 0; window < windows.size(); ++window)
        free[{opens.count, window}] = true;
    while (!free.empty()) {
        const auto [at, window] = free.begin()->first;
        free.erase(free.begin());
        const fw::Nanos now{at};
        if (const auto ticket = hall.call(windows[window], window, now)) {
            const fw::Nanos gone = now + hall.tickets()[*ticket].lasts;
            hall.leave(*ticket, gone);
            free[{gone.count, window}] = true;
        } else if (const auto next = hall.next(windows[window], now)) {
            free[{next->count, window}] = true;
        }
    }
}

}  // namespace model
