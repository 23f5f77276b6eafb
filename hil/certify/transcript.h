// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "hil/reader/reader_around.h"

// A reader that writes down what passes: one line for what goes out (`>`), one for what comes back
// (`<`), each with the nanoseconds since the test began. Card ids stand there as the reader gives
// them: pseudonyms unless the card is the bench's own.
namespace hil
{

class TranscriptReader final : public ReaderAround
{
public:
    explicit TranscriptReader(Reader& reader) : ReaderAround(reader) {}
    // Nullptr: nothing is written. The stream outlives the test.
    void write_to(std::ostream* stream);

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;
    void release() override;

private:
    void line(char direction, const std::string& text);

    std::ostream* stream_ = nullptr;
    fw::Nanos start_{};
};

}  // namespace hil
