// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/identity/domain_names.h"
#include "models/service/desk.h"

// The back end "portal" (GunMaaS): full members come to the register through it. Before a link is
// made it puts their consent into the register of consents, and without that asks for nothing. It
// sells passes as well: the ticket store and the card company get names of their own for the buyer.
namespace model
{

class Portal final : public BackEnd
{
public:
    Portal(fw::Nanos deadline, DomainNames& names) : deadline_(deadline), names_(names) {}

    // The messages of LinkService; "link.register" with consent_until as well. "pass.buy": request,
    // serial, pass.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    bool note_consent(const sim::Form& request, Line& line) const;
    sim::Form sell(const sim::Form& request, Line& line) const;

    fw::Nanos deadline_;  // of a call to another back end
    DomainNames& names_;
};

}  // namespace model
