// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/broker/data_desk.h"

// Phone "signer-N" of a person with a city ID, or of their proxy: shows what is asked for, signs
// with the key in the phone, says no, takes it back; gives mandates and takes those back. The part
// of the consent key that is the phone's is made here and told to nobody.
namespace model
{

class SigningPhone final : public DeskProgram
{
public:
    SigningPhone(DataUseGround& ground, std::int32_t number) : ground_(ground), number_(number) {}

    void serve(Desk& desk) override;

private:
    struct Act;
    // Own numbering of a use's draws.
    enum Draw : std::uint64_t { draw_read, draw_sign, draw_second_thoughts, draw_sign_again };

    void give_mandate(Desk& desk, const PlannedDataUse& planned);
    void end_mandate(Desk& desk, const PlannedDataUse& planned);
    void decide(Desk& desk, std::size_t which);
    std::string answer_screen(Desk& desk, std::size_t which, const sim::Form& screen,
                              sim::FlowRow& flow);
    void take_back(Desk& desk, std::size_t which);
    // The screen, or a refusal.
    sim::Form look(Desk& desk, const PlannedDataUse& planned);
    sim::Form consent_to(const PlannedDataUse& planned, const sim::Form& screen) const;
    sim::Form signed_by(std::uint32_t resident, sim::Form form) const;
    std::string sent(Desk& desk, const sim::Form& form, const char* wanted);
    void end(Desk& desk, sim::FlowRow& flow, const std::string& why);
    sim::FlowRow begin(Desk& desk, const char* service, std::uint32_t resident);
    fw::Nanos drawn(const sim::Distribution& length, std::int64_t use, std::uint64_t draw) const;
    std::string person(std::uint32_t resident) const
    {
        return ground_.name_in("consents", resident);
    }

    DataUseGround& ground_;
    std::int32_t number_;
};

// The custody that a person's phone has, half of them each (*assumed*).
KeyCustody custody_of(std::uint32_t resident);

}  // namespace model
