// SPDX-License-Identifier: Apache-2.0
// A terminal that sends a My Number Card whatever it likes. The PINs are known to it, so that what
// lies behind them is met as well.
#include "models/card/my_number_card.h"
#include "sim/app/my_number_cards.h"
#include "sim/scenario/card_file.h"
#include "tests/fuzz/fuzz.h"

namespace
{

std::shared_ptr<const model::MyNumberProfile> profile()
{
    static const auto made = app::my_number_profile(
        *sim::load_card(TAPBENCH_SOURCE_DIR "/scenarios/card/my_number.yaml").my_number);
    return made;
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    const Octets jpki = hex("00A4040C0AD392F000260100000001");
    const Octets text_ap = hex("00A4040C0AD3921000310001010408");
    const Octets visual_ap = hex("00A4040C0AD3921000310001010402");
    const Octets common_ap = hex("00A4040C0AD3921000310001010100");
    return {
        parts({jpki, hex("00A4020C020018"), hex("00200080"), hex("002000800431323334"),
               hex("00A4020C020017"), hex("802A0280 20" + std::string(64, '1') + "00")}),
        parts({jpki, hex("00A4020C02000A"), hex("00B0000004"), hex("00B0000400")}),
        parts({jpki, hex("00A4020C02001B"), hex("0020008006414243313233"), hex("00A4020C020001"),
               hex("00B0000000"), hex("00A4020C02001A"), hex("802A00800431323334 00")}),
        parts({text_ap, hex("00A4020C020011"), hex("002000800432333435"), hex("00A4020C020002"),
               hex("00B0000000"), hex("00240180 04 32333435")}),
        parts({visual_ap, hex("00B0830000"), hex("00A4020C020004"), hex("00B0010000")}),
        parts({common_ap, hex("00A4020C020001"), hex("00B2010400"), hex("0084000008"),
               hex("0088008008" + std::string(16, '7') + "00")}),
        parts({hex("00CADF3005"), hex("00CB3FFF035C017E08"), hex("00A4000000"),
               hex("00B00000000100"), hex("00A40400000AD392F000260100000001")}),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    model::MyNumberCard card(profile());
    for (fuzz::Script script(data, size); !script.done();) {
        const fw::Bytes command = script.part();
        if (command.empty()) {
            card.power_off();
            continue;
        }
        std::array<std::uint8_t, model::ApduCard::longest_answer> answer{};
        fw::Nanos think{};
        const std::size_t answered = card.transmit(command, answer, think);
        fuzz::must(answered >= 2 && answered <= answer.size() && think.count >= 0);
    }
    return 0;
}
