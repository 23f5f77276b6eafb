// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "firmware/protocol/felica_timing.h"
#include "firmware/protocol/nodes.h"
#include "models/card/card_image.h"
#include "models/reader/rf_field.h"
#include "models/reader/sam.h"
#include "tests/models/reader/overheard.h"

// One reader on a desk with two cards at hand, frames overheard, no frame errors unless asked for.
namespace model
{

using namespace fw::literals;
inline sim::ReaderParameters without_errors()
{
    sim::ReaderParameters parameters;
    parameters.frame_error_ppm = 0;
    return parameters;
}

struct Desk {
    static constexpr fw::Nanos patience = 500_ms;

    sim::ReaderParameters parameters;
    std::shared_ptr<StandInCipher> cipher = std::make_shared<StandInCipher>();
    CardProfile profile =
        transit_profile({{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}}, cipher);
    SamModel sam{cipher, 1};
    std::array<TransitCard, 2> cards{issue_card({.number = 1, .balance = {1000}, .history = 20}),
                                     issue_card({.number = 2, .balance = {2000}})};
    RfField field;
    Overheard ears;
    std::vector<Presence> present;
    std::array<std::uint8_t, fw::felica::max_packet> cmd{};
    std::array<std::uint8_t, fw::felica::max_packet> rsp{};
    fw::Nanos local{};

    explicit Desk(const sim::ReaderParameters& given = without_errors())
        : parameters(given), field(given, sim::RngStream(1, "desk reader"))
    {
        field.listen(&ears);
    }

    void put(std::size_t card, fw::Nanos enter = {0}, fw::Nanos leave = 100_s)
    {
        present.push_back({enter, leave, &cards[card], &profile, 180'000, {}});
    }
    void begin(std::uint64_t draw_key = 1) { field.begin(present, draw_key); }
    fw::Found poll(fw::Nanos timeout = 1_s)
    {
        return field.poll(fw::RfSet::felica_212, fw::nodes::system_code, timeout, local);
    }
    fw::RfReply exchange(std::size_t size, fw::Nanos timeout = patience)
    {
        return field.transceive(fw::Bytes(cmd).first(size), rsp, timeout, local);
    }
    fw::Bytes answer(const fw::RfReply& reply) const { return fw::Bytes(rsp).first(reply.size); }
    fw::RfReply ask_presence()
    {
        return exchange(fw::felica::make_request_response(cards[0].idm, cmd));
    }

    bool authenticate()
    {
        const fw::SecureNodes nodes{fw::nodes::areas, fw::nodes::debit_services};
        const auto first = exchange(sam.auth1(cards[0].idm, nodes, cmd));
        const std::size_t size = sam.auth2(answer(first), cmd);
        return size != 0 && sam.open_session(answer(exchange(size)));
    }
    fw::RfReply read_purse()
    {
        const std::array<std::uint8_t, 3> body{1, 0x80, 0};
        return exchange(sam.seal(fw::felica::read_secure, body, cmd));
    }
    // The whole frame of a debit, so that it can be sent again.
    std::size_t seal_debit(int yen, std::uint32_t execution)
    {
        const fw::Block data = fw::encode(fw::PurseBlock{.value = {yen}, .execution = {execution}});
        const std::array<fw::felica::BlockRef, 1> list{};
        std::array<std::uint8_t, fw::felica::max_packet> body{};
        const std::size_t size = fw::felica::make_secure_write_body(list, data, body);
        return sam.seal(fw::felica::write_secure, fw::Bytes(body).first(size), cmd);
    }
    int purse() const { return cards[0].purse().value.count; }
};

}  // namespace model
