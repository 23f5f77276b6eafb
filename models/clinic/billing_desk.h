// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/clinic/online_ground.h"

// The clinic's billing office (services.md S61): looks through the invoices, has those paid that
// the patient's phone has not seen to, and puts wrong fees right. It hears amounts and kinds,
// nothing of what patients came for (P7).
namespace model
{

class BillingDesk final : public DeskProgram
{
public:
    explicit BillingDesk(const OnlineGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    void work_until(Desk& desk, fw::Nanos end) const;
    // True: nothing is left to do.
    bool look_through(Desk& desk) const;
    bool see_to(Desk& desk, const std::string& name, std::int64_t right, bool wrong) const;
    const sim::OnlineClinic& rules() const { return ground_.rules(); }

    const OnlineGround& ground_;
};

}  // namespace model
