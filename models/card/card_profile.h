// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "firmware/core/identity.h"
#include "models/card/card_layout.h"
#include "models/card/stand_in_cipher.h"

// What a batch of cards has in common and a card value therefore need not carry: response-time
// parameters (PMm), file system, cipher and product limits (RC-S962 class, felica.md 3). Shared by
// all cards of the batch within one thread.
namespace model
{

struct CardProfile {
    fw::Pmm pmm;
    const CardLayout* layout = &transit_layout;
    std::shared_ptr<const StandInCipher> cipher;
    std::uint8_t read_blocks = 12;  // per command
    std::uint8_t write_blocks = 8;
    // Whether a direct-access write may raise the purse: felica.md 6 doubts the contrary reading,
    // under which no top-up could work; *assumed* true.
    bool direct_access_raises = true;
};

CardProfile transit_profile(const fw::Pmm& pmm, std::shared_ptr<const StandInCipher> cipher);
// The same cards personalised with the next generation of keys, which `cipher` holds.
CardProfile renewed_profile(const CardProfile& profile,
                            std::shared_ptr<const StandInCipher> cipher);

CardProfile lite_s_profile(const fw::Pmm& pmm);
// A batch of cards of this system, whose keys `cipher` holds where they need one.
CardProfile profile_of(fw::CardSystem system, const fw::Pmm& pmm,
                       std::shared_ptr<const StandInCipher> cipher);

// "100B4B428485D0FF"; none when it is not 16 hexadecimal digits.
std::optional<fw::Pmm> parse_pmm(std::string_view hex);

}  // namespace model
