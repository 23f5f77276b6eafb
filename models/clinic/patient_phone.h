// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/clinic/online_ground.h"
#include "models/identity/card_holder.h"

// A patient's own phone or tablet (services.md S61): books, answers the questions, reads the My
// Number Card at the start, holds the line of the consultation and pays. One flow from the booking
// to the receipt; U0 is when the patient takes the phone in hand at the appointed time.
namespace model
{

class PatientPhone final : public DeskProgram
{
public:
    PatientPhone(const OnlineGround& ground, const OnlineVisit& visit)
        : ground_(ground), visit_(visit)
    {
    }

    void serve(Desk& desk) override;

private:
    // Each step: empty, or why it ends here.
    std::string consult(Desk& desk);
    std::string book(Desk& desk);
    std::string prepare(Desk& desk);
    std::string prove(Desk& desk);
    SignedText read_card(Desk& desk, const std::string& challenge, bool own) const;
    std::string send_proof(Desk& desk, const std::string& challenge, const SignedText& proof);
    void agree(Desk& desk);
    std::string hold_line(Desk& desk);
    // The network has dropped: false, it stays away.
    bool reconnects(Desk& desk);
    void pay(Desk& desk);
    // Empty: paid or a slip is sent; else the card was refused or nobody answered.
    std::string pay_with(Desk& desk, const char* card);
    void close(Desk& desk, const std::string& why);

    sim::Form about(const char* kind) const;
    std::optional<sim::Form> ask(Desk& desk, const sim::Form& request) const;
    bool is(OnlineHitch hitch) const { return visit_.hitch == hitch; }

    const OnlineGround& ground_;
    const OnlineVisit& visit_;
    std::string serial_;  // of the card that is shown
    fw::Nanos start_{};
    sim::FlowRow flow_;
    sim::OnlinePhoneRow row_;
};

}  // namespace model
