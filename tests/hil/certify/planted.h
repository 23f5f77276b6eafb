// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "models/card/card_image.h"
#include "models/card/felica_rf_card.h"
#include "models/card/stand_in_cipher.h"

// An invented transit card on air.
namespace hil
{

// Stands between the air and the card, where a test plants a fault.
class Planted : public model::RfCard
{
public:
    using Spoil = std::function<void(model::TransitCard&, fw::Bytes command, model::AirFrame&)>;

    explicit Planted(Spoil spoil = {}) : spoil_(std::move(spoil)) {}
    void power_off() override { air_.power_off(); }
    model::CardReply hear(const model::AirFrame& command) override
    {
        model::CardReply reply = air_.hear(command);
        if (spoil_ && reply.frame.size > 0) spoil_(image_, command.view(), reply.frame);
        return reply;
    }

private:
    Spoil spoil_;
    model::TransitCard image_ = model::issue_card({.number = 1, .balance = {1000}, .history = 20});
    model::FelicaRfCard air_{
        image_,
        model::transit_profile({{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}},
                               std::make_shared<model::StandInCipher>()),
        sim::RngStream(1, "desk")};
};

}  // namespace hil
