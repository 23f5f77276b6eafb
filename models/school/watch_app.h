// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/school/watch_ground.h"

// What guardians press on their phones, and what the school's office enters (services.md S38): who
// may hear of a child, who no longer, from whom a child is protected; and the roll call after the
// bell.
namespace model
{

class GuardianApp final : public DeskProgram
{
public:
    GuardianApp(WatchGround& ground, std::size_t number) : ground_(ground), number_(number) {}

    void serve(Desk& desk) override;

private:
    WatchGround& ground_;
    std::size_t number_;  // from 0
};

class SchoolOffice final : public DeskProgram
{
public:
    explicit SchoolOffice(WatchGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    void call_the_roll(Desk& desk);

    WatchGround& ground_;
};

}  // namespace model
