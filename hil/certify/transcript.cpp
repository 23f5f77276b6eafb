// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/transcript.h"

#include <fmt/format.h>

#include "hil/certify/suite.h"
#include "hil/reader/steady.h"
#include "sim/base/hex_text.h"

namespace hil
{

namespace
{

const char* word_of(ReaderStatus status)
{
    constexpr const char* words[] = {"ok",   "no_card", "timeout", "garbled",
                                     "lost", "hung",    "refused"};
    return words[static_cast<int>(status)];
}

std::string text_of(const Target& target)
{
    if (target.answer_size > 0)
        return sim::hex_of(fw::Bytes(target.answer).first(target.answer_size));
    return sim::hex_of(target.idm.bytes) + sim::hex_of(target.pmm.bytes) +
           fmt::format("{:04x}", target.system_code);
}

}  // namespace

void TranscriptReader::write_to(std::ostream* stream)
{
    stream_ = stream;
    start_ = steady_now();
}

void TranscriptReader::line(char direction, const std::string& text)
{
    if (stream_ != nullptr)
        *stream_ << fmt::format("{} {} {}\n", direction, (steady_now() - start_).count, text);
}

Selection TranscriptReader::select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout)
{
    line('>', fmt::format("select {} {:04x}", word_of(capability_of(tech)), system_code));
    const Selection selection = reader_.select(tech, system_code, timeout);
    const bool ok = selection.status == ReaderStatus::ok;
    line('<', ok ? "found " + text_of(selection.target) : word_of(selection.status));
    return selection;
}

Exchange TranscriptReader::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout)
{
    line('>', sim::hex_of(command));
    const Exchange exchange = reader_.exchange(command, answer, timeout);
    const bool ok = exchange.status == ReaderStatus::ok;
    line('<', ok ? sim::hex_of(answer.first(exchange.size)) : word_of(exchange.status));
    return exchange;
}

void TranscriptReader::release()
{
    line('>', "release");
    reader_.release();
}

}  // namespace hil
