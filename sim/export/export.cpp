// SPDX-License-Identifier: Apache-2.0
#include "sim/export/export.h"

#include <sstream>

#include "sim/export/ebpm_tables.h"
#include "sim/export/gtfs_ride_tables.h"
#include "sim/export/map_features.h"
#include "sim/export/output_folder.h"
#include "sim/export/recorded_run.h"
#include "sim/export/tides_tables.h"
#include "sim/export/views.h"
#include "sim/record/interrupt.h"

namespace sim
{

namespace
{

std::vector<const Table*> tables_of(ExportFormat format)
{
    if (format == ExportFormat::tides)
        return {&tides_fare_transactions, &tides_passenger_events, &tides_stop_visits,
                &tides_trips_performed,   &tides_devices,          &tides_vehicles};
    if (format == ExportFormat::gtfs_ride)
        return {&gtfs_board_alight, &gtfs_rider_trip, &gtfs_ridership, &gtfs_trip_capacity,
                &gtfs_ride_feed_info};
    if (format == ExportFormat::ebpm) return {&ebpm_rides_by_class};
    return {};
}

ExportedFile told(const std::string& name, const Written& written)
{
    return {name, written.rows, written.cells_hidden, written.rows_hidden};
}

ExportedFile export_map(const RecordedRun& run, const SmallCells& small, OutputFolder& folder)
{
    const char* const name = "map.geojson";
    const MapFeatures map = map_features(run.database, small);
    write_geojson(folder.add(name), map.features);
    return {name, std::ssize(map.features), map.cells_hidden, 0};
}

}  // namespace

std::map<std::string, std::string> export_texts(const ExportOrder& order)
{
    const RecordedRun run = open_run(order.run);
    const Terms terms{run.service_date, {order.k}};
    std::map<std::string, std::string> texts;
    for (const Table* const table : tables_of(order.format)) {
        std::ostringstream text;
        {
            CsvWriter out(text);
            write_table(run.database, *table, terms, out);
        }
        texts[table->file] = text.str();
    }
    return texts;
}

std::optional<Exported> export_run(const ExportOrder& order)
{
    const RecordedRun run = open_run(order.run);
    std::vector<std::string> views;
    if (order.format == ExportFormat::csv) views = chosen_views(run.database, order.views);
    OutputFolder folder(order.folder);
    Exported exported{run.status, {}};
    const Terms terms{run.service_date, {order.k}};
    for (const Table* const table : tables_of(order.format)) {
        CsvWriter out(folder.add(table->file));
        exported.files.push_back(told(table->file, write_table(run.database, *table, terms, out)));
    }
    const auto mark = order.byte_order_mark ? CsvWriter::Mark::byte_order : CsvWriter::Mark::none;
    for (const std::string& view : views) {
        const std::string name = view + ".csv";
        CsvWriter out(folder.add(name), mark);
        exported.files.push_back(told(name, write_query(run.database, view_query(view), out)));
    }
    if (order.format == ExportFormat::geojson)
        exported.files.push_back(export_map(run, terms.small, folder));
    if (interrupted()) return {};
    folder.commit();
    return exported;
}

}  // namespace sim
