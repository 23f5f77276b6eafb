// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nfc/nfc.h>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "hil/reader/steady.h"

// A program that uses the real libnfc, as its authors meant it: one context, one reader.
namespace test_support
{

class NfcContext
{
public:
    NfcContext()
    {
        ::setenv("LIBNFC_AUTO_SCAN", "false", 1);
        ::setenv("LIBNFC_LOG_LEVEL", "0", 1);
        nfc_init(&context_);
        if (context_ == nullptr) throw std::runtime_error("libnfc does not start");
    }
    ~NfcContext() { nfc_exit(context_); }
    NfcContext(const NfcContext&) = delete;
    NfcContext& operator=(const NfcContext&) = delete;

    // Null when the reader does not answer.
    nfc_device* open(const std::string& link)
    {
        nfc_connstring name{};
        ("pn532_uart:" + link).copy(name, sizeof name - 1);
        return nfc_open(context_, name);
    }

private:
    nfc_context* context_ = nullptr;
};

class NfcClient
{
public:
    NfcClient(NfcContext& context, const std::string& link) : device_(context.open(link))
    {
        if (device_ == nullptr || nfc_initiator_init(device_) < 0)
            throw std::runtime_error(link + ": libnfc cannot open it");
        set(NP_INFINITE_SELECT, false);
    }
    ~NfcClient() { nfc_close(device_); }
    NfcClient(const NfcClient&) = delete;
    NfcClient& operator=(const NfcClient&) = delete;

    int set(nfc_property property, bool value)
    {
        return nfc_device_set_property_bool(device_, property, value);
    }
    int select(nfc_modulation modulation, std::vector<std::uint8_t> question = {})
    {
        return nfc_initiator_select_passive_target(device_, modulation, question.data(),
                                                   question.size(), &target);
    }
    int select_felica() { return select({NMT_FELICA, NBR_212}, {0x00, 0xFF, 0xFF, 0x01, 0x00}); }
    int transceive(const std::vector<std::uint8_t>& command, int timeout_ms = 300)
    {
        return nfc_initiator_transceive_bytes(device_, command.data(), command.size(),
                                              answer.data(), answer.size(), timeout_ms);
    }
    // The newest history block of a transit card.
    int read_history() { return read_history_within(300); }
    int read_history_within(int timeout_ms)
    {
        std::vector<std::uint8_t> command{16, 0x06};
        command.insert(command.end(), target.nti.nfi.abtId, target.nti.nfi.abtId + 8);
        command.insert(command.end(), {1, 0x0F, 0x09, 1, 0x80, 0});
        return transceive(command, timeout_ms);
    }
    int abort() { return nfc_abort_command(device_); }
    nfc_device* device() { return device_; }

    nfc_target target{};
    std::array<std::uint8_t, 300> answer{};

private:
    nfc_device* device_;
};

template <typename Call>
double microseconds_of(Call call)
{
    const fw::Nanos start = hil::steady_now();
    call();
    return static_cast<double>((hil::steady_now() - start).count) / 1000;
}

}  // namespace test_support
