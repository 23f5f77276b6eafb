// SPDX-License-Identifier: Apache-2.0
// A reader that sends a transit card whatever it likes, and one that holds the keys and seals it.
#include <algorithm>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/nodes.h"
#include "models/reader/sam.h"
#include "tests/fuzz/desk.h"
#include "tests/fuzz/fuzz.h"

namespace
{

using Packet = std::array<std::uint8_t, fw::felica::max_packet>;

struct Touch {
    model::TransitCard card = model::issue_card({.number = 1, .balance = {2000}, .history = 20});
    model::CardSession session;
    model::SamModel sam{fuzz::transit_profile().cipher, 7};

    Packet answer{};

    fw::Bytes send(fw::Bytes packet)
    {
        const std::size_t size = respond(card, session, fuzz::transit_profile(), packet, answer);
        fuzz::must(size <= answer.size() && (size == 0 || answer[0] == size));
        if (size > 1) fuzz::must(answer[1] == packet[1] + 1);
        return fw::Bytes(answer).first(size);
    }
    // With the right length byte and, when it is wanted, the card's own IDm.
    void send_body(fw::Bytes body, bool addressed)
    {
        Packet packet{};
        const std::size_t size = std::min(body.size() + 1, packet.size());
        packet[0] = static_cast<std::uint8_t>(size);
        std::copy_n(body.begin(), size - 1, packet.begin() + 1);
        if (addressed && size >= 10) std::copy_n(card.idm.bytes.begin(), 8, packet.begin() + 2);
        send(fw::Bytes(packet).first(size));
    }
    void authenticate()
    {
        Packet command{};
        const std::size_t first =
            sam.auth1(card.idm, {fw::nodes::areas, fw::nodes::debit_services}, command);
        const fw::Bytes challenged = send(fw::Bytes(command).first(first));
        const std::size_t second = sam.auth2(challenged, command);
        if (second != 0) sam.open_session(send(fw::Bytes(command).first(second)));
    }
    void send_sealed(std::uint8_t code, fw::Bytes body)
    {
        Packet command{};
        const std::size_t size = sam.seal(code, body, command);
        if (size != 0) send(fw::Bytes(command).first(size));
    }
};

void act(Touch& touch, fuzz::Script& script)
{
    switch (script.byte() % 6) {
        case 0:
            touch.session = {};
            break;
        case 1:
            touch.authenticate();
            break;
        case 2:
            touch.send_sealed(fw::felica::read_secure, script.part());
            break;
        case 3:
            touch.send_sealed(fw::felica::write_secure, script.part());
            break;
        case 4:
            touch.send_body(script.part(), true);
            break;
        default:
            touch.send(script.part());
    }
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    const std::string nobody(16, '0');
    return {
        hex("04 05 00 00 03 01 0F"),
        hex("04 0C 02" + nobody + "01 8B00 04 09 04" + nobody),
        hex("04 0F 06" + nobody + "01 0F09 01 8000"),
        hex("04 1F 08" + nobody + "01 0F09 01 8000" + nobody + nobody),
        hex("04 0B 0A" + nobody + "0000 04 09 0C" + nobody),
        hex("01 02 03 01 8000 00 05 06 00 FFFF 00 00"),
        hex("01 03 13 01 8000" + nobody + nobody + "02 05 02 8000 8001"),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Touch touch;
    for (fuzz::Script script(data, size); !script.done();) act(touch, script);
    return 0;
}
