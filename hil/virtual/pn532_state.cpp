// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_state.h"

#include <algorithm>

namespace hil
{

void ChipState::switch_field(bool on)
{
    radio.switch_field(on);
    registers.show_field(on);
}

void ChipState::tune(fw::RfSet tech)
{
    if (!radio.is_on()) switch_field(true);
    registers.tune(tech);
}

void ChipState::release_all()
{
    for (const auto& target : targets) target->let_go();
    targets.clear();
}

std::uint8_t ChipState::list(Activated card)
{
    targets.push_back(std::make_unique<ListedTarget>(radio, std::move(card)));
    return static_cast<std::uint8_t>(targets.size());
}

ListedTarget* ChipState::target(std::uint8_t number)
{
    return number >= 1 && number <= targets.size() ? targets[number - 1u].get() : nullptr;
}

// 100 us doubled with each step, UM0701 7.3.1; 0 = no limit.
fw::Nanos ChipState::patience() const
{
    if (patience_code == 0) return for_ever;
    return {std::int64_t{100'000} << std::min(patience_code - 1, 15)};
}

ChipStep answered(std::vector<std::uint8_t> data)
{
    ChipStep step;
    step.kind = ChipStep::Kind::answered;
    step.data = std::move(data);
    return step;
}

ChipStep answered(fw::pn532::Status status, fw::Bytes data)
{
    std::vector<std::uint8_t> out(1 + data.size(), status);
    std::copy(data.begin(), data.end(), out.begin() + 1);
    return answered(std::move(out));
}

ChipStep waiting(std::optional<fw::Nanos> again)
{
    ChipStep step;
    step.kind = ChipStep::Kind::waiting;
    step.again = again;
    return step;
}

}  // namespace hil
