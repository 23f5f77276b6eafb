// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_state.h"

// Letting listed cards go and taking them up again (UM0701 7.3.6, 7.3.7 and 7.3.10 to 7.3.12), and
// the peer-to-peer call that nobody here answers (7.3.3).
namespace hil
{
namespace
{

namespace pn532 = fw::pn532;

}  // namespace

// No card here speaks DEP, so its answer never comes.
ChipStep in_jump_for_dep(ChipState& chip, fw::Bytes in)
{
    constexpr std::uint8_t fastest = 2;
    if (in.size() < 3 || in[0] > 1 || in[1] > fastest) return {};
    chip.release_all();
    chip.switch_field(true);
    return chip.dep_retries == endless ? waiting() : answered(pn532::no_answer);
}

namespace
{

bool wake(ChipState& chip, ListedTarget& target, std::uint8_t number)
{
    const Activated& card = target.card();
    std::optional<Activated> again;
    if (card.tech == fw::RfSet::type_a) {
        const TypeAWish wish{.cid = static_cast<std::uint8_t>(number - 1),
                             .smart_card = card.iso_dep,
                             .id = card.id};
        again = find_type_a(chip.radio, wish);
    } else {
        again = find_type_b(chip.radio, 0x00, number);
        if (again && again->id != card.id) again.reset();
    }
    if (!again) return false;
    target.take_up(std::move(*again));
    return true;
}

}  // namespace

ChipStep in_select(ChipState& chip, fw::Bytes in)
{
    if (in.size() != 1) return {};
    ListedTarget* target = chip.target(in[0]);
    if (target == nullptr) return answered(pn532::wrong_context);
    if (target->awake()) return answered(pn532::ok);
    chip.tune(target->card().tech);
    for (const auto& other : chip.targets)
        if (!other->card().iso_dep) other->let_go();
    return answered(wake(chip, *target, in[0]) ? pn532::ok : pn532::no_answer);
}

ChipStep in_deselect(ChipState& chip, fw::Bytes in)
{
    if (in.size() != 1) return {};
    if (in[0] == 0) {
        for (const auto& target : chip.targets) target->let_go();
        return answered(pn532::ok);
    }
    ListedTarget* target = chip.target(in[0]);
    if (target == nullptr) return answered(pn532::wrong_context);
    target->let_go();
    return answered(pn532::ok);
}

// A number that was released is not given to another card before the next search.
ChipStep in_release(ChipState& chip, fw::Bytes in)
{
    if (in.size() != 1) return {};
    if (in[0] == 0) {
        chip.release_all();
        return answered(pn532::ok);
    }
    ListedTarget* target = chip.target(in[0]);
    if (target == nullptr) return answered(pn532::wrong_context);
    target->let_go();
    if (in[0] == chip.targets.size()) chip.targets.pop_back();
    return answered(pn532::ok);
}

// Cards here offer no rate but the one they were found at.
ChipStep in_psl(ChipState& chip, fw::Bytes in)
{
    if (in.size() != 3 || in[1] > 2 || in[2] > 2) return {};
    const ListedTarget* target = chip.target(in[0]);
    if (target == nullptr) return answered(pn532::wrong_context);
    const fw::RfSet tech = target->card().tech;
    const std::uint8_t rate = tech == fw::RfSet::felica_424   ? 2
                              : tech == fw::RfSet::felica_212 ? 1
                                                              : 0;
    return answered(in[1] == rate && in[2] == rate ? pn532::ok : pn532::no_answer);
}

}  // namespace hil
