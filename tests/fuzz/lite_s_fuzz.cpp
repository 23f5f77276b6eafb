// SPDX-License-Identifier: Apache-2.0
// A reader that sends a FeliCa Lite-S whatever it likes, and one that holds its key and signs it.
#include <algorithm>

#include "firmware/protocol/lite_s.h"
#include "models/card/card_image.h"
#include "models/card/lite_s_card.h"
#include "models/reader/sam.h"
#include "tests/fuzz/fuzz.h"

namespace
{

using Packet = std::array<std::uint8_t, fw::felica::max_packet>;

const fw::Idm idm = model::bench_idm(2);

const model::CardProfile& profile()
{
    static const model::CardProfile made =
        model::lite_s_profile(*model::parse_pmm("00F1000000014300"));
    return made;
}

struct Touch {
    model::TransitCard card;
    model::CardSession session;
    model::SamModel sam{std::make_shared<const model::StandInCipher>(), 7};

    explicit Touch(bool blank)
        : card(blank ? model::blank_lite_s(idm)
                     : model::issue_lite_s(idm, fw::CardType::adult, {2000}))
    {
    }
    void send(fw::Bytes packet)
    {
        Packet answer{};
        const std::size_t size = respond(card, session, profile(), packet, answer);
        fuzz::must(size <= answer.size() && (size == 0 || answer[0] == size));
        if (size > 1) fuzz::must(answer[1] == packet[1] + 1);
    }
    void send_body(fw::Bytes body)
    {
        Packet packet{};
        const std::size_t size = std::min(body.size() + 1, packet.size());
        packet[0] = static_cast<std::uint8_t>(size);
        std::copy_n(body.begin(), size - 1, packet.begin() + 1);
        if (size >= 10) std::copy_n(idm.bytes.begin(), 8, packet.begin() + 2);
        send(fw::Bytes(packet).first(size));
    }
    void open()
    {
        fw::Block challenge{};
        Packet command{};
        if (!sam.lite_s_challenge(idm, challenge)) return;
        const std::size_t size =
            fw::lite_s::make_write(idm, fw::lite_s::rc, fw::BlockBytes(challenge), command);
        send(fw::Bytes(command).first(size));
    }
    void write_signed(std::uint8_t block, fw::Bytes data)
    {
        fw::Block content{};
        std::copy_n(data.begin(), std::min(data.size(), content.size()), content.begin());
        const std::uint32_t count =
            fw::lite_s::write_count(card.blocks[model::lite_s_memory::wcnt].data());
        const auto message = fw::lite_s::write_message(count, block, fw::BlockBytes(content));
        fw::lite_s::Mac mac{};
        if (!sam.lite_s_sign(message.view(), mac)) return;
        Packet command{};
        const std::size_t size =
            fw::lite_s::make_write(idm, block, fw::BlockBytes(content), count, mac, command);
        send(fw::Bytes(command).first(size));
    }
};

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    const std::string nobody(16, '0');
    return {
        hex("00 03 06 00 88B4 01 00"),
        hex("00 03 11 06" + nobody + "01 0B00 03 8000 8090 8091"),
        hex("01 03 1F 08" + nobody + "01 0900 01 8005" + nobody + nobody),
        hex("00 01 02 92 01 01 02 05 10" + nobody + nobody + "03 0F 06" + nobody +
            "01 0B00 01 8005"),
        hex("01 01 02 87 10" + nobody + nobody + "02 88 10" + nobody + nobody +
            "02 0E 04 00000000"),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Script script(data, size);
    for (Touch touch(script.byte() % 2 == 1); !script.done();) {
        const std::uint8_t what = script.byte() % 5;
        if (what == 0) touch.session = {};
        if (what == 1) touch.open();
        if (what == 2) {
            const std::uint8_t block = script.byte();
            touch.write_signed(block, script.part());
        }
        if (what == 3) touch.send_body(script.part());
        if (what == 4) touch.send(script.part());
    }
    return 0;
}
