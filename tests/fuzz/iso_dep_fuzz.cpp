// SPDX-License-Identifier: Apache-2.0
// ISO-DEP from both ends: a reader that sends a card whatever blocks it likes, and a card that
// answers a reader so.
#include <algorithm>

#include "models/card/iso_dep_session.h"
#include "tests/fuzz/desk.h"
#include "tests/fuzz/fuzz.h"

namespace
{

fw::iso_dep::Terms terms_of(std::uint8_t byte)
{
    return {static_cast<std::uint8_t>(byte & 0x07), (byte & 0x08) != 0,
            fw::iso_dep::frame_size(byte >> 4)};
}

void meet_card(fuzz::Script& script)
{
    fuzz::EchoChip chip;
    model::IsoDepSession session(chip, fw::Nanos{20'000'000}, fw::Nanos{100'000});
    const fw::iso_dep::Terms terms = terms_of(script.byte());
    session.open(terms);
    while (!script.done()) {
        const auto reply = session.hear(script.part());
        fuzz::must(reply.block.size() + 2 <= terms.frame);
    }
}

struct ScriptedCard final : fw::iso_dep::BlockLink {
    fuzz::Script& script;
    std::size_t frame;
    int blocks = 0;

    ScriptedCard(fuzz::Script& answers, std::size_t longest) : script(answers), frame(longest) {}
    std::size_t exchange(fw::Bytes block, fw::MutBytes answer, unsigned waits) override
    {
        fuzz::must(block.size() + 2 <= frame && waits >= 1);
        fuzz::must(waits <= fw::iso_dep::most_waiting && ++blocks < 100'000);
        const fw::Bytes said = script.part();
        const std::size_t size = std::min(said.size(), answer.size());
        std::copy_n(said.begin(), size, answer.begin());
        return size;
    }
};

void meet_reader(fuzz::Script& script)
{
    const fw::iso_dep::Terms terms = terms_of(script.byte());
    const fw::Bytes apdu = script.part();
    ScriptedCard card(script, terms.frame);
    fw::iso_dep::ReaderSide reader(card);
    reader.open(terms);
    std::array<std::uint8_t, fw::iso_dep::longest_answer> answer{};
    const auto result = reader.transceive(apdu, answer);
    fuzz::must(result.size <= answer.size());
    reader.present();
    reader.deselect();
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    const auto longest = [](std::uint8_t pcb) {
        Octets block(fw::iso_dep::longest_block, 0x55);
        block[0] = pcb;
        return block;
    };
    const auto course = [](std::uint8_t who, std::uint8_t terms, const std::vector<Octets>& all) {
        Octets script = parts(all);
        script.insert(script.begin(), {who, terms});
        return script;
    };
    return {
        course(0, 0x88, {hex("0A 00 00A4040C"), hex("B3 00"), hex("C2")}),
        course(0, 0x00, {hex("12 00A4"), hex("13 040C"), hex("02 00"), hex("A3"), hex("F2 01")}),
        course(0, 0x80, {longest(0x12), longest(0x13), hex("02 00"), hex("A3")}),
        course(1, 0x80, {hex("00A4040C"), hex("02 9000"), hex("A3"), hex("C2")}),
        course(1, 0x80, {hex("00B00000"), longest(0x12), longest(0x03)}),
        course(1, 0x80, {hex("00B00000"), hex("F2 05"), hex("12 0102"), hex("03 9000")}),
        course(1, 0x00, {Octets(40, 0x55), hex("A2"), hex("A3"), hex("A2"), hex("03 9000")}),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Script script(data, size);
    if (script.byte() % 2 == 0)
        meet_card(script);
    else
        meet_reader(script);
    return 0;
}
