// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/transit_card.h"

// Read and Write Without Encryption (felica.md 4): services without a key only. Services and
// blocks that cannot be had are answered with status flags, a packet whose length does not agree
// with its counts with silence.
namespace model
{

constexpr std::size_t head_size = 10;  // length, code, IDm

std::size_t answer_plain(TransitCard& card, const CardProfile& profile, fw::Bytes packet,
                         fw::MutBytes answer);

// Puts length, code and IDm before an answer of `size` bytes to command `code`; returns `size`.
std::size_t open_answer(const TransitCard& card, std::uint8_t code, std::size_t size,
                        fw::MutBytes answer);

}  // namespace model
