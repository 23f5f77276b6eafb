// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/clinic/reception_desk.h"

// The office behind a clinic's reception (services.md S46): asks the insurers' service later for
// those whose certificate of insurance was on paper, until each is answered.
namespace model
{

class ClinicOffice final : public DeskProgram
{
public:
    ClinicOffice(ClinicGround& ground, std::int32_t clinic) : ground_(ground), clinic_(clinic) {}

    void serve(Desk& desk) override;

private:
    void ask_for_all(Desk& desk);
    bool ask_for(Desk& desk, const ClinicHall::Unchecked& one) const;
    ClinicHall& hall() { return ground_.halls[static_cast<std::size_t>(clinic_ - 1)]; }

    ClinicGround& ground_;
    std::int32_t clinic_;
};

}  // namespace model
