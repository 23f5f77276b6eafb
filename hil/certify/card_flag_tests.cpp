// SPDX-License-Identifier: Apache-2.0
// What a transit card does with commands that are wrong, not for it, or repeated (felica.md 2, 4
// to 6).
#include <fmt/format.h>

#include <array>

#include "firmware/protocol/felica_timing.h"
#include "firmware/protocol/nodes.h"
#include "hil/certify/card_talk.h"
#include "hil/certify/tests.h"

namespace hil
{

namespace
{

using namespace fw::felica;

constexpr std::uint16_t absent_service = 0x3FCB;  // assumed to be on no transit card
constexpr std::uint8_t unknown_code = 0x5A;
constexpr int history_shown = 4;

struct WrongRead {
    const char* what;
    std::uint16_t service;
    std::vector<BlockRef> blocks;
    std::uint8_t flag2;
};

std::vector<WrongRead> wrong_reads()
{
    constexpr std::uint16_t open = fw::nodes::history_open;
    return {{"a service it has not got", absent_service, {{}}, 0xA6},
            {"a service that needs a key", fw::nodes::history_rw, {{}}, 0xA5},
            {"a service that is not in the list", open, {{.service = 1}}, 0xA3},
            {"a wrong access mode", open, {{.access = 1}}, 0xA7},
            {"a block beyond the end", open, {{.block = 0xFF}}, 0xA8},
            {"16 blocks at once", open, std::vector<BlockRef>(16), 0xA2}};
}

// The open part of the card, as read now.
std::vector<std::uint8_t> contents(TestRun& run, const fw::Idm& card)
{
    std::vector<std::uint8_t> all;
    for (const OpenService& service : declared_services(run)) {
        const Answer answer =
            read_run(run, card, service.code, 0, std::min(history_shown, service.blocks));
        std::vector<std::uint8_t> data;
        run.require(flags_of(answer, card, &data).ok(), "an open service cannot be read");
        all.insert(all.end(), data.begin(), data.end());
    }
    return all;
}

// The card stays silent, and answers the next proper question.
void must_be_silent(TestRun& run, const char* what, const std::vector<std::uint8_t>& command,
                    const fw::Idm& card)
{
    std::array<std::uint8_t, Reader::longest_answer> room{};
    const ReaderStatus status = run.try_exchange(command, room).status;
    if (is_bench_failure(status)) run.doubt(fmt::format("the reader does not send {}", what));
    run.require(status != ReaderStatus::ok, fmt::format("answers {}", what));
    run.found();
    run.require(ask(run, short_command(request_response, card)).heard(),
                fmt::format("does not answer after {}", what));
}

}  // namespace

void status_flags(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    for (const WrongRead& wrong : wrong_reads()) {
        const Answer answer = read(run, card, wrong.service, wrong.blocks);
        const Status flags = flags_of(answer, card);
        run.require(answer.heard(), fmt::format("is silent to {}", wrong.what));
        run.require(!answer.heard() || (!flags.ok() && flags.flag2 == wrong.flag2),
                    fmt::format("answers {} with flags {:02X} {:02X}, not {:02X}", wrong.what,
                                flags.flag1, flags.flag2, wrong.flag2));
        run.require(flags_of(read_run(run, card, fw::nodes::history_open, 0, 1), card).ok(),
                    fmt::format("cannot be read after {}", wrong.what));
    }
    run.count("wrong commands", static_cast<int>(wrong_reads().size()), 1);
}

void silence(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    fw::Idm other = card;
    other.bytes[7] ^= 0x01;
    std::vector<std::uint8_t> too_long = short_command(request_response, card);
    too_long.push_back(0);
    too_long[0] = 11;
    must_be_silent(run, "another card's IDm", short_command(request_response, other), card);
    must_be_silent(run, "an unknown command", short_command(unknown_code, card), card);
    must_be_silent(run, "a command with a byte too many", too_long, card);
    std::vector<std::uint8_t> secured(18);
    secured[0] = 18;
    secured[1] = read_secure;
    must_be_silent(run, "a secured read without authentication", secured, card);
    run.count("commands met with silence", 4, 1);
}

void retry_safety(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    const std::vector<std::uint8_t> before = contents(run, card);
    const Answer first = read_run(run, card, fw::nodes::history_open, 0, 1);
    for (int i = 0; i < run.spec().count; ++i) {
        const Answer again = read_run(run, card, fw::nodes::history_open, 0, 1);
        run.require(again.bytes == first.bytes, "a repeated read is answered differently");
        if (!again.heard()) run.found();
    }
    run.require(contents(run, card) == before, "the card has changed through being read");
    run.take_away();
    run.place();
    run.require(run.found().target.idm == card, "comes back with another IDm");
    run.require(contents(run, card) == before, "the card has changed while it was away");
    run.count("repetitions", run.spec().count, 1);
}

// The reader's line and its jitter are allowed for; chip time of the reader counts as the card's.
void response_time(TestRun& run)
{
    run.place();
    const Target target = run.found().target;
    const int kbps = target.tech == fw::RfSet::felica_424 ? 424 : 212;
    for (const int blocks : {1, history_shown}) {
        std::vector<fw::Nanos> times;
        Answer answer;
        for (int i = 0; i < run.spec().count; ++i) {
            answer = read_run(run, target.idm, fw::nodes::history_open, 0, blocks);
            if (answer.heard()) times.push_back(answer.time.device);
        }
        const std::size_t asked = 14 + 2 * static_cast<std::size_t>(blocks);
        const fw::Nanos declared =
            longest_response(target.pmm, read_plain, static_cast<unsigned>(blocks)) +
            air_time(asked, kbps) + air_time(answer.bytes.size(), kbps);
        run.require(!times.empty(), "did not answer");
        run.times_within(fmt::format("read of {} block(s)", blocks), std::move(times),
                         declared + run.link_time().high);
    }
}

void write_refused(TestRun& run)
{
    run.place();
    const fw::Idm card = run.found().target.idm;
    const std::vector<std::uint8_t> before = contents(run, card);
    const std::vector<std::uint8_t> data(block_size, 0x5A);
    std::vector<std::uint8_t> command(max_packet);
    command.resize(make_write(card, std::array{fw::nodes::history_open}, std::array{BlockRef{}},
                              data, command));
    for (int i = 0; i < run.spec().count; ++i) {
        const Status flags = flags_of(ask(run, command), card);
        run.require(!flags.ok() && flags.flag2 == 0xA5,
                    fmt::format("a write to a read-only service ends with flags {:02X} {:02X}",
                                flags.flag1, flags.flag2));
    }
    run.require(contents(run, card) == before, "a refused write has changed the card");
}

}  // namespace hil
