// SPDX-License-Identifier: Apache-2.0
#include "sim/app/export_words.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "sim/app/export_command.h"

namespace app
{

namespace
{

constexpr char footer[] =
    "tides      one row a transaction, stop, trip, bus and fare box; nothing is hidden in it\n"
    "gtfs-ride  counts by trip and stop, rides, totals; what a bus can carry is not known\n"
    "csv        the views v_tap, v_hop, v_money and so on, as they are\n"
    "geojson    map of stops and of the ways between them, with riders\n"
    "ebpm       rides by hour, route, stops and class of their riders";

}  // namespace

void add_export(CLI::App& root, std::function<int()>& action)
{
    CLI::App* words = root.add_subcommand("export", "a result file in planners' formats");
    const auto options = std::make_shared<ExportOptions>();
    words->footer(footer);
    words->add_option("RUN", options->run, "result file")->required();
    words->add_option("--to", options->to, "tides, gtfs-ride, csv, geojson or ebpm")->required();
    words->add_option("-o,--out", options->out, "folder for the files")->required();
    words->add_option(
        "--k", options->k,
        "gtfs-ride, geojson, ebpm: counts of fewer than so many riders are hidden, others "
        "rounded to a multiple of it (default: 5; 1: all shown as they are)");
    words->add_flag("--bom", options->bom, "csv: begin with a byte order mark, for spreadsheets");
    words->add_option("--view", options->views, "csv: this view only; may be given again")
        ->allow_extra_args(false);
    words->add_flag("--json", options->json, "what was written, as JSON");
    words->add_flag("-q,--quiet", options->quiet, "do not say what was written");
    words->callback([options, &action] {
        action = [options] { return export_command(*options, std::cout, std::cerr); };
    });
}

}  // namespace app
