// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>

#include "hil/virtual/card_field.h"
#include "models/card/card_image.h"
#include "models/card/felica_rf_card.h"
#include "models/card/type_a_card.h"
#include "models/card/type_b_card.h"

// Cards for fuzz targets to meet: one of each technology, the same for every input.
namespace fuzz
{

inline const model::CardProfile& transit_profile()
{
    static const model::CardProfile profile = model::transit_profile(
        *model::parse_pmm("100B4B428485D0FF"), std::make_shared<const model::StandInCipher>());
    return profile;
}

// Answers with its command and 9000, as far as there is room; works longer on longer commands.
class EchoChip final : public model::ApduCard
{
public:
    void power_off() override {}
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) override
    {
        const std::size_t size = std::min(command.size(), longest_answer - 2);
        std::copy_n(command.begin(), size, answer.begin());
        answer[size] = 0x90;
        answer[size + 1] = 0x00;
        think = {static_cast<std::int64_t>(command.size()) * 5'000'000};
        return size + 2;
    }
};

// A field with a transit card, a type A and a type B card.
struct Desk {
    Desk()
    {
        const sim::RngStream stream(1, "fuzz");
        field.present(std::make_shared<model::FelicaRfCard>(card, transit_profile(), stream));
        field.present(std::make_shared<model::TypeACard>(&chip, model::TypeAIdentity{}, stream));
        field.present(std::make_shared<model::TypeBCard>(chip, model::TypeBIdentity{}, stream));
    }

    EchoChip chip;
    model::TransitCard card = model::issue_card({.number = 1, .balance = {2000}, .history = 20});
    hil::CardField field;
};

}  // namespace fuzz
