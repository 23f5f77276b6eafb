// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <ostream>
#include <string_view>
#include <vector>

#include "firmware/core/bytes.h"
#include "firmware/core/units.h"
#include "sim/base/date.h"

// A capture of what passed on the air, at the reader and over the mobile link, all on the clock of
// the service day, as a pcapng file that stock Wireshark decodes (draft-ietf-opsawg-pcapng; link
// types of tcpdump.org; behaviour of the dissectors tried with tshark 4.0.17). Service days are
// Japan's: the stamps are UTC, nine hours behind, with nanoseconds.
namespace sim
{

// As pcapng's packet flags say it. `out`: from the fare box's side, to card, reader or cloud.
enum class Way : std::uint8_t { in = 1, out = 2 };

struct Captured {
    fw::Nanos at{};  // since midnight of the service day
    Way way = Way::out;
    fw::Bytes bytes;
    std::string_view comment;
    bool damaged = false;  // as received, with a wrong checksum
};

enum class ReaderTalk : std::uint8_t { felica, apdu };
enum class Crc : std::uint8_t { absent, present };

class PcapngWriter
{
public:
    // Nothing is held back: every call is written to `out` before it returns. `remark` stands in
    // the file's head.
    PcapngWriter(std::ostream& out, Date service_day, std::string_view remark);

    // A FeliCa packet on air, with its length byte; a CRC may follow. No link type exists for it,
    // so it goes by its dissector's name; a packet which that dissector takes for malformed, or
    // which is damaged, is shown as data.
    void felica_frame(const Captured& packet);
    // A frame of ISO/IEC 14443-3 or -4 on air.
    void iso14443_frame(const Captured& frame, Crc crc);
    void iso14443_field(fw::Nanos at, bool on, std::string_view comment);
    // What the host told a reader to send, and what came back: a FeliCa packet with its length byte
    // or one APDU. (Wireshark knows the PN532's own frames only on a USB device, and not the long
    // ones.)
    void reader_frame(const Captured& packet, ReaderTalk talk);
    // A message over the mobile link, at most 65,515 bytes, between addresses set aside for
    // documentation.
    void uplink_message(const Captured& message, std::uint32_t bus);

private:
    enum class Interface : std::uint8_t { felica, iso14443, reader, uplink };
    static constexpr std::size_t interfaces = 4;

    std::uint32_t number_of(Interface interface);  // described in the file when first used
    void packet(Interface interface, const Captured& about, fw::Bytes data);
    void dissected(Interface interface, const Captured& about, std::string_view dissector,
                   fw::Bytes payload);
    void iso14443(const Captured& about, std::uint8_t event);

    std::ostream& out_;
    std::int64_t midnight_;  // ns since 1970-01-01 UTC
    std::array<std::int32_t, interfaces> number_{-1, -1, -1, -1};
    std::uint32_t described_ = 0;
    std::vector<std::uint8_t> scratch_;
};

}  // namespace sim
