// SPDX-License-Identifier: Apache-2.0
#include "hil/tape/recording_reader.h"

#include <algorithm>
#include <utility>

namespace hil
{

RecordingReader::RecordingReader(Reader& reader, const std::string& file, const TapeHead& head,
                                 std::function<bool()> worked)
    : ReaderAround(reader), stream_(file, std::ios::binary), worked_(std::move(worked))
{
    stream_ << text_of(head);
}

Selection RecordingReader::select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout)
{
    const Selection selection = reader_.select(tech, system_code, timeout);
    TapeEntry entry;
    entry.select = true;
    entry.tech = tech;
    entry.system_code = system_code;
    entry.status = selection.status;
    if (selection.status == ReaderStatus::ok) entry.answer = bytes_of(selection.target);
    entry.time = selection.time;
    stream_ << text_of(entry) << std::flush;  // as much as there is survives a crash
    return selection;
}

Exchange RecordingReader::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout)
{
    const Exchange exchange = reader_.exchange(command, answer, timeout);
    TapeEntry entry;
    entry.command.assign(command.begin(), command.end());
    entry.status = exchange.status;
    const std::size_t size = std::min(exchange.size, answer.size());
    if (exchange.status == ReaderStatus::ok)
        entry.answer.assign(answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(size));
    entry.time = exchange.time;
    entry.worked = exchange.status == ReaderStatus::ok || worked_();
    stream_ << text_of(entry) << std::flush;  // as much as there is survives a crash
    return exchange;
}

}  // namespace hil
