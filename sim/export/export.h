// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// A result file in the words of planners' tools: all files of a format in one folder, or nothing.
namespace sim
{

enum class ExportFormat : std::uint8_t { tides, gtfs_ride, csv, geojson, ebpm };

struct ExportOrder {
    std::string run;     // result file
    std::string folder;  // made when it is not there
    ExportFormat format = ExportFormat::csv;
    std::int64_t k = 5;              // sim/export/small_cells.h
    bool byte_order_mark = false;    // of CSV views
    std::vector<std::string> views;  // CSV views, none = all
};

struct ExportedFile {
    std::string name;
    std::int64_t rows = 0;  // features of a map
    std::int64_t cells_hidden = 0, rows_hidden = 0;
};

struct Exported {
    std::string status;  // of the run: complete | aborted | error
    std::vector<ExportedFile> files;
};

// The tables of a format as texts, by name of the file: what export_run would write.
std::map<std::string, std::string> export_texts(const ExportOrder& order);
// Nothing when a person interrupted it; throws ScenarioError.
std::optional<Exported> export_run(const ExportOrder& order);

}  // namespace sim
