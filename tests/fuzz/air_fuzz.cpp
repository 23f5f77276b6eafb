// SPDX-License-Identifier: Apache-2.0
// Frames of every technology to the cards in a field, with a right checksum or as they come.
#include <algorithm>

#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/iso14443_crc.h"
#include "tests/fuzz/desk.h"
#include "tests/fuzz/fuzz.h"

namespace
{

constexpr std::array technologies{fw::RfSet::felica_212, fw::RfSet::felica_424, fw::RfSet::type_a,
                                  fw::RfSet::type_b};

void close(model::AirFrame& frame)
{
    const fw::MutBytes bytes(frame.bytes);
    std::size_t size = frame.size;
    if (frame.tech == fw::RfSet::type_a)
        size = fw::iso14443::add_crc(fw::iso14443::Crc::a, bytes, size);
    else if (frame.tech == fw::RfSet::type_b)
        size = fw::iso14443::add_crc(fw::iso14443::Crc::b, bytes, size);
    else
        size = fw::felica::add_crc(bytes, size);
    frame.size = static_cast<std::uint16_t>(size);
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    return {
        hex("04 06 06 00 FFFF 01 00  05 06 06 00 0003 00 0F"),
        hex("02 01 26  02 02 93 20  06 02 50 00"),
        hex("72 01 26  02 02 93 20  06 02 E0 80  06 06 02 00A40400 00"),
        hex("07 03 05 00 08  07 01 15"),
        hex("07 09 1D 00000000 00 08 01 00  07 05 02 00B00000"),
        hex("08 07 03 05 00 00"),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Desk desk;
    desk.field.switch_field(true);
    for (fuzz::Script script(data, size); !script.done();) {
        const std::uint8_t how = script.byte();
        if ((how & 0x08) != 0) desk.field.switch_field((how & 0x01) == 0);
        model::AirFrame frame;
        frame.tech = technologies[how & 0x03];
        const fw::Bytes bytes = script.part();
        std::copy(bytes.begin(), bytes.end(), frame.bytes.begin());
        frame.size = static_cast<std::uint16_t>(bytes.size());
        if ((how & 0x04) != 0) close(frame);
        if (frame.tech == fw::RfSet::type_a) frame.last_bits = how >> 4 & 0x07;
        for (const hil::Heard& heard : desk.field.exchange(frame))
            fuzz::must(heard.frame.size <= model::AirFrame::capacity && heard.think.count >= 0);
    }
    return 0;
}
