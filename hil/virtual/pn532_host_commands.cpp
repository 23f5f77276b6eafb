// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_state.h"

// Commands that concern chip and host: tests, registers, settings (UM0701 7.2).
namespace hil
{
namespace
{

constexpr std::uint8_t passed = 0x00, failed = 0x01;
constexpr int polling_test_rounds = 128;

// Diagnose 04: how many of 128 Pollings no card answered.
ChipStep test_polling(ChipState& chip, fw::Bytes in)
{
    if (in.size() != 1 || in[0] < 1 || in[0] > 2) return {};
    const auto tech = in[0] == 1 ? fw::RfSet::felica_212 : fw::RfSet::felica_424;
    constexpr std::array<std::uint8_t, 4> anybody{0xFF, 0xFF, 0x00, 0x00};
    chip.tune(tech);
    std::uint8_t silent = 0;
    for (int round = 0; round < polling_test_rounds; ++round)
        if (find_felica(chip.radio, tech, anybody, 1).empty()) ++silent;
    return answered({silent});
}

ChipStep test_presence(ChipState& chip)
{
    ListedTarget* target = chip.target(1);
    return answered({target != nullptr && target->present() ? passed : failed});
}

}  // namespace

ChipStep diagnose(ChipState& chip, fw::Bytes in)
{
    if (in.empty()) return {};
    switch (in[0]) {
        case 0x00:  // communication line: everything comes back
            return answered({in.begin(), in.end()});
        case 0x01:  // ROM
        case 0x02:  // RAM
        case 0x07:  // antenna
            return answered({passed});
        case 0x04:
            return test_polling(chip, in.subspan(1));
        case 0x05:  // answers an initiator with an echo until aborted
            return waiting();
        case 0x06:
            return test_presence(chip);
        default:
            return {};
    }
}

ChipStep get_firmware_version(ChipState&, fw::Bytes in)
{
    if (!in.empty()) return {};
    return answered({0x32, 0x01, 0x06, 0x07});  // PN532, version 1.6; type A, type B, ISO 18092
}

ChipStep get_general_status(ChipState& chip, fw::Bytes in)
{
    if (!in.empty()) return {};
    constexpr std::uint8_t no_error = 0x00, no_outer_field = 0x00, felica_type = 0x10, sam = 0x80;
    std::vector<std::uint8_t> out{no_error, no_outer_field,
                                  static_cast<std::uint8_t>(chip.targets.size())};
    for (std::size_t i = 0; i < chip.targets.size(); ++i) {
        const fw::RfSet tech = chip.targets[i]->card().tech;
        const bool felica = tech == fw::RfSet::felica_212 || tech == fw::RfSet::felica_424;
        const std::uint8_t rate = !felica ? 0 : tech == fw::RfSet::felica_212 ? 1 : 2;
        const std::uint8_t type = felica ? felica_type : std::uint8_t{0};
        out.insert(out.end(), {static_cast<std::uint8_t>(i + 1), rate, rate, type});
    }
    out.push_back(sam);
    return answered(std::move(out));
}

ChipStep read_register(ChipState& chip, fw::Bytes in)
{
    if (in.empty() || in.size() % 2 != 0) return {};
    std::vector<std::uint8_t> out;
    for (std::size_t at = 0; at < in.size(); at += 2)
        out.push_back(chip.registers.read(fw::get_be16(&in[at])));
    return answered(std::move(out));
}

ChipStep write_register(ChipState& chip, fw::Bytes in)
{
    if (in.empty() || in.size() % 3 != 0) return {};
    for (std::size_t at = 0; at < in.size(); at += 3) {
        if (chip.registers.write(fw::get_be16(&in[at]), in[at + 2])) transmit_fifo(chip);
        if (chip.registers.drives_field() != chip.radio.is_on())
            chip.radio.switch_field(chip.registers.drives_field());
    }
    return answered();
}

ChipStep set_serial_baud_rate(ChipState& chip, fw::Bytes in)
{
    constexpr std::array rates{9600,    19'200,  38'400,  57'600,   115'200,
                               230'400, 460'800, 921'600, 1'288'000};
    if (in.size() != 1 || in[0] >= rates.size()) return {};
    chip.baud = rates[in[0]];
    return answered();
}

ChipStep set_parameters(ChipState& chip, fw::Bytes in)
{
    if (in.size() != 1) return {};
    chip.parameters = in[0];
    return answered();
}

ChipStep sam_configuration(ChipState&, fw::Bytes in)
{
    constexpr std::uint8_t normal = 1, dual = 4;
    const bool known = !in.empty() && in.size() <= 3 && in[0] >= normal && in[0] <= dual;
    return known ? answered() : ChipStep{};
}

// Any byte wakes it again, so there is nothing to remember.
ChipStep power_down(ChipState& chip, fw::Bytes in)
{
    if (in.empty() || in.size() > 2) return {};
    chip.switch_field(false);
    return answered(fw::pn532::ok);
}

ChipStep rf_configuration(ChipState& chip, fw::Bytes in)
{
    constexpr std::array<std::uint8_t, 0x0E> sizes{0, 1, 3, 0, 1, 3, 0, 0, 0, 0, 11, 8, 3, 9};
    const std::size_t size = !in.empty() && in[0] < sizes.size() ? sizes[in[0]] : 0;
    if (size == 0 || in.size() != size + 1) return {};
    switch (in[0]) {
        case 0x01:
            chip.switch_field((in[1] & 0x01) != 0);
            break;
        case 0x02:
            chip.patience_code = in[3];
            break;
        case 0x04:
            chip.exchange_retries = in[1];
            break;
        case 0x05:
            chip.dep_retries = in[1];
            chip.activation_retries = in[3];
            break;
        default:  // analogue settings have no effect here
            break;
    }
    return answered();
}

}  // namespace hil
