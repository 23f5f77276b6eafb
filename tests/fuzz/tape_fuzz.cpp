// SPDX-License-Identifier: Apache-2.0
// Tapes from anywhere. One that is taken says the same when it is written again.
#include "hil/tape/tape_file.h"
#include "tests/fuzz/fuzz.h"

namespace
{

std::string written(const hil::Tape& tape)
{
    std::string text = text_of(tape.head);
    for (const hil::TapeEntry& entry : tape.entries) text += text_of(entry);
    return text;
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    hil::Tape tape;
    tape.head = {"fare_box/bus-12/front",
                 std::string(64, 'a'),
                 "pn532_uart:/dev/ttyUSB0",
                 {20, {1'000'000}, {900'000}, {1'500'000}}};
    hil::TapeEntry select;
    select.select = true;
    select.system_code = 3;
    select.status = hil::ReaderStatus::ok;
    select.answer = bytes_of(hil::Target{});
    hil::TapeEntry exchange;
    exchange.command = hex("0A04 03FE112233445566");
    exchange.status = hil::ReaderStatus::ok;
    exchange.answer = hex("0B05 03FE112233445566 00");
    exchange.time = {{5'000'000}, {4'000'000}};
    exchange.worked = true;
    hil::TapeEntry gone = exchange;
    gone.status = hil::ReaderStatus::timeout;
    gone.answer.clear();
    tape.entries = {select, exchange, gone};
    return {text(written(tape)), text("tapbench tape 1\n")};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const hil::Tape tape = hil::parse_tape("fuzzed.tape", text);
        for (const hil::TapeEntry& entry : tape.entries) {
            question_of(entry);
            if (entry.select && entry.status == hil::ReaderStatus::ok) target_of(entry);
        }
        const std::string once = written(tape);
        fuzz::must(written(hil::parse_tape("written.tape", once)) == once);
    } catch (const hil::TapeError&) {
    }
    return 0;
}
