// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "models/card/felica_rf_card.h"
#include "models/card/my_number_card.h"

// Cards that remember beyond the program's end: whatever changes on one is in its file before its
// answer leaves it. A file that cannot be written is told and the card goes on.
namespace app
{

struct KeptFelica {
    model::TransitCard card{};
    std::string file{};  // empty: it is not kept
    std::function<void(const std::string&)> trouble{};
};

class KeptFelicaCard final : public model::RfCard
{
public:
    KeptFelicaCard(KeptFelica kept, model::CardProfile profile, const sim::RngStream& stream,
                   std::int32_t share_ppm);
    void power_off() override { air_.power_off(); }
    model::CardReply hear(const model::AirFrame& command) override;

private:
    KeptFelica kept_;
    model::TransitCard saved_;
    model::FelicaRfCard air_;
};

struct KeptMyNumber {
    std::shared_ptr<const model::MyNumberProfile> profile{};
    model::MyNumberState state{};
    std::string file{};  // empty: it is not kept
    std::function<void(const std::string&)> trouble{};
};

class KeptMyNumberCard final : public model::ApduCard
{
public:
    explicit KeptMyNumberCard(KeptMyNumber kept);
    void power_off() override { card_.power_off(); }
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) override;

private:
    KeptMyNumber kept_;  // `state` as saved
    model::MyNumberCard card_;
};

}  // namespace app
