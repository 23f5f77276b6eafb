// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/nfc_device.h"

#include <nfc/nfc.h>

#include <algorithm>
#include <vector>

#include "hil/reader/nfc_target.h"
#include "hil/reader/steady.h"

namespace hil
{

namespace
{

constexpr int tries_to_open = 3;
constexpr int command_timeout_ms = 100;  // a PN532 acknowledges within 15 ms
constexpr int reader_time_ms = 100;      // for serial line and chip, beside the card's time
constexpr std::size_t link_samples = 31;

template <class Call>
DriverAnswer timed(Call call)
{
    const fw::Nanos start = steady_now();
    const int code = call();
    return {code, steady_now() - start};
}

bool is_felica(fw::RfSet tech)
{
    return tech == fw::RfSet::felica_212 || tech == fw::RfSet::felica_424;
}

std::vector<std::uint8_t> question_of(fw::RfSet tech, std::uint16_t system_code)
{
    if (tech == fw::RfSet::type_b) return {0x00};  // every application family
    if (tech == fw::RfSet::type_a) return {};
    constexpr std::uint8_t tell_system = 1;
    constexpr std::uint8_t one_slot = 0;  // libnfc takes one card at a time
    return {0x00, static_cast<std::uint8_t>(system_code >> 8),
            static_cast<std::uint8_t>(system_code), tell_system, one_slot};
}

}  // namespace

bool NfcDevice::open(const std::string& connstring)
{
    nfc_connstring text{};
    connstring.copy(text, sizeof text - 1);
    for (int i = 0; i < tries_to_open && device_ == nullptr; ++i) {
        device_ = nfc_open(context_, text);
        if (device_ != nullptr && !prepare()) close();
    }
    return device_ != nullptr;
}

bool NfcDevice::prepare()
{
    chip_timeout_ = 0;
    return nfc_device_set_property_int(device_, NP_TIMEOUT_COMMAND, command_timeout_ms) >= 0 &&
           nfc_initiator_init(device_) >= 0 &&
           nfc_device_set_property_bool(device_, NP_INFINITE_SELECT, false) >= 0;
}

void NfcDevice::close()
{
    if (device_ != nullptr) nfc_close(device_);
    device_ = nullptr;
}

// RFConfiguration, field on: one round trip to the chip, and nothing on air as the field is on.
DriverAnswer NfcDevice::ask_reader()
{
    return timed([this] { return nfc_device_set_property_bool(device_, NP_ACTIVATE_FIELD, true); });
}

bool NfcDevice::is_alive(Outcome& outcome)
{
    const DriverAnswer first = ask_reader();
    outcome.device += first.took;
    if (first.code >= 0) return true;
    const DriverAnswer second = ask_reader();
    outcome.device += second.took;
    if (second.code >= 0) return true;
    outcome.status = status_of_silence(first, second);
    outcome.reader_is_away = true;
    return false;
}

// Every failure, and an empty field too, is believed only from a reader that is alive.
template <class Call>
NfcDevice::Outcome NfcDevice::with_care(Call call, const CallKind& kind)
{
    Outcome outcome;
    for (int tries = 0; tries < 2; ++tries) {
        const DriverAnswer answer = timed(call);
        outcome.device += answer.took;
        if (answer.code > 0)
            return {ReaderStatus::ok, static_cast<std::size_t>(answer.code), outcome.device};
        if (!is_alive(outcome)) return outcome;
        outcome.status = status_of_failure(answer.code, kind);
        if (!is_repeated(answer.code, kind)) return outcome;
    }
    return outcome;
}

NfcDevice::Outcome NfcDevice::select(fw::RfSet tech, std::uint16_t system_code, Target& target)
{
    constexpr CallKind kind{ReaderStatus::no_card, true, true, true};
    tech_ = tech;
    const std::vector<std::uint8_t> question = question_of(tech, system_code);
    nfc_target found{};
    const auto call = [&] {
        return nfc_initiator_select_passive_target(device_, modulation_of(tech), question.data(),
                                                   question.size(), &found);
    };
    const Outcome outcome = with_care(call, kind);
    if (outcome.status == ReaderStatus::ok) target = target_of(found, tech);
    // With easy framing the chip speaks ISO-DEP; without it the timeout set below holds.
    nfc_device_set_property_bool(device_, NP_EASY_FRAMING, !is_felica(tech));
    return outcome;
}

// What the chip then waits, in milliseconds.
int NfcDevice::set_chip_timeout(fw::Nanos timeout)
{
    const int wanted = chip_timeout_ms(timeout);
    if (wanted != chip_timeout_ &&
        nfc_device_set_property_int(device_, NP_TIMEOUT_COM, wanted) >= 0)
        chip_timeout_ = wanted;
    return wanted;
}

NfcDevice::Outcome NfcDevice::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout)
{
    if (command.empty() || command.size() > Reader::longest_command) return {ReaderStatus::timeout};
    const bool felica = is_felica(tech_);
    const int card =
        felica ? set_chip_timeout(timeout) : static_cast<int>(timeout.count / 1'000'000);
    const CallKind kind{ReaderStatus::timeout, may_repeat(tech_, command), false, felica};
    const auto call = [&] {
        return nfc_initiator_transceive_bytes(device_, command.data(), command.size(),
                                              answer.data(), answer.size(), card + reader_time_ms);
    };
    return with_care(call, kind);
}

NfcDevice::Outcome NfcDevice::release()
{
    if (is_felica(tech_)) return {ReaderStatus::ok};
    const DriverAnswer answer = timed([this] { return nfc_initiator_deselect_target(device_); });
    return {ReaderStatus::ok, 0, answer.took, false};
}

LinkTime NfcDevice::measure_link()
{
    std::vector<fw::Nanos> times;
    for (std::size_t i = 0; i < link_samples; ++i) {
        const DriverAnswer answer = ask_reader();
        if (answer.code < 0) return {};
        times.push_back(answer.took);
    }
    std::sort(times.begin(), times.end());
    const std::size_t edge = times.size() / 20;
    return {static_cast<int>(times.size()), times[times.size() / 2], times[edge],
            times[times.size() - 1 - edge]};
}

}  // namespace hil
