// SPDX-License-Identifier: Apache-2.0
// Timetables from anywhere: a zip, or the files of a folder, each after a line `=NAME`. What is
// wrong is a defect or a ScenarioError; what was read refers to nothing that is not there.
#include <zip.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "sim/feed/gtfs.h"
#include "sim/scenario/scenario_error.h"
#include "tests/fuzz/fuzz.h"

namespace
{

namespace fs = std::filesystem;

constexpr std::array names{"agency.txt",         "stops.txt",          "routes.txt",
                           "trips.txt",          "stop_times.txt",     "calendar.txt",
                           "calendar_dates.txt", "frequencies.txt",    "shapes.txt",
                           "fare_rules.txt",     "fare_attributes.txt"};

constexpr const char* small_feed =
    "=agency.txt\nagency_id,agency_name\nx,X Bus\n"
    "=stops.txt\nstop_id,stop_name,stop_lat,stop_lon,zone_id\nA,\"Alpha, east\",36.3,139.0,1\n"
    "B,Beta,36.4,139.1,2\n"
    "=routes.txt\nroute_id,agency_id,route_long_name\nr,x,Line R\n"
    "=trips.txt\nroute_id,service_id,trip_id,shape_id\nr,w,t,s\nr,w,u,\n"
    "=stop_times.txt\ntrip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    "t,07:00:00,07:00:30,A,1\nt,07:10:00,07:10:00,B,2\nu,25:00:00,25:00:00,A,1\nu,,,B,2\n"
    "=calendar.txt\nservice_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
    "start_date,end_date\nw,1,1,1,1,1,0,0,20260101,20261231\n"
    "=calendar_dates.txt\nservice_id,date,exception_type\nw,20260505,2\n"
    "=frequencies.txt\ntrip_id,start_time,end_time,headway_secs\nt,07:00:00,09:00:00,600\n"
    "=shapes.txt\nshape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\ns,36.3,139.0,1\n"
    "s,36.4,139.1,2\n"
    "=fare_attributes.txt\nfare_id,price,currency_type,payment_method\nf,150,JPY,0\n"
    "=fare_rules.txt\nfare_id,route_id,origin_id,destination_id\nf,r,1,2\n";

// Beside the program, so that runs side by side do not meet.
fs::path place(const char* name)
{
    return fs::read_symlink("/proc/self/exe").string() + name;
}

using Files = std::map<std::string, std::string>;

Files files_in(std::string_view text)
{
    Files files;
    for (const char* const name : names) {
        const std::string head = "=" + std::string(name) + "\n";
        const std::size_t at = text.find(head);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = text.substr(at + head.size());
        files[name] = rest.substr(
            0, rest.find("\n=") == std::string_view::npos ? rest.size() : rest.find("\n=") + 1);
    }
    return files;
}

std::string folder_of(std::string_view text)
{
    const fs::path folder = place(".feed");
    fs::remove_all(folder);
    fs::create_directory(folder);
    for (const auto& [name, content] : files_in(text))
        std::ofstream(folder / name, std::ios::binary) << content;
    return folder.string();
}

std::string zip_of(std::string_view bytes)
{
    const fs::path file = place(".zip");
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
}

fuzz::Octets zipped(const Files& files)
{
    const fs::path file = place(".seed.zip");
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, content] : files) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        const zip_int64_t entry = zip_file_add(archive, name.c_str(), source, 0);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(entry), ZIP_CM_DEFLATE, 9);
    }
    fuzz::must(zip_close(archive) == 0);
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void check(const sim::Timetable& table)
{
    for (const sim::Pattern& pattern : table.patterns) {
        fuzz::must(pattern.route < table.routes.size());
        fuzz::must(pattern.pickup.size() == pattern.stops.size());
        fuzz::must(pattern.drop_off.size() == pattern.stops.size());
        fuzz::must(!pattern.shape || *pattern.shape < table.shapes.size());
        for (const std::uint32_t stop : pattern.stops) fuzz::must(stop < table.stops.size());
    }
    for (const sim::FeedTrip& trip : table.trips) {
        fuzz::must(trip.pattern < table.patterns.size());
        fuzz::must(trip.service < table.services.size());
        const std::size_t stops = table.patterns[trip.pattern].stops.size();
        fuzz::must(trip.stop_sequence.size() == stops);
        fuzz::must(trip.first_stop_time + stops <= table.stop_times.size());
    }
    for (const sim::FareRow& fare : table.fare_rows) fuzz::must(fare.feed < table.feeds.size());
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    Files few = files_in(small_feed);
    for (const char* const name : {"shapes.txt", "frequencies.txt", "calendar_dates.txt"})
        few.erase(name);
    return {text(small_feed), zipped(few), zipped({{"x/stops.txt", few["stops.txt"]}})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const bool zip = bytes.starts_with("PK");
        check(sim::read_gtfs({{zip ? zip_of(bytes) : folder_of(bytes), ""}}));
    } catch (const sim::ScenarioError&) {
    }
    return 0;
}
