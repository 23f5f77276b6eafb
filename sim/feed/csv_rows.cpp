// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/csv_rows.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <new>

namespace sim
{

namespace
{

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// libcsv reuses its buffer for every cell, so a row's cells are copied here until it is complete.
class RowReader
{
public:
    RowReader(const std::function<void(const CsvRow&)>& on_row,
              const std::function<void(int, const std::string&)>& on_problem)
        : on_row_(on_row), on_problem_(on_problem)
    {
        start_parser();
    }
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;
    ~RowReader() { csv_free(&parser_); }

    void read(std::string_view content);

private:
    void start_parser();
    // No exception may pass through libcsv, which is C: it waits until the parser has returned.
    template <typename Step>
    void guarded(Step step)
    {
        if (failure_) return;
        try {
            step();
        } catch (...) {
            failure_ = std::current_exception();
        }
    }
    void cell(std::string_view text);
    void end_of_line(int terminator);
    void deliver();
    std::size_t skip_line(std::string_view rest);

    csv_parser parser_{};
    const std::function<void(const CsvRow&)>& on_row_;
    const std::function<void(int, const std::string&)>& on_problem_;
    CsvRow row_;
    std::string text_;
    std::vector<std::size_t> ends_;
    std::size_t longest_ = 0;
    int line_ = 1;
    bool after_return_ = false;
    std::exception_ptr failure_;
};

void RowReader::start_parser()
{
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        throw std::bad_alloc();
    csv_set_blk_size(&parser_, 4096);
    ends_.clear();
    text_.clear();
    longest_ = 0;
}

void RowReader::cell(std::string_view text)
{
    if (ends_.empty()) row_.line = line_;
    after_return_ = false;
    line_ += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    longest_ = std::max(longest_, text.size());
    if (longest_ <= longest_cell) text_ += text;
    ends_.push_back(text_.size());
}

void RowReader::end_of_line(int terminator)
{
    if (!ends_.empty()) deliver();
    if (terminator == '\r' || !after_return_) ++line_;
    after_return_ = terminator == '\r';
}

void RowReader::deliver()
{
    row_.cells.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
        row_.cells.push_back(std::string_view(text_).substr(begin, end - begin));
        begin = end;
    }
    if (longest_ > longest_cell) {
        on_problem_(row_.line,
                    fmt::format("a cell of {} bytes, {} is the most", longest_, longest_cell));
    } else if (row_.cells.size() > 1 || !row_.cells[0].empty()) {
        on_row_(row_);
    }
    ends_.clear();
    text_.clear();
    longest_ = 0;
}

// After a stray quote: the rest of the line is lost. Returns the bytes passed over.
std::size_t RowReader::skip_line(std::string_view rest)
{
    on_problem_(line_, "a quote in the wrong place");
    const auto end = rest.find_first_of("\r\n");
    csv_free(&parser_);
    start_parser();
    after_return_ = false;
    return end == std::string_view::npos ? rest.size() : end;
}

void RowReader::read(std::string_view content)
{
    if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
    const auto on_cell = [](void* data, std::size_t size, void* self) {
        auto* reader = static_cast<RowReader*>(self);
        reader->guarded([=] { reader->cell({static_cast<const char*>(data), size}); });
    };
    const auto on_line = [](int terminator, void* self) {
        auto* reader = static_cast<RowReader*>(self);
        reader->guarded([=] { reader->end_of_line(terminator); });
    };
    while (!content.empty()) {
        const std::size_t done =
            csv_parse(&parser_, content.data(), content.size(), on_cell, on_line, this);
        if (failure_) std::rethrow_exception(failure_);
        content.remove_prefix(done);
        if (content.empty()) break;
        if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
        content.remove_prefix(skip_line(content));
    }
    const int unfinished = csv_fini(&parser_, on_cell, on_line, this);
    if (failure_) std::rethrow_exception(failure_);
    if (unfinished != 0)
        on_problem_(ends_.empty() ? line_ : row_.line, "a quote that is never closed");
}

}  // namespace

void read_csv(std::string_view content, const std::function<void(const CsvRow&)>& on_row,
              const std::function<void(int line, const std::string& text)>& on_problem)
{
    RowReader(on_row, on_problem).read(content);
}

std::string csv_cell(std::string_view text)
{
    const bool blanks = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!blanks && text.find_first_of("\",\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace sim
