// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <functional>

#include "hil/reader/reader_around.h"
#include "hil/tape/tape_file.h"

namespace hil
{

// Writes down on a tape all that goes through it, with the times as its caller was charged.
class RecordingReader final : public ReaderAround
{
public:
    // `worked` tells after an exchange without an answer whether our own card carried the command
    // out all the same.
    RecordingReader(Reader& reader, const std::string& file, const TapeHead& head,
                    std::function<bool()> worked);

    bool good() const { return stream_.good(); }  // false: the tape is not whole, e.g. a full disk
    void close() { stream_.close(); }

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;

private:
    std::ofstream stream_;
    std::function<bool()> worked_;
};

}  // namespace hil
