// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/feed/defect_log.h"
#include "sim/feed/feed_files.h"
#include "sim/feed/feed_table.h"
#include "sim/feed/gtfs_shapes.h"
#include "sim/feed/gtfs_text.h"
#include "sim/feed/timetable.h"

// Reads one feed and appends it to a timetable. The parts run in the order of `load`; each has its
// own source file.
namespace sim
{

class GtfsLoader
{
public:
    GtfsLoader(const FeedFiles& files, std::string operator_id, Timetable& into);
    void load();

private:
    // One row of stop_times.txt until its trip is complete.
    struct Visit {
        std::uint32_t stop = 0;
        std::int32_t sequence = 0;
        std::int32_t arrival = -1;  // -1: the feed gives none
        std::int32_t departure = -1;
        bool pickup = true;
        bool drop_off = true;
        int line = 0;
    };
    // A trip as trips.txt has it, before frequencies.txt repeats it.
    struct RawTrip {
        FeedTrip trip;
        std::uint32_t route = 0;
        std::optional<std::uint32_t> shape;  // as shapes_ counts them
        std::uint8_t direction = 0;
        int line = 0;
        std::vector<Visit> visits;
        std::vector<std::int32_t> starts;  // departures from frequencies.txt
        bool repeated = false;
    };
    struct Fare {
        fw::Yen price{};
        std::optional<fw::Yen> ic_price;
        bool on_board = true;
        bool usable = true;  // false: not in yen
        bool has_rule = false;
        std::string agency;
        int line = 0;
    };
    using FareMap = std::map<std::string, Fare, std::less<>>;

    void check_headers();
    void read_agencies();
    void read_stops();
    void read_stop(const TableRow& row, std::vector<std::string>& urls);
    void unswap_zones(std::vector<std::string>& urls);
    void note_places();
    void read_routes();

    void read_services();
    std::uint32_t add_service(std::string_view id);
    void read_exception(const TableRow& row);
    void sort_exceptions();

    void read_trips();
    std::uint8_t direction_of(const TableRow& row);
    void read_stop_times();
    void read_visit(const TableRow& row);
    std::int32_t time_of(const TableRow& row, std::size_t column);
    void read_frequencies();
    void read_frequency(const TableRow& row);
    void finish_trips();
    bool make_sound(RawTrip& raw);
    void drop_repeated_sequences(std::vector<Visit>& visits);
    void fill_times(std::vector<Visit>& visits);
    void straighten_times(std::vector<Visit>& visits);
    void emit(RawTrip& raw);
    std::uint32_t pattern_of(const RawTrip& raw);

    void read_fares();
    void read_fare(const TableRow& row);
    void read_fare_rules();
    void read_fare_rule(const TableRow& row);
    bool known_places(const TableRow& row);
    void add_fares_without_rules();
    void add_fare_row(std::string_view id, const Fare& fare, const TableRow* row);
    void report_price_conflicts();

    bool unique(IdMap& ids, std::string_view id, std::size_t index, const TableSpec& spec,
                int line);

    const FeedFiles& files_;
    std::string operator_id_;
    Timetable& timetable_;
    DefectLog log_;
    std::uint32_t feed_ = 0;

    std::vector<std::string> agencies_;
    IdMap stop_of_, route_of_, service_of_, trip_of_;  // indices of the timetable; trips: raw_
    IdMap places_;  // every id by which fare rules may call a stop
    IdMap pattern_of_;
    IdMap ignored_trips_;
    std::vector<RawTrip> raw_;
    GtfsShapes shapes_;
    FareMap fares_;
    std::size_t first_stop_ = 0, first_service_ = 0, first_fare_row_ = 0, first_trip_ = 0;
    bool has_rules_ = false;
    int rules_of_unusable_fares_ = 0;
    int visits_without_time_ = 0;
    std::size_t stop_time_rows_ = 0;
    std::uint64_t repeated_visits_ = 0;
};

}  // namespace sim
