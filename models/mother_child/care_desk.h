// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/mother_child/child_calendar.h"
#include "sim/link/form.h"
#include "sim/record/recorder.h"

// The half of the operator's back end that knows dates (services.md S44): what was sent to a
// child's family today, and the dates they enter for the next dose.
//
//   news.read  request, app, handbook                   -> news.told news
//   date.enter request, app, handbook, vaccine, planned -> date.noted
// Otherwise account.refused with a reason.
namespace model
{

class CareDesk
{
public:
    CareDesk(const sim::ChildSchedule& schedule, sim::Date today, sim::Recorder& recorder)
        : calendar_(schedule), today_(today), recorder_(recorder)
    {
    }

    ChildCalendar& calendar() { return calendar_; }
    void enter(const std::string& handbook, const std::string& app, std::size_t child);
    // The service day's night.
    void keep(const std::vector<CareSent>& sent);
    sim::Form answer(const sim::Form& request, fw::Nanos now);
    // As both the wire and the years before it enter one.
    std::string plan(std::size_t child, const std::string& vaccine, sim::Date entered,
                     sim::Date planned);

private:
    struct Bearer {
        std::string app;
        std::size_t child = 0;
    };

    ChildCalendar calendar_;
    sim::Date today_;
    sim::Recorder& recorder_;
    std::map<std::string, Bearer> bearers_;         // by handbook
    std::multimap<std::size_t, std::string> news_;  // by child: "rule/dose"
};

}  // namespace model
