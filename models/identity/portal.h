// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/service/desk.h"

// The back end "portal" (GunMaaS): full members come to the register through it. Before a link is
// made it puts their consent into the register of consents, and without that asks for nothing.
namespace model
{

class Portal final : public BackEnd
{
public:
    explicit Portal(fw::Nanos deadline) : deadline_(deadline) {}

    // The messages of LinkService; "link.register" with consent_until as well.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    bool note_consent(const sim::Form& request, Line& line) const;

    fw::Nanos deadline_;  // of a call to another back end
};

}  // namespace model
