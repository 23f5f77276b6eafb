// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/reader/sam.h"
#include "sim/base/rng_stream.h"

// The module's part in a session with a FeliCa Lite-S card.
namespace model
{

bool SamModel::lite_s_challenge(const fw::Idm& card, std::span<std::uint8_t, 16> challenge)
{
    fw::Block drawn{};
    fw::put_be64(&drawn[0], sim::mix64(seed_ + ++challenges_));
    fw::put_be64(&drawn[8], sim::mix64(seed_ + ++challenges_));
    lite_s_ = lite_s_keys(lite_s_card_key(card), drawn);
    std::copy(drawn.begin(), drawn.end(), challenge.begin());
    step_ = Step::lite_s;
    return true;
}

bool SamModel::lite_s_genuine(fw::Bytes message, std::span<const std::uint8_t, 8> mac)
{
    if (step_ != Step::lite_s) return false;
    const fw::lite_s::Mac right = lite_s_mac(lite_s_, MacOf::read, message);
    return std::equal(right.begin(), right.end(), mac.begin());
}

bool SamModel::lite_s_sign(fw::Bytes message, std::span<std::uint8_t, 8> mac)
{
    if (step_ != Step::lite_s) return false;
    const fw::lite_s::Mac made = lite_s_mac(lite_s_, MacOf::write, message);
    std::copy(made.begin(), made.end(), mac.begin());
    return true;
}

}  // namespace model
