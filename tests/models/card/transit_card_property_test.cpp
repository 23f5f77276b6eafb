// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/models/card/secure_reader.h"

namespace model
{
namespace
{

using namespace fw::felica;

// Bytes that get further than pure noise: a true length byte, a known code, often the card's IDm.
Packet plausible(const TransitCard& card)
{
    auto packet = *rc::gen::container<Packet>(rc::gen::arbitrary<std::uint8_t>());
    if (packet.size() > 253) packet.resize(253);
    if (*rc::gen::inRange(0, 4) != 0) {
        packet.insert(packet.begin(), card.idm.bytes.begin(), card.idm.bytes.end());
        if (packet.size() > 253) packet.resize(253);
    }
    packet.insert(packet.begin(), *rc::gen::inRange<std::uint8_t>(0, 0x18));
    packet.insert(packet.begin(), static_cast<std::uint8_t>(packet.size() + 1));
    return packet;
}

RC_GTEST_PROP(AnyCard, KeepsItsMoneyWhateverBytesItHears, (bool in_session))
{
    SecureReader at{{.number = 3, .balance = {1000}, .history = 20}};
    if (in_session) RC_ASSERT(at.authenticate());
    const TransitCard before = at.card;
    for (int i = 0; i < 20; ++i) {
        const Packet packet = plausible(at.card);
        const Packet answer = at.ask(packet);
        const bool formed =
            answer.empty() || (answer[0] == answer.size() && answer[1] == packet[1] + 1);
        RC_ASSERT(formed);
    }
    RC_ASSERT(at.card == before);
}

RC_GTEST_PROP(AnyCard, SurvivesBytesWithoutAnyForm, (const Packet& bytes))
{
    SecureReader at{{.number = 3, .balance = {1000}}};
    const TransitCard before = at.card;
    (void)at.ask(fw::Bytes(bytes).first(std::min<std::size_t>(bytes.size(), 255)));
    RC_ASSERT(at.card == before);
}

RC_GTEST_PROP(AnyCard, RefusesAGenuineWriteWithOneBitChanged, ())
{
    SecureReader at{{.number = 3, .balance = {1000}}};
    RC_ASSERT(at.authenticate());
    const std::vector<BlockRef> list{{0, 0, 0}, {2, 0, 0}};
    Packet cmd = at.sealed_write(list, joined(decrement(300, 1), fw::Block{1}));
    const Packet genuine = cmd;
    const TransitCard before = at.card;
    const auto bit = *rc::gen::inRange<std::size_t>(8, cmd.size() * 8);
    cmd[bit / 8] = static_cast<std::uint8_t>(cmd[bit / 8] ^ 1u << bit % 8);
    RC_ASSERT(at.ask(cmd).empty());
    RC_ASSERT(at.card == before);
    RC_ASSERT(!at.ask(genuine).empty());
}

// A reader that repeats at will, re-authenticates at will and always names the debit by its id.
RC_GTEST_PROP(AnyCard, TakesTheSumOfTheDebitsWithDifferentIds, ())
{
    SecureReader at{{.number = 3, .balance = {20000}}};
    int expected = 20000;
    for (std::uint32_t id = 1; id <= 6; ++id) {
        const int fare = *rc::gen::inRange(1, 500);
        const int sessions = *rc::gen::inRange(1, 4);
        for (int i = 0; i < sessions; ++i) {
            RC_ASSERT(at.authenticate());
            const std::vector<BlockRef> list{{0, 0, 0}};
            const Packet cmd = at.sealed_write(list, joined(decrement(fare, id)));
            const int sendings = *rc::gen::inRange(1, 4);
            for (int j = 0; j < sendings; ++j) RC_ASSERT(!at.ask(cmd).empty());
        }
        expected -= fare;
        RC_ASSERT(at.card.purse().value == fw::Yen{expected});
    }
}

}  // namespace
}  // namespace model
