// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "firmware/protocol/iso_dep_card.h"

// A reader's and a card's side of ISO-DEP with the air between them, which may lose blocks.
namespace fw::iso_dep
{

using Apdu = std::vector<std::uint8_t>;

struct Pair final : BlockLink {
    explicit Pair(const Terms& reader = {}, const Terms& card = {})
    {
        reader_side.open(reader);
        card_side.open(card);
    }

    std::size_t exchange(Bytes block, MutBytes answer, unsigned waits) override
    {
        sent.emplace_back(block.begin(), block.end());
        longest_wait = std::max(longest_wait, waits);
        if (lost()) return 0;
        const Apdu reply = at_the_card(block);
        heard.push_back(reply);
        if (lost()) return 0;
        std::copy(reply.begin(), reply.end(), answer.begin());
        return reply.size();
    }

    Apdu at_the_card(Bytes block)
    {
        using Event = CardSide::Event;
        const Event event = card_side.hear(block);
        if (event == Event::silence) return {};
        if (event == Event::command) {
            commands.emplace_back(card_side.command().begin(), card_side.command().end());
            waits_left = waits_wanted;
        }
        if (event == Event::command || event == Event::waited) work();
        return {card_side.block().begin(), card_side.block().end()};
    }

    void work()
    {
        if (waits_left > 0) {
            --waits_left;
            card_side.ask_time(multiplier);
        } else {
            card_side.answer(answer_to(commands.back()));
        }
    }

    Apdu asked(const Apdu& command)
    {
        Apdu answer(longest_answer);
        const ReaderSide::Result result = reader_side.transceive(command, answer);
        status = result.status;
        answer.resize(result.size);
        return answer;
    }

    std::function<bool()> lost = [] { return false; };
    std::function<Apdu(const Apdu&)> answer_to = [](const Apdu&) { return Apdu{0x90, 0x00}; };
    int waits_wanted = 0;
    std::uint8_t multiplier = 1;

    ReaderSide reader_side{*this};
    CardSide card_side;
    ReaderSide::Status status = ReaderSide::Status::ok;
    std::vector<Apdu> sent, heard, commands;  // blocks, blocks, APDUs that reached the card
    unsigned longest_wait = 0;
    int waits_left = 0;
};

// A message no part of which looks like another.
inline Apdu message(std::size_t size, std::uint8_t seed = 0)
{
    Apdu bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(seed + i * 7 + i / 256);
    return bytes;
}

}  // namespace fw::iso_dep
