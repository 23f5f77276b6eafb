// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/health/health_plan.h"
#include "models/health/wearable.h"
#include "models/identity/card_holder.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"

// Desks of health mileage: each serves its acts of the day one after the other. Phones that read
// cards (enrol), clinics (checkup), wearables and their phones (wearable), apps, collectors of the
// servers, screens of dashboards, the counter that lends wearables, a nurse.
namespace model
{

// What all desks of a run share, made once: who takes part, and what became of them.
struct HealthGround {
    struct Person {
        HealthPerson plan;
        std::string server;   // "mileage-1"
        std::string member;   // name they have there once they are members
        std::string account;  // old one, or ""
        std::string token;    // of the old account, on its holder's phone
        std::string subject;  // what phone and wearable say now; "" = not of the programme
        bool linked = false;
    };
    struct CheckUp {
        std::string subject;  // national name
        std::vector<Reading> readings;
        bool stored = false;
    };

    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    HealthPlan plan;
    std::vector<Person> people;
    std::vector<Wearable> wearables;  // of people, then lent ones
    std::vector<CheckUp> checkups;    // at number - 1
    BodyOf body;
    std::function<HeldCard(std::uint32_t resident)> card_of;
    ApduReaderTimes reader;
    sim::Quantiles handling, pin_entry;
    sim::RngStream stream;
    std::int64_t collects = 0;  // asked for, in all

    const sim::Health& rules() const { return *scenario.health; }
};

class HealthDesk final : public DeskProgram
{
public:
    HealthDesk(HealthGround& ground, std::vector<HealthAct> acts)
        : ground_(ground), acts_(std::move(acts))
    {
    }

    void serve(Desk& desk) override;

private:
    HealthGround& ground_;
    std::vector<HealthAct> acts_;
};

// What happens in one act. A flow each, but for what servers do among themselves.
void enrol(HealthGround& ground, Desk& desk, const HealthAct& act);
void check_up(HealthGround& ground, Desk& desk, const HealthAct& act);
void correct_check_up(HealthGround& ground, Desk& desk, const HealthAct& act);
void upload(HealthGround& ground, Desk& desk, const HealthAct& act);
void collect(HealthGround& ground, Desk& desk, const HealthAct& act);
void lend(HealthGround& ground, Desk& desk, const HealthAct& act);
void take_back(HealthGround& ground, Desk& desk, const HealthAct& act);
void lose(HealthGround& ground, Desk& desk, const HealthAct& act);
// Points, advice, withdrawal, a nurse, a screen, consents of earlier days: one request.
void ask_once(HealthGround& ground, Desk& desk, const HealthAct& act);

// The same request again, under the same number, until it is answered; a few times.
std::optional<sim::Form> ask_again(const HealthGround& ground, Desk& desk, const std::string& to,
                                   const sim::Form& request);
// Whatever of the memory is told now goes to the server. True: nothing is left untold.
bool tell_memory(HealthGround& ground, Desk& desk, Wearable& device, const std::string& request,
                 std::string& why);
// What became of a reading: as it truly was made, once for each version.
void note_reading(const HealthGround& ground, const Wearable& device, const HeldReading& one,
                  std::int64_t acked, const char* fate);
void note_act(const HealthGround& ground, const Desk& desk, const char* act, std::int64_t resident,
              const std::string& hitch, const std::string& why);

}  // namespace model
