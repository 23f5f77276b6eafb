// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mother_child/maternity_counter.h"

// What the operator's own machine does by the clock (services.md S43, S45): by day it has the city
// asked about each new account, beside the steps at the counter; at night about everybody who
// agreed.
namespace model
{

class OperatorJob final : public DeskProgram
{
public:
    explicit OperatorJob(MotherGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    void by_night(Desk& desk);
    // Somebody was asked about; none: no answer.
    std::optional<bool> run(Desk& desk, const char* job);

    MotherGround& ground_;
    std::int64_t runs_ = 0;
    bool night_over_ = false;
};

}  // namespace model
