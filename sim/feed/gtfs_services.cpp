// SPDX-License-Identifier: Apache-2.0
// calendar.txt and calendar_dates.txt.
#include <algorithm>

#include "sim/feed/gtfs_columns.h"
#include "sim/feed/gtfs_loader.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

using namespace gtfs;

std::uint32_t GtfsLoader::add_service(std::string_view id)
{
    const auto index = static_cast<std::uint32_t>(timetable_.services.size());
    const auto [found, fresh] = service_of_.emplace(id, index);
    if (!fresh) return found->second;
    Service service;
    service.id = id;
    service.feed = feed_;
    service.end = {service.start.days - 1};  // a service of calendar_dates.txt alone
    timetable_.services.push_back(std::move(service));
    return index;
}

void GtfsLoader::read_services()
{
    const bool regular = read_table(files_, log_, calendar::spec, [this](const TableRow& row) {
        if (service_of_.contains(row[calendar::service])) {
            log_.add(calendar::spec.file, row.line, "id given twice, the first is kept",
                     row[calendar::service]);
            return;
        }
        const auto start = parse_date(row[calendar::start]), end = parse_date(row[calendar::end]);
        if (row[calendar::service].empty() || !start || !end || *end < *start) {
            log_.add(calendar::spec.file, row.line, "service without a sound period, ignored",
                     row[calendar::service]);
            return;
        }
        Service& service = timetable_.services[add_service(row[calendar::service])];
        service.start = *start;
        service.end = *end;
        for (unsigned day = 0; day < 7; ++day)
            if (row[calendar::monday + day] == "1")
                service.weekdays = static_cast<std::uint8_t>(service.weekdays | 1U << day);
    });
    const bool dates = read_table(files_, log_, calendar_dates::spec,
                                  [this](const TableRow& row) { read_exception(row); });
    if (!regular && !dates)
        throw ScenarioError(files_.path_of(calendar::spec.file),
                            "missing in the feed, and calendar_dates.txt too");
    sort_exceptions();
}

void GtfsLoader::read_exception(const TableRow& row)
{
    const auto date = parse_date(row[calendar_dates::date]);
    const std::string_view kind = row[calendar_dates::exception];
    if (row[calendar_dates::service].empty() || !date || (kind != "1" && kind != "2")) {
        log_.add(calendar_dates::spec.file, row.line, "exception that cannot be read, ignored",
                 row[calendar_dates::date]);
        return;
    }
    Service& service = timetable_.services[add_service(row[calendar_dates::service])];
    (kind == "1" ? service.added : service.removed).push_back(*date);
}

void GtfsLoader::sort_exceptions()
{
    for (std::size_t i = first_service_; i < timetable_.services.size(); ++i) {
        Service& service = timetable_.services[i];
        std::sort(service.added.begin(), service.added.end());
        std::sort(service.removed.begin(), service.removed.end());
        for (const Date day : service.added)
            if (std::binary_search(service.removed.begin(), service.removed.end(), day))
                log_.add(calendar_dates::spec.file, 0,
                         "a day both added and removed, removed counts",
                         service.id + " " + to_string(day));
    }
}

}  // namespace sim
