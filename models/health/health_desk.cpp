// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_desk.h"

namespace model
{

namespace
{

constexpr int most_attempts = 4;
constexpr fw::Nanos pause{3'000'000'000};  // between attempts, *assumed*

void act_once(HealthGround& ground, Desk& desk, const HealthAct& act)
{
    switch (act.verb) {
        case HealthVerb::enrol:
            return enrol(ground, desk, act);
        case HealthVerb::check_up:
            return check_up(ground, desk, act);
        case HealthVerb::correct:
            return correct_check_up(ground, desk, act);
        case HealthVerb::upload:
            return upload(ground, desk, act);
        case HealthVerb::collect:
            return collect(ground, desk, act);
        case HealthVerb::lend:
            return lend(ground, desk, act);
        case HealthVerb::take_back:
            return take_back(ground, desk, act);
        case HealthVerb::lose:
            return lose(ground, desk, act);
        case HealthVerb::load_consent:
        case HealthVerb::view:
        case HealthVerb::ask_advice:
        case HealthVerb::change_advice:
        case HealthVerb::withdraw:
        case HealthVerb::look:
            return ask_once(ground, desk, act);
    }
}

}  // namespace

void HealthDesk::serve(Desk& desk)
{
    for (const HealthAct& act : acts_) {
        if (desk.now() < act.at) desk.wait_until(act.at);
        act_once(ground_, desk, act);
    }
}

std::optional<sim::Form> ask_again(const HealthGround& ground, Desk& desk, const std::string& to,
                                   const sim::Form& request)
{
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        if (attempt > 0) desk.spend(pause);
        auto reply = desk.call(to, request, ground.rules().deadline * 2);
        if (reply && reply->text("reason") != "try_again") return reply;
    }
    return std::nullopt;
}

void note_act(const HealthGround& ground, const Desk& desk, const char* act, std::int64_t resident,
              const std::string& hitch, const std::string& why)
{
    const bool silent = why == "no_answer";
    ground.recorder.service(sim::HealthActRow{act, desk.name(), const_cast<Desk&>(desk).now().count,
                                              resident, hitch,
                                              why.empty() ? "done"
                                              : silent    ? "failed"
                                                          : "refused",
                                              why});
}

}  // namespace model
