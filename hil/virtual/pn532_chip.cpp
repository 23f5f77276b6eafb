// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_chip.h"

#include <algorithm>

#include "hil/virtual/pn532_state.h"

namespace hil
{
namespace
{

namespace pn532 = fw::pn532;

using Handler = ChipStep (*)(ChipState&, fw::Bytes);

struct Row {
    std::uint8_t code;
    Handler handler;
};

constexpr Row commands[] = {
    {pn532::diagnose, diagnose},
    {pn532::get_firmware_version, get_firmware_version},
    {pn532::get_general_status, get_general_status},
    {pn532::read_register, read_register},
    {pn532::write_register, write_register},
    {pn532::set_serial_baud_rate, set_serial_baud_rate},
    {pn532::set_parameters, set_parameters},
    {pn532::sam_configuration, sam_configuration},
    {pn532::power_down, power_down},
    {pn532::rf_configuration, rf_configuration},
    {pn532::in_data_exchange, in_data_exchange},
    {pn532::in_communicate_thru, in_communicate_thru},
    {pn532::in_deselect, in_deselect},
    {pn532::in_list_passive_target, in_list_passive_target},
    {pn532::in_psl, in_psl},
    {pn532::in_release, in_release},
    {pn532::in_select, in_select},
    {pn532::in_jump_for_dep, in_jump_for_dep},
    {pn532::in_auto_poll, in_auto_poll},
    {pn532::tg_init_as_target, tg_init_as_target},
    {pn532::tg_get_target_status, tg_get_target_status},
    {pn532::tg_get_data, tg_without_initiator},
    {pn532::tg_set_data, tg_without_initiator},
    {pn532::tg_get_initiator_command, tg_without_initiator},
    {pn532::tg_response_to_initiator, tg_without_initiator},
};

}  // namespace

Pn532Chip::Pn532Chip(CardField& field) : state_(std::make_unique<ChipState>(field)) {}

Pn532Chip::~Pn532Chip() = default;

ChipStep Pn532Chip::take(fw::Bytes command)
{
    command_.assign(command.begin(), command.end());
    state_->round = 0;
    return run();
}

ChipStep Pn532Chip::resume()
{
    ++state_->round;
    return run();
}

void Pn532Chip::abort()
{
    command_.clear();
}

int Pn532Chip::baud() const
{
    return state_->baud;
}

ChipStep Pn532Chip::run()
{
    if (command_.empty()) return {};
    const std::uint8_t code = command_[0];
    const auto* row = std::find_if(std::begin(commands), std::end(commands),
                                   [code](const Row& each) { return each.code == code; });
    if (row == std::end(commands)) return {};
    ChipStep step = row->handler(*state_, fw::Bytes(command_).subspan(1));
    step.spent = state_->radio.take_spent();
    if (step.kind == ChipStep::Kind::answered)
        step.data.insert(step.data.begin(), static_cast<std::uint8_t>(code + 1));
    if (step.data.size() > pn532::longest_data) step.data = {step.data[0], pn532::too_long};
    return step;
}

}  // namespace hil
