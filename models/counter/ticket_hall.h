// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"

// The ticket machine of a hall and what hangs over its windows (services.md S54): numbers for each
// procedure in the order of arrival, and a free window calls who has waited longest of those it
// serves. Who comes after closing gets no ticket; who has one is served however late it gets.
namespace model
{

struct HallTicket {
    fw::Nanos arrived{};
    std::size_t procedure = 0;
    fw::Nanos lasts{};        // at the window, where it is known beforehand
    std::int64_t number = 0;  // 0: none was given
    fw::Nanos called{-1}, gone{-1};
    std::size_t window = 0;
};

class TicketHall
{
public:
    // By time of arrival.
    TicketHall(std::vector<HallTicket> tickets, fw::Nanos opens, fw::Nanos closes);

    // Who is called to a window that serves these procedures, at this moment.
    std::optional<std::size_t> call(const std::vector<std::size_t>& procedures, std::size_t window,
                                    fw::Nanos now);
    // When the next of them takes a ticket; none: nobody comes any more.
    std::optional<fw::Nanos> next(const std::vector<std::size_t>& procedures, fw::Nanos now) const;
    void leave(std::size_t ticket, fw::Nanos now) { tickets_[ticket].gone = now; }
    const std::vector<HallTicket>& tickets() const { return tickets_; }

private:
    bool waits_for(const HallTicket& ticket, const std::vector<std::size_t>& procedures) const;

    std::vector<HallTicket> tickets_;
};

// A whole day in which every ticket takes the time that it says: window n serves `windows[n]`.
void run_day(TicketHall& hall, const std::vector<std::vector<std::size_t>>& windows,
             fw::Nanos opens);

}  // namespace model
