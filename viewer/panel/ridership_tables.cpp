// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/ridership_tables.h"

#include <algorithm>

#include "viewer/panel/texts.h"

namespace view
{

namespace
{

constexpr auto people = Column::Kind::people;
constexpr auto number = Column::Kind::number;

std::string from_to(const City& city, std::uint32_t from, std::uint32_t to)
{
    return stop_text(city, from) + " - " + stop_text(city, to);
}

}  // namespace

RidershipRows routes_of(const Session& session)
{
    const auto& say = session.say;
    const City& city = session.run.city;
    RidershipRows rows{{{{say("Route")},
                         {say("Direction")},
                         {say("Operator")},
                         {say("Trips"), number},
                         {say("Boardings"), people},
                         {say("Highest load"), people},
                         {say("Maximum load point")},
                         {say("At")}},
                        {}},
                       {},
                       {}};
    Chosen all = session.chosen();
    all.route.reset(), all.direction.reset();
    rows.routes = riders_by_route(session.run.day, city, all);
    for (const RouteRiders& r : rows.routes)
        rows.table.rows.push_back(
            {city.routes[r.route].name, std::to_string(r.direction),
             city.operators[city.routes[r.route].operator_index], std::to_string(r.trips),
             std::to_string(r.boarded), std::to_string(r.max_load),
             r.max_load > 0 ? from_to(city, r.max_load_from, r.max_load_to) : "-",
             r.max_load > 0 ? minute_text(r.max_load_at) : "-"});
    return rows;
}

RidershipRows stops_of(const Session& session)
{
    const auto& say = session.say;
    RidershipRows rows{
        {{{say("Stop")}, {say("Id")}, {say("On"), people}, {say("Off"), people}}, {}}, {}, {}};
    std::vector<StopRiders> stops =
        riders_by_stop(session.run.day, session.run.city, session.chosen());
    std::stable_sort(stops.begin(), stops.end(), [](const StopRiders& a, const StopRiders& b) {
        return a.boarded + a.alighted > b.boarded + b.alighted;
    });
    for (const StopRiders& s : stops) {
        rows.stops.push_back(s.stop);
        rows.table.rows.push_back({stop_text(session.run.city, s.stop),
                                   session.run.city.stops[s.stop].id, std::to_string(s.boarded),
                                   std::to_string(s.alighted)});
    }
    return rows;
}

RidershipRows segments_of(const Session& session)
{
    const auto& say = session.say;
    const City& city = session.run.city;
    RidershipRows rows{{{{say("From")},
                         {say("To")},
                         {say("Riders"), people},
                         {say("Trips"), number},
                         {say("Fullest bus"), people}},
                        {}},
                       {},
                       {}};
    std::vector<SegmentRiders> segments =
        riders_by_segment(session.run.day, city, session.chosen());
    std::stable_sort(
        segments.begin(), segments.end(),
        [](const SegmentRiders& a, const SegmentRiders& b) { return a.riders > b.riders; });
    for (const SegmentRiders& s : segments)
        rows.table.rows.push_back({stop_text(city, s.from), stop_text(city, s.to),
                                   std::to_string(s.riders), std::to_string(s.trips),
                                   std::to_string(s.fullest)});
    return rows;
}

RidershipRows classes_of(const Session& session)
{
    const auto& say = session.say;
    const City& city = session.run.city;
    const std::vector<ClassRides> classes =
        rides_by_class(session.run.result, city, session.chosen());
    std::int64_t all = 0;
    for (const ClassRides& c : classes) all += c.riders;
    RidershipRows rows{{{{say("Class")},
                         {say("Fare kind")},
                         {say("Paid by")},
                         {say("Riders"), people},
                         {say("Share"), number},
                         {say("Paid"), number},
                         {say("Without discounts"), number},
                         {say("Discount"), number}},
                        {}},
                       {},
                       {}};
    for (const ClassRides& c : classes)
        rows.table.rows.push_back(
            {c.discount_class == 0 ? say("none") : city.classes[c.discount_class],
             c.half ? say("half fare") : say("full fare"), c.cash ? say("cash") : say("card"),
             std::to_string(c.riders), share_text(c.riders, all), yen_text(c.fare),
             yen_text(c.base_fare), yen_text(c.base_fare - c.fare)});
    return rows;
}

}  // namespace view
