// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/feed/feed_table.h"

// The files we read and their columns in the order of GTFS-JP (standard bus information format,
// version 3 of 2021-07-30, chapter 3; the v4 draft of 2025-10-01 adds ic_price and jp_pattern_id).
namespace sim::gtfs
{

namespace agency
{
enum : std::size_t { id, name, url, timezone, lang, phone, fare_url, email };
inline const TableSpec spec{"agency.txt",
                            {"agency_id", "agency_name", "agency_url", "agency_timezone",
                             "agency_lang", "agency_phone", "agency_fare_url", "agency_email"},
                            {name}};
}  // namespace agency

namespace agency_jp
{
inline const TableSpec spec{"agency_jp.txt",
                            {"agency_id", "agency_official_name", "agency_zip_number",
                             "agency_address", "agency_president_pos", "agency_president_name"},
                            {}};
}  // namespace agency_jp

namespace stops
{
enum : std::size_t {
    id,
    code,
    name,
    desc,
    lat,
    lon,
    zone,
    url,
    location_type,
    parent,
    timezone,
    wheelchair,
    platform
};
inline const TableSpec spec{"stops.txt",
                            {"stop_id", "stop_code", "stop_name", "stop_desc", "stop_lat",
                             "stop_lon", "zone_id", "stop_url", "location_type", "parent_station",
                             "stop_timezone", "wheelchair_boarding", "platform_code"},
                            {id},
                            true};
}  // namespace stops

namespace routes
{
enum : std::size_t { id, agency, short_name, long_name, desc };
inline const TableSpec spec{
    "routes.txt",
    {"route_id", "agency_id", "route_short_name", "route_long_name", "route_desc", "route_type",
     "route_url", "route_color", "route_text_color", "route_sort_order", "jp_parent_route_id"},
    {id},
    true};
}  // namespace routes

namespace trips
{
enum : std::size_t { route, service, id, headsign, short_name, direction, block, shape };
inline const TableSpec spec{
    "trips.txt",
    {"route_id", "service_id", "trip_id", "trip_headsign", "trip_short_name", "direction_id",
     "block_id", "shape_id", "wheelchair_accessible", "bikes_allowed", "jp_trip_desc",
     "jp_trip_desc_symbol", "jp_office_id", "jp_pattern_id"},
    {route, service, id},
    true};
}  // namespace trips

namespace stop_times
{
enum : std::size_t { trip, arrival, departure, stop, sequence, headsign, pickup, drop_off };
inline const TableSpec spec{
    "stop_times.txt",
    {"trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence", "stop_headsign",
     "pickup_type", "drop_off_type", "shape_dist_traveled", "timepoint"},
    {trip, stop, sequence},
    true};
}  // namespace stop_times

namespace shapes
{
enum : std::size_t { id, lat, lon, sequence };
inline const TableSpec spec{
    "shapes.txt",
    {"shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence", "shape_dist_traveled"},
    {id, lat, lon, sequence}};
}  // namespace shapes

namespace calendar
{
enum : std::size_t { service, monday, start = monday + 7, end };
inline const TableSpec spec{"calendar.txt",
                            {"service_id", "monday", "tuesday", "wednesday", "thursday", "friday",
                             "saturday", "sunday", "start_date", "end_date"},
                            {service, start, end}};
}  // namespace calendar

namespace calendar_dates
{
enum : std::size_t { service, date, exception };
inline const TableSpec spec{
    "calendar_dates.txt", {"service_id", "date", "exception_type"}, {service, date, exception}};
}  // namespace calendar_dates

namespace frequencies
{
enum : std::size_t { trip, start, end, headway };
inline const TableSpec spec{"frequencies.txt",
                            {"trip_id", "start_time", "end_time", "headway_secs", "exact_times"},
                            {trip, start, end, headway}};
}  // namespace frequencies

namespace fare_attributes
{
enum : std::size_t { id, price, currency, payment, transfers, duration, agency, ic_price };
inline const TableSpec spec{"fare_attributes.txt",
                            {"fare_id", "price", "currency_type", "payment_method", "transfers",
                             "transfer_duration", "agency_id", "ic_price"},
                            {id, price}};
}  // namespace fare_attributes

namespace fare_rules
{
enum : std::size_t { fare, route, origin, destination, contains };
inline const TableSpec spec{"fare_rules.txt",
                            {"fare_id", "route_id", "origin_id", "destination_id", "contains_id"},
                            {fare}};
}  // namespace fare_rules

}  // namespace sim::gtfs
