// SPDX-License-Identifier: Apache-2.0
#include "sim/app/fare_command.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "sim/feed/csv_rows.h"
#include "sim/feed/gtfs.h"
#include "sim/feed/gtfs_text.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

namespace
{

constexpr std::array<std::string_view, 4> ride_columns{"feed", "trip_id", "board_seq",
                                                       "alight_seq"};
enum : std::size_t { feed, trip_id, board_seq, alight_seq };

// Reads the rides and writes the priced rows one by one.
class RideTable
{
public:
    RideTable(const std::string& file, const RidePricer& pricer, std::ostream& log)
        : file_(file), pricer_(pricer), log_(log)
    {
    }
    std::string price_all(std::string_view content);
    std::string summary() const
    {
        return fmt::format("{} rides, {} without a fare, {} unknown", rides_, without_fare_,
                           unknown_);
    }

private:
    void read_header(const CsvRow& row);
    void read_ride(const CsvRow& row);
    std::string_view cell(const CsvRow& row, std::size_t column) const
    {
        return place_[column] < 0 ? "" : row.cells[static_cast<std::size_t>(place_[column])];
    }
    std::int32_t sequence(const CsvRow& row, std::size_t column) const;

    std::string file_;
    const RidePricer& pricer_;
    std::ostream& log_;
    std::array<int, 4> place_{-1, -1, -1, -1};
    std::size_t width_ = 0;  // 0: no header yet
    std::string out_;
    std::uint64_t rides_ = 0, without_fare_ = 0, unknown_ = 0;
};

void RideTable::read_header(const CsvRow& row)
{
    width_ = row.cells.size();
    for (std::size_t i = 0; i < width_; ++i) {
        for (std::size_t column = 0; column < ride_columns.size(); ++column)
            if (row.cells[i] == ride_columns[column]) place_[column] = static_cast<int>(i);
        out_ += csv_cell(row.cells[i]) + ",";
    }
    for (const std::size_t column : {trip_id, board_seq, alight_seq})
        if (place_[column] < 0)
            throw ScenarioError(file_, row.line, 0,
                                fmt::format("no column '{}'", ride_columns[column]));
    out_ += "price,rule\n";
}

std::int32_t RideTable::sequence(const CsvRow& row, std::size_t column) const
{
    const auto number = parse_whole(cell(row, column));
    if (!number)
        throw ScenarioError(file_, row.line, 0,
                            fmt::format("'{}' is no {}", cell(row, column), ride_columns[column]));
    return *number;
}

void RideTable::read_ride(const CsvRow& row)
{
    if (row.cells.size() != width_)
        throw ScenarioError(file_, row.line, 0,
                            fmt::format("{} values for {} columns", row.cells.size(), width_));
    const RideRequest ride{std::string(cell(row, feed)), std::string(cell(row, trip_id)),
                           sequence(row, board_seq), sequence(row, alight_seq)};
    const RidePrice priced = pricer_.price(ride);
    ++rides_;
    if (priced.defect) {
        ++unknown_;
        log_ << fmt::format("{}:{}: {} (trip '{}' from {} to {})\n", file_, row.line, priced.rule,
                            ride.trip_id, ride.board_seq, ride.alight_seq);
    } else if (!priced.price) {
        ++without_fare_;
    }
    for (const std::string_view text : row.cells) out_ += csv_cell(text) + ",";
    if (priced.price) out_ += std::to_string(priced.price->count);
    out_ += "," + csv_cell(priced.rule) + "\n";
}

std::string RideTable::price_all(std::string_view content)
{
    read_csv(
        content,
        [this](const CsvRow& row) {
            if (width_ == 0)
                read_header(row);
            else
                read_ride(row);
        },
        [this](int line, const std::string& text) { throw ScenarioError(file_, line, 0, text); });
    if (width_ == 0) throw ScenarioError(file_, "no header: trip_id,board_seq,alight_seq");
    return std::move(out_);
}

std::string read_file(const std::string& path)
{
    std::error_code ignored;
    std::ifstream stream(path, std::ios::binary);
    if (!stream || std::filesystem::is_directory(path, ignored))
        throw ScenarioError(path, "cannot be read");
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The reader never sees half a file: written beside it, then renamed.
void write_whole(const std::string& path, const std::string& content)
{
    const std::string part = path + ".part";
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    stream << content;
    stream.close();
    std::error_code failed;
    if (stream) std::filesystem::rename(part, path, failed);
    if (stream && !failed) return;
    std::filesystem::remove(part, failed);
    throw ScenarioError(path, "cannot be written");
}

int price_rides(const FareCommand& options, const RidePricer& pricer, std::ostream& out,
                std::ostream& log)
{
    RideTable table(options.rides, pricer, log);
    const std::string priced = table.price_all(read_file(options.rides));
    if (options.out.empty())
        out << priced;
    else
        write_whole(options.out, priced);
    log << table.summary() << "\n";
    return 0;
}

}  // namespace

int fare_command(const FareCommand& options, std::ostream& out, std::ostream& log,
                 const CityPricer& city_pricer)
{
    if (!options.city.empty()) {
        if (city_pricer) return price_rides(options, *city_pricer(options, log), out, log);
        log << options.city << ": this build prices feeds only, use --feed\n";
        return 3;
    }
    if (options.feeds.empty()) throw ScenarioError("tapbench fare", "--city or --feed is needed");
    if (options.rider != "adult")
        throw ScenarioError("tapbench fare", "--rider '" + options.rider + "' needs --city");
    if (!options.pass.empty() || !options.product.empty())
        throw ScenarioError("tapbench fare", "--pass and --product need --city");
    std::vector<FeedRequest> requests;
    for (const std::string& path : options.feeds) requests.push_back({path, ""});
    const Timetable timetable = read_gtfs(requests);
    for (const Defect& defect : timetable.defects)
        log << fmt::format("{}:{}: {}\n", defect.file, defect.line, defect.text);
    return price_rides(options, *feed_pricer(timetable, options.medium == Medium::ic), out, log);
}

}  // namespace sim
