// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/transit_card.h"

// Personalisation: what an issuer writes on a card before a rider gets it. All values are invented
// for the bench, the cards' numbers included.
namespace model
{

struct CardIssue {
    std::uint64_t number = 0;  // of the card on this bench, below 2^48
    fw::CardType type = fw::CardType::adult;
    fw::Yen balance{};
    int history = 0;  // invented earlier rides, at most 20; the oldest is the issue
    std::uint16_t date = fw::pack_date(2026, 4, 1);   // of those rides
    fw::CardSystem system = fw::CardSystem::transit;  // a Lite-S keeps no earlier rides
};

TransitCard issue_card(const CardIssue& issue);

// An IDm of system 0 under a manufacturer code that no maker uses here (invented).
fw::Idm bench_idm(std::uint64_t number);

}  // namespace model
