// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/disaster/medic_tablet.h"

// The phones of those who came to a medic in a shelter: each asks once, after the window, who
// looked at their data (services.md S65, P11).
namespace model
{

class AidNotice final : public DeskProgram
{
public:
    explicit AidNotice(FirstAidGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    FirstAidGround& ground_;
};

}  // namespace model
