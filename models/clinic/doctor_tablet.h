// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/clinic/online_ground.h"

// A doctor's tablet (services.md S61): the appointments of the day in order of time. The doctor
// calls a patient who has been proven, talks while the line holds, writes the chart and ends the
// consultation, which makes the invoice. Who does not come, or does not come back, is not waited
// for longer than the rules say.
namespace model
{

class DoctorTablet final : public DeskProgram
{
public:
    explicit DoctorTablet(const OnlineGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    void work(Desk& desk, fw::Nanos day);
    void see(Desk& desk, const std::string& name, fw::Nanos start);
    // True: the patient is there and the consultation has begun.
    bool call_in(Desk& desk, const std::string& name, fw::Nanos start);
    std::string consult(Desk& desk, const std::string& name);
    // False: there is nothing to explain.
    bool open_chart(Desk& desk, const std::string& name);
    // Empty, or why it was given up.
    std::string talk(Desk& desk, const std::string& name);
    bool close_chart(Desk& desk, const std::string& name);
    void try_other_chart(Desk& desk);
    std::int64_t fee() const;
    std::optional<sim::Form> insist(Desk& desk, const sim::Form& request) const;
    const sim::OnlineClinic& rules() const { return ground_.rules(); }

    const OnlineGround& ground_;
    sim::OnlineTalkRow row_;  // of the appointment at hand
};

}  // namespace model
