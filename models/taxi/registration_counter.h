// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/taxi/tablet_program.h"

// The city's counter where people register for the taxi subsidy (services.md S21): the clerk looks
// at the documents and finds the class; the office is told the class and until when, no birth date.
namespace model
{

class RegistrationCounter final : public DeskProgram
{
public:
    RegistrationCounter(TaxiGround& ground, const std::vector<Resident>& residents)
        : ground_(ground), residents_(residents)
    {
    }

    void serve(Desk& desk) override;

private:
    void register_one(Desk& desk, std::uint32_t resident);
    std::int32_t until_of(const sim::TaxiClass* found, std::uint32_t resident) const;
    std::optional<sim::Form> tell_office(Desk& desk, const sim::Form& request) const;

    TaxiGround& ground_;
    const std::vector<Resident>& residents_;
};

}  // namespace model
