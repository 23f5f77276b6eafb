// SPDX-License-Identifier: Apache-2.0
#include "sim/export/csv_writer.h"

#include <algorithm>

namespace sim
{

namespace
{

constexpr std::size_t block = 256 * 1024;

bool needs_quotes(char letter)
{
    return letter == ',' || letter == '"' || letter == '\n' || letter == '\r';
}

}  // namespace

CsvWriter::CsvWriter(std::ostream& out, Mark mark) : out_(out)
{
    buffer_.reserve(block + 4096);
    if (mark == Mark::byte_order) buffer_ += "\xEF\xBB\xBF";
}

void CsvWriter::cell(std::string_view text)
{
    if (!first_) buffer_ += ',';
    first_ = false;
    if (std::none_of(text.begin(), text.end(), needs_quotes)) {
        buffer_ += text;
        return;
    }
    buffer_ += '"';
    for (const char letter : text) {
        if (letter == '"') buffer_ += '"';
        buffer_ += letter;
    }
    buffer_ += '"';
}

void CsvWriter::end_row()
{
    buffer_ += '\n';
    first_ = true;
    if (buffer_.size() >= block) flush();
}

void CsvWriter::flush()
{
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

}  // namespace sim
