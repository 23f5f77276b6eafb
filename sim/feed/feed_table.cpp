// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/feed_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "sim/feed/csv_rows.h"
#include "sim/feed/gtfs_text.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

namespace
{

class TableReader
{
public:
    TableReader(const FeedFiles& files, DefectLog& log, const TableSpec& spec,
                const std::function<void(const TableRow&)>& on_row)
        : files_(files), log_(log), spec_(spec), on_row_(on_row)
    {
    }
    void read(std::string_view content);

private:
    void read_header(const CsvRow& row);
    void place_misspelt();
    std::optional<std::size_t> nearest_free(std::string_view name) const;
    void complete_header(std::size_t cells);
    void check_required();
    void read_row(const CsvRow& row);
    bool has(std::size_t column) const
    {
        return std::find(column_of_.begin(), column_of_.end(), column) != column_of_.end();
    }

    static constexpr std::size_t not_ours = static_cast<std::size_t>(-1);
    const FeedFiles& files_;
    DefectLog& log_;
    const TableSpec& spec_;
    const std::function<void(const TableRow&)>& on_row_;
    std::vector<std::string> names_;
    std::vector<std::size_t> column_of_;  // of each cell, in the spec
    TableRow out_;
    bool first_row_ = true;
    bool usable_ = true;
};

void TableReader::read_header(const CsvRow& row)
{
    for (const std::string_view name : row.cells) {
        names_.emplace_back(name);
        const auto found = std::find(spec_.columns.begin(), spec_.columns.end(), name);
        std::size_t column = static_cast<std::size_t>(found - spec_.columns.begin());
        if (found == spec_.columns.end()) column = not_ours;
        if (column != not_ours && has(column)) {
            log_.add(spec_.file, row.line, "column named twice, the second is ignored", name);
            column = not_ours;
        }
        column_of_.push_back(column);
    }
    place_misspelt();
}

void TableReader::place_misspelt()
{
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (column_of_[i] != not_ours) continue;
        const auto column = nearest_free(names_[i]);
        if (!column) continue;
        column_of_[i] = *column;
        log_.add(spec_.file, 1, "misspelt column",
                 fmt::format("'{}' is read as '{}'", names_[i], spec_.columns[*column]));
    }
}

std::optional<std::size_t> TableReader::nearest_free(std::string_view name) const
{
    std::optional<std::size_t> best;
    std::size_t least = std::min<std::size_t>(3, name.size() / 4) + 1;
    if (name.size() > 64) return best;
    for (std::size_t column = 0; column < spec_.columns.size(); ++column) {
        if (has(column)) continue;
        const std::size_t distance = edit_distance(name, spec_.columns[column]);
        if (distance < least) least = distance, best = column;
    }
    return best;
}

// A header that stops early is completed only when what it has follows the standard's order.
void TableReader::complete_header(std::size_t cells)
{
    if (cells <= column_of_.size() || cells > spec_.columns.size()) return;
    for (std::size_t i = 0; i < column_of_.size(); ++i)
        if (column_of_[i] != i) return;
    log_.add(spec_.file, 1, "header too short",
             fmt::format("{} names for {} values, read in the order of the standard",
                         column_of_.size(), cells));
    while (column_of_.size() < cells) column_of_.push_back(column_of_.size());
}

void TableReader::check_required()
{
    for (const std::size_t column : spec_.required) {
        if (has(column)) continue;
        const std::string text = fmt::format("no column '{}'", spec_.columns[column]);
        if (spec_.core) throw ScenarioError(files_.path_of(spec_.file), 1, 0, text);
        log_.add(spec_.file, 1, text, "file ignored");
        usable_ = false;
    }
}

void TableReader::read_row(const CsvRow& row)
{
    if (first_row_) {
        first_row_ = false;
        complete_header(row.cells.size());
        check_required();
    }
    if (!usable_) return;
    if (row.cells.size() != column_of_.size()) {
        log_.add(spec_.file, row.line,
                 row.cells.size() < column_of_.size() ? "row shorter than the header"
                                                      : "row longer than the header",
                 fmt::format("{} values for {} names", row.cells.size(), column_of_.size()));
    }
    out_.line = row.line;
    out_.cells.assign(spec_.columns.size(), {});
    for (std::size_t i = 0; i < std::min(row.cells.size(), column_of_.size()); ++i)
        if (column_of_[i] != not_ours) out_.cells[column_of_[i]] = row.cells[i];
    on_row_(out_);
}

void TableReader::read(std::string_view content)
{
    read_csv(
        content,
        [this](const CsvRow& row) {
            if (names_.empty())
                read_header(row);
            else
                read_row(row);
        },
        [this](int line, const std::string& text) {
            log_.add(spec_.file, line, "row cannot be read", text);
        });
    if (names_.empty() && spec_.core)
        throw ScenarioError(files_.path_of(spec_.file), "the file is empty");
    if (names_.empty()) log_.add(spec_.file, 0, "the file is empty");
    if (first_row_ && !names_.empty()) check_required();
}

}  // namespace

bool read_table(const FeedFiles& files, DefectLog& log, const TableSpec& spec,
                const std::function<void(const TableRow&)>& on_row)
{
    auto content = files.read(spec.file);
    if (!content) {
        if (spec.core) throw ScenarioError(files.path_of(spec.file), "missing in the feed");
        return false;
    }
    if (const int line = make_utf8(*content); line > 0)
        log.add(spec.file, line, "not UTF-8 or a NUL byte", "such bytes are written as <XX>");
    TableReader(files, log, spec, on_row).read(*content);
    return true;
}

}  // namespace sim
