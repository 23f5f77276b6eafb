// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/portal/villager_phone.h"

// The screen on which the office and firms publish (services.md S57): one publication after the
// other, each again until the portal has answered, some sent twice.
namespace model
{

class PublisherDesk final : public DeskProgram
{
public:
    explicit PublisherDesk(PortalGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    PortalGround& ground_;
};

}  // namespace model
