// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <array>
#include <memory>

#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/felica_timing.h"
#include "firmware/protocol/nodes.h"
#include "models/card/card_image.h"
#include "models/reader/rf_field.h"
#include "models/reader/sam.h"

// What one tap costs the processor: both ends' bytes, CRCs and cipher. Compare with section 7 of
// the performance anchors: 1 to 1.5 us for cipher, bytes and CRC of a tap.
namespace
{

using namespace fw::felica;
using model::CardProfile;
using model::Presence;
using model::RfField;
using model::SamModel;
using model::StandInCipher;
using model::TransitCard;

constexpr std::array<BlockRef, 6> six_blocks{BlockRef{0, 0, 0}, {1, 0, 0}, {2, 0, 0},
                                             {3, 0, 0},         {3, 0, 1}, {3, 0, 2}};
constexpr std::array<BlockRef, 4> four_blocks{BlockRef{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {3, 0, 0}};
constexpr fw::Pmm pmm{{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}};
constexpr fw::Nanos patience{500'000'000};

struct Bench {
    std::shared_ptr<StandInCipher> cipher = std::make_shared<StandInCipher>();
    CardProfile profile = model::transit_profile(pmm, cipher);
    SamModel sam{cipher, 1};
    TransitCard card = model::issue_card({.number = 1, .balance = {20000}, .history = 20});
    RfField field;
    std::array<Presence, 1> present{};
    std::array<std::uint8_t, max_packet> cmd{};
    std::array<std::uint8_t, max_packet> rsp{};
    std::array<std::uint8_t, max_packet> body{};
    std::array<std::uint8_t, 64> data{};
    fw::Nanos local{};
    std::uint64_t taps = 0;

    explicit Bench(const sim::ReaderParameters& parameters)
        : field(parameters, sim::RngStream(1, "bench reader"))
    {
    }

    fw::Bytes exchange(std::size_t size)
    {
        const auto reply = field.transceive(fw::Bytes(cmd).first(size), rsp, patience, local);
        return fw::Bytes(rsp).first(reply.size);
    }
    void enter()
    {
        ++taps;
        local = {0};
        present[0] = {{0}, {10'000'000'000}, &card, &profile, 180'000, {}};
        field.begin(present, taps);
    }
    void prepare_data()
    {
        const auto id = static_cast<std::uint32_t>(taps);
        const auto purse = fw::encode(fw::PurseBlock{.value = {0}, .execution = {id}});
        const auto entry = fw::encode(fw::HistoryEntry{.sequence = id});
        const auto gate = fw::encode(fw::GateRecord{.station = static_cast<std::uint16_t>(id)});
        std::copy(purse.begin(), purse.end(), data.begin());
        std::copy(entry.begin(), entry.end(), data.begin() + 32);
        std::copy(gate.begin(), gate.end(), data.begin() + 48);
    }
    bool transact()
    {
        (void)exchange(make_request_service(card.idm, fw::nodes::debit_services, cmd));
        const fw::SecureNodes nodes{fw::nodes::areas, fw::nodes::debit_services};
        const fw::Bytes first = exchange(sam.auth1(card.idm, nodes, cmd));
        const fw::Bytes second = exchange(sam.auth2(first, cmd));
        if (!sam.open_session(second)) return false;
        std::size_t size = make_secure_read_body(six_blocks, body);
        (void)sam.open(exchange(sam.seal(read_secure, fw::Bytes(body).first(size), cmd)), body);
        prepare_data();
        size = make_secure_write_body(four_blocks, data, body);
        const fw::Bytes done = exchange(sam.seal(write_secure, fw::Bytes(body).first(size), cmd));
        return sam.open(done, body) == 2 && body[0] == 0;
    }
};

sim::ReaderParameters quiet()
{
    sim::ReaderParameters parameters;
    parameters.frame_error_ppm = 0;
    return parameters;
}

void full_tap(benchmark::State& state)
{
    Bench bench(quiet());
    for (auto _ : state) {
        bench.enter();
        const auto found =
            bench.field.poll(fw::RfSet::felica_212, 0x0003, {1'000'000'000}, bench.local);
        if (found.count != 1 || !bench.transact()) state.SkipWithError("the tap failed");
    }
}
BENCHMARK(full_tap);

void crc_of_a_tap(benchmark::State& state)
{
    const std::array<std::uint8_t, 580> wire{1, 2, 3};
    for (auto _ : state) {
        benchmark::DoNotOptimize(crc16(wire));
        benchmark::DoNotOptimize(crc16(wire));
    }
}
BENCHMARK(crc_of_a_tap);

void seal_and_open(benchmark::State& state)
{
    const StandInCipher cipher;
    const model::StandInSession session{{1, 2}, 0};
    std::array<std::uint8_t, max_packet> frame{};
    std::array<std::uint8_t, max_packet> body{};
    for (auto _ : state) {
        const auto size = cipher.seal(session, {.code = write_secure, .counter = 1},
                                      fw::Bytes(body).first(73), frame);
        benchmark::DoNotOptimize(cipher.open(session, fw::Bytes(frame).first(size), body));
    }
}
BENCHMARK(seal_and_open);

}  // namespace
