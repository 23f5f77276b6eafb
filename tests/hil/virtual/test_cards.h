// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "models/card/card_image.h"
#include "models/card/felica_rf_card.h"
#include "models/card/stand_in_cipher.h"
#include "models/card/type_a_card.h"
#include "models/card/type_b_card.h"
#include "tests/hil/virtual/counting_chip.h"
#include "tests/hil/virtual/ndef_tag.h"

// Cards to lay on a virtual reader; every number on them is invented.
namespace test_support
{

// Names: transit, transit2, type_b, type_b2, type_a4, type_a4b (7-byte UID), type_a, type_a2, tag3.
class CardBox
{
public:
    std::shared_ptr<model::RfCard> card(const std::string& name)
    {
        auto& card = cards_[name];
        if (!card) card = make(name);
        return card;
    }
    const model::TransitCard& transit() const { return transit_; }
    static constexpr fw::Pmm pmm{{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}};

private:
    std::shared_ptr<model::RfCard> make(const std::string& name)
    {
        using model::TypeACard;
        const sim::RngStream draws(20260401, name);
        if (name == "transit") return felica(transit_, draws);
        if (name == "transit2") return felica(other_transit_, draws);
        if (name == "type_b" || name == "type_b2")
            return std::make_shared<model::TypeBCard>(chip_, model::TypeBIdentity{}, draws);
        if (name == "type_a4")
            return std::make_shared<TypeACard>(&chip_, identity({8, 1, 2, 3}, 4, 0x20), draws);
        if (name == "type_a4b")
            return std::make_shared<TypeACard>(&chip_, identity({4, 9, 8, 7, 6, 5, 4}, 7, 0x20),
                                               draws);
        if (name == "type_a")
            return std::make_shared<TypeACard>(nullptr, identity({8, 1, 2, 3}, 4, 0x00), draws);
        if (name == "type_a2")
            return std::make_shared<TypeACard>(nullptr, identity({8, 1, 6, 3}, 4, 0x00), draws);
        if (name == "tag3") return std::make_shared<NdefTag>();
        throw std::invalid_argument(name + ": no such card");
    }
    std::shared_ptr<model::RfCard> felica(model::TransitCard& image, const sim::RngStream& draws)
    {
        return std::make_shared<model::FelicaRfCard>(image, model::transit_profile(pmm, cipher_),
                                                     draws);
    }
    static model::TypeAIdentity identity(std::array<std::uint8_t, 7> uid, std::uint8_t size,
                                         std::uint8_t sak)
    {
        model::TypeAIdentity one;
        one.uid = uid;
        one.uid_size = size;
        one.sak = sak;
        return one;
    }

    std::shared_ptr<model::StandInCipher> cipher_ = std::make_shared<model::StandInCipher>();
    model::TransitCard transit_ =
        model::issue_card({.number = 1, .balance = {1000}, .history = 20});
    model::TransitCard other_transit_ = model::issue_card({.number = 2, .balance = {500}});
    CountingChip chip_;
    std::map<std::string, std::shared_ptr<model::RfCard>> cards_;
};

}  // namespace test_support
