// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>

#include "firmware/port/pcd.h"

// A contact-less reader on the bench, as whoever tests with it sees it: real behind a child
// process, recorded on a tape, or replayed from one. Calls block, never longer than their timeout
// and the reader's own grace; times are of the bench's steady clock.
namespace hil
{

// The first three are the card's side, ordinary life; the others are the bench's failure (ERROR).
enum class ReaderStatus : std::uint8_t {
    ok,
    no_card,  // nobody answered the selection
    timeout,  // the selected card stayed silent: it has gone, or did not understand
    garbled,  // frames between host and reader were damaged, again after the retries
    lost,     // the reader or its process is gone
    hung,     // it did not answer within its deadline and was given up
    // Nothing is proven: a tape was asked something else than was recorded, or the command is
    // longer than any reader takes.
    differs,
};
constexpr bool is_bench_failure(ReaderStatus status)
{
    return status >= ReaderStatus::garbled && status <= ReaderStatus::hung;
}

// How long a call took and where: `total` as the caller saw it, `device` inside the call to the
// reader's driver (serial line, chip, air and card together).
struct CallTime {
    fw::Nanos total{};
    fw::Nanos device{};
};

// The card that answered a selection.
struct Target {
    fw::RfSet tech = fw::RfSet::felica_212;
    fw::Idm idm{};                          // FeliCa; else zero
    fw::Pmm pmm{};                          // FeliCa; else zero
    std::uint16_t system_code = 0;          // FeliCa; 0 = not told
    std::array<std::uint8_t, 64> answer{};  // type B: ATQB (12 bytes); type A: ATQA, SAK, UID, ATS
    std::uint8_t answer_size = 0;
};

struct Selection {
    ReaderStatus status = ReaderStatus::lost;
    Target target;  // when status is ok
    CallTime time;
};

struct Exchange {
    ReaderStatus status = ReaderStatus::lost;
    std::size_t size = 0;  // bytes written to `answer`; 0 unless ok
    CallTime time;
};

// What a reader costs without any card: round trips of a command that never goes on air.
struct LinkTime {
    int samples = 0;
    fw::Nanos median{};
    fw::Nanos low{};   // 5th percentile
    fw::Nanos high{};  // 95th percentile
};

class Reader
{
public:
    static constexpr std::size_t longest_command = 262;  // libnfc 1.8 dies of more
    static constexpr std::size_t longest_answer = 263;

    virtual ~Reader() = default;
    // Looks once for a card of one technology. `system_code` is for FeliCa.
    virtual Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) = 0;
    // FeliCa: a packet with its length byte, no CRC. Type A and B: one APDU.
    virtual Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) = 0;
    // Lets the card go.
    virtual void release() = 0;
    virtual LinkTime link_time() = 0;
    // As the bench file names it, for people.
    virtual std::string name() const = 0;
    // One line about the bench's last failure, beginning with the name; empty before the first.
    virtual std::string problem() const { return {}; }
};

}  // namespace hil
