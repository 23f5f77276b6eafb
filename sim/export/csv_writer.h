// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

// Rows of a CSV file: UTF-8, quoted as RFC 4180 says and only where it must be, lines end with LF.
// A stream that fails stays failed; its owner looks at it at the end.
namespace sim
{

class CsvWriter
{
public:
    enum class Mark : bool { none, byte_order };  // spreadsheets need one to see that it is UTF-8

    explicit CsvWriter(std::ostream& out, Mark mark = Mark::none);
    ~CsvWriter() { flush(); }
    CsvWriter(const CsvWriter&) = delete;
    CsvWriter& operator=(const CsvWriter&) = delete;

    void cell(std::string_view text);
    void end_row();
    bool good() const { return out_.good(); }

private:
    void flush();

    std::ostream& out_;
    std::string buffer_;
    bool first_ = true;  // of the row
};

}  // namespace sim
