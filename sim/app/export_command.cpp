// SPDX-License-Identifier: Apache-2.0
#include "sim/app/export_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "sim/export/export.h"
#include "sim/record/database.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

using sim::ExportFormat;

constexpr int interrupted_by_hand = 130;
constexpr std::int64_t largest_k = 1000;

ExportFormat format_of(const std::string& word)
{
    constexpr std::pair<const char*, ExportFormat> known[] = {
        {"tides", ExportFormat::tides},
        {"gtfs-ride", ExportFormat::gtfs_ride},
        {"csv", ExportFormat::csv},
        {"geojson", ExportFormat::geojson},
        {"ebpm", ExportFormat::ebpm}};
    std::vector<std::string> words;
    for (const auto& [name, format] : known) {
        if (word == name) return format;
        words.emplace_back(name);
    }
    throw sim::ScenarioError("--to", "expected tides, gtfs-ride, csv, geojson or ebpm, found \"" +
                                         word + "\"" + sim::did_you_mean(word, words));
}

// What a format has no use for is refused: who says --k must not believe that TIDES heeds it.
sim::ExportOrder order_of(const ExportOptions& options)
{
    sim::ExportOrder order{options.run, options.out, format_of(options.to),
                           5,           options.bom, options.views};
    const bool counts = order.format == ExportFormat::gtfs_ride ||
                        order.format == ExportFormat::geojson || order.format == ExportFormat::ebpm;
    if (options.k && !counts)
        throw sim::ScenarioError("--k", options.to +
                                            " shows single taps and hides nothing; only "
                                            "gtfs-ride, geojson and ebpm count people");
    if (options.k && (*options.k < 1 || *options.k > largest_k))
        throw sim::ScenarioError(
            "--k", fmt::format("expected a number from 1 to {}, found {}", largest_k, *options.k));
    if (order.format != ExportFormat::csv && options.bom)
        throw sim::ScenarioError("--bom", "only csv can have a byte order mark");
    if (order.format != ExportFormat::csv && !options.views.empty())
        throw sim::ScenarioError("--view", "only csv has views");
    order.k = options.k.value_or(order.k);
    return order;
}

std::string json_of(const sim::Exported& exported)
{
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const sim::ExportedFile& file : exported.files)
        files.push_back({{"name", file.name},
                         {"rows", file.rows},
                         {"cells_hidden", file.cells_hidden},
                         {"rows_hidden", file.rows_hidden}});
    return nlohmann::ordered_json{{"status", exported.status}, {"files", files}}.dump(2);
}

void tell(const sim::Exported& exported, std::int64_t k, std::ostream& out)
{
    for (const sim::ExportedFile& file : exported.files) {
        const char* const what = file.name.ends_with(".geojson") ? "feature" : "row";
        fmt::print(out, "{:<22} {:>9} {}{}", file.name, file.rows, what, file.rows == 1 ? "" : "s");
        if (file.cells_hidden > 0)
            fmt::print(out, ", {} counts of fewer than {} riders left empty", file.cells_hidden, k);
        if (file.rows_hidden > 0)
            fmt::print(out, ", {} rows of fewer than {} riders left out", file.rows_hidden, k);
        out << '\n';
    }
}

}  // namespace

int export_command(const ExportOptions& options, std::ostream& out, std::ostream& log)
{
    const sim::ExportOrder order = order_of(options);
    sim::catch_interrupts();
    const std::optional<sim::Exported> exported = sim::export_run(order);
    if (!exported) {
        log << "interrupted: nothing was written\n";
        return interrupted_by_hand;
    }
    if (exported->status != "complete")
        fmt::print(log, "{}: its run has not come to an end, only what it recorded is exported\n",
                   options.run);
    if (options.json)
        out << json_of(*exported) << '\n';
    else if (!options.quiet)
        tell(*exported, order.k, out);
    return 0;
}

}  // namespace app
