// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/aid_notice.h"

#include <set>

#include "models/service/ask_again.h"

namespace model
{

namespace
{

// Both *assumed*.
constexpr fw::Nanos notice_pause{10'000'000'000};
constexpr int notice_attempts = 20;

}  // namespace

void AidNotice::serve(Desk& desk)
{
    desk.wait_until(ground_.scenario.to + ground_.rules().report_after);
    std::set<std::uint32_t> people;
    for (const AidVisit& visit : ground_.plan.visits) people.insert(visit.resident);
    for (const std::uint32_t who : people) {
        const auto reply = ask_again(desk, "first_aid_data",
                                     sim::Form("aid.heard")
                                         .set("request", "heard-" + std::to_string(who))
                                         .set("person", aid_name(ground_.scenario.seed, who)),
                                     {ground_.rules().deadline, notice_attempts, notice_pause});
        for (const std::string& look : reply ? reply->texts("looks") : std::vector<std::string>{})
            ground_.recorder.service(sim::AidReportRow{desk.now().count, who, look});
    }
}

}  // namespace model
