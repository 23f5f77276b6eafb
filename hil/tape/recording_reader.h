// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <functional>

#include "hil/tape/tape_file.h"

namespace hil
{

// Writes down on a tape all that goes through it, with the times as its caller was charged.
class RecordingReader final : public Reader
{
public:
    // `worked` tells after an exchange whether our own card carried the command out.
    RecordingReader(Reader& reader, const std::string& file, const TapeHead& head,
                    std::function<bool()> worked);

    bool good() const { return stream_.good(); }  // false: the tape is not whole, e.g. a full disk
    void close() { stream_.close(); }

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;
    void release() override { reader_.release(); }
    LinkTime link_time() override { return reader_.link_time(); }
    std::string name() const override { return reader_.name(); }
    std::string problem() const override { return reader_.problem(); }

private:
    Reader& reader_;
    std::ofstream stream_;
    std::function<bool()> worked_;
};

}  // namespace hil
