// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "sim/feed/gtfs.h"

// A folder of its own that vanishes with the test.
class TempFolder
{
public:
    TempFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "tapbench-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    void write(const std::string& name, const std::string& content) const
    {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << content;
    }

private:
    std::filesystem::path path_;
};

// An invented feed of one line A - B - C that tests bend to their purpose, file by file.
class TinyFeed
{
public:
    TinyFeed()
    {
        files["agency.txt"] = "agency_id,agency_name\nx,X Bus\n";
        files["stops.txt"] =
            "stop_id,stop_name,stop_lat,stop_lon,zone_id\n"
            "A,Alpha,36.1,139.1,A\nB,Beta,36.2,139.2,B\nC,Gamma,36.3,139.3,C\n";
        files["routes.txt"] = "route_id,agency_id,route_long_name\nr,x,Line R\n";
        files["trips.txt"] = "route_id,service_id,trip_id\nr,daily,t\n";
        files["stop_times.txt"] =
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
            "t,08:00:00,08:00:00,A,1\nt,08:10:00,08:11:00,B,2\nt,08:20:00,08:20:00,C,3\n";
        files["calendar.txt"] =
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,"
            "end_date\ndaily,1,1,1,1,1,1,1,20260401,20270331\n";
        files["fare_attributes.txt"] = "fare_id,price,currency_type\nf200,200,JPY\nf300,300,JPY\n";
        files["fare_rules.txt"] =
            "fare_id,route_id,origin_id,destination_id\n"
            "f200,r,A,B\nf200,r,B,C\nf300,r,A,C\n";
    }

    std::string write(const std::string& name = "tiny") const
    {
        for (const auto& [file, content] : files) folder_.write(name + "/" + file, content);
        return folder_ / name;
    }
    sim::Timetable read() const { return sim::read_gtfs({{write(), ""}}); }

    std::map<std::string, std::string> files;

private:
    TempFolder folder_;
};

inline bool has_defect(const sim::Timetable& timetable, const std::string& file, int line,
                       const std::string& part)
{
    return std::any_of(timetable.defects.begin(), timetable.defects.end(),
                       [&](const sim::Defect& defect) {
                           return defect.file.ends_with("/" + file) && defect.line == line &&
                                  defect.text.find(part) != std::string::npos;
                       });
}
