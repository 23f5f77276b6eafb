// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/reader/driver_verdict.h"
#include "hil/reader/reader.h"

struct nfc_context;
struct nfc_device;

// One reader through libnfc, with the calls that proved safe: searches end by themselves, sizes are
// checked before libnfc sees them, no call waits for ever. Only here and in main is libnfc known.
namespace hil
{

class NfcDevice
{
public:
    // What a call came to, `device` being the time inside libnfc.
    struct Outcome {
        ReaderStatus status = ReaderStatus::lost;
        std::size_t size = 0;  // of the card's answer
        fw::Nanos device{};
        bool reader_is_away = false;  // it has to be opened again
    };

    explicit NfcDevice(nfc_context* context) : context_(context) {}
    ~NfcDevice() { close(); }
    NfcDevice(const NfcDevice&) = delete;
    NfcDevice& operator=(const NfcDevice&) = delete;

    // Tries three times, as a chip may lose the first frame while it wakes up. False: nobody
    // answers there; known after 4.5 s with a mute reader.
    bool open(const std::string& connstring);
    void close();
    bool is_open() const { return device_ != nullptr; }

    Outcome select(fw::RfSet tech, std::uint16_t system_code, Target& target);
    Outcome exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout);
    Outcome release();
    // Round trips of a command to the chip itself; none when the reader fails at it.
    LinkTime measure_link();

private:
    DriverAnswer ask_reader();
    bool is_alive(Outcome& outcome);
    template <class Call>
    Outcome with_care(Call call, const CallKind& kind);
    int set_chip_timeout(fw::Nanos timeout);
    bool prepare();

    nfc_context* context_;
    nfc_device* device_ = nullptr;
    fw::RfSet tech_ = fw::RfSet::felica_212;
    int chip_timeout_ = 0;  // ms, as set last
};

}  // namespace hil
