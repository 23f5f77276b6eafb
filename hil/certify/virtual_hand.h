// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <map>
#include <memory>

#include "hil/certify/hand.h"
#include "hil/virtual/card_field.h"
#include "hil/virtual/pn532_server.h"

// The bench's own hand at a virtual reader, so that a suite needs nobody.
namespace hil
{

using CardsByName = std::map<std::string, std::shared_ptr<model::RfCard>>;

class VirtualHand final : public Hand
{
public:
    // All outlive this.
    VirtualHand(CardField& field, Pn532Server& server, CardsByName cards);

    HandSkills skills() const override { return {.plug = true, .garble = true}; }
    Refusal place(const DeskCard& card, fw::RfSet tech) override;
    Refusal take_away() override;
    Refusal tear() override;
    Refusal unplug() override;
    Refusal plug() override;
    Refusal garble(bool on) override;
    void restore() override;

private:
    class Held;

    CardField& field_;
    Pn532Server& server_;
    CardsByName cards_;
    std::shared_ptr<Held> held_;
    bool plugged_ = true;
    bool garbling_ = false;
};

}  // namespace hil
