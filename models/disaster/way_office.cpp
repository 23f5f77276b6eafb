// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/way_office.h"

namespace model
{

namespace
{

std::vector<std::string> texts_of(const auto& numbers)
{
    std::vector<std::string> texts;
    for (const std::int64_t one : numbers) texts.push_back(std::to_string(one));
    return texts;
}

sim::Form way_refused(const std::string& reason)
{
    return sim::Form("way.refused").set("reason", reason);
}

}  // namespace

sim::Form WayOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return way_refused("malformed");
    if (request.kind() == "way.map") return known(line.now());
    if (request.kind() == "way.going") {
        count(request.text("search").value_or(""), request.number("shelter").value_or(0),
              line.now());
        return sim::Form("way.noted");
    }
    if (request.kind() != "way.find") return way_refused("malformed");
    if (const auto before = answers_.find(number); before != answers_.end()) return before->second;
    return answers_[number] = find(request, line.now());
}

std::set<std::int64_t> WayOffice::closed(fw::Nanos now) const
{
    std::set<std::int64_t> streets;
    for (const WayStreet& one : map_.streets)
        if (one.closed.count >= 0 && one.closed <= now) streets.insert(one.number);
    return streets;
}

std::set<std::int64_t> WayOffice::full() const
{
    std::set<std::int64_t> shelters;
    for (const auto& [shelter, places] : places_)
        if (places >= capacity_) shelters.insert(shelter);
    return shelters;
}

sim::Form WayOffice::find(const sim::Form& request, fw::Nanos now)
{
    const std::int64_t from = request.number("crossing").value_or(-1);
    if (from < 0 || from >= map_.crossings) return way_refused("no_such_crossing");
    const auto way = nearest_shelter(map_, from, closed(now), full());
    if (!way) return sim::Form("way.none").set("known_ns", now.count);
    const std::string search = request.text("request").value_or("");
    // A search that comes after the phone's own choice changes nothing.
    if (!goes_to_.contains(search)) count(search, way->shelter, now);
    return sim::Form("way.told")
        .set("shelter", way->shelter)
        .set("metres", way->metres)
        .set("crossings", texts_of(way->crossings))
        .set("known_ns", now.count);
}

sim::Form WayOffice::known(fw::Nanos now) const
{
    return sim::Form("way.known")
        .set("closed", texts_of(closed(now)))
        .set("full", texts_of(full()))
        .set("known_ns", now.count);
}

// The newest word counts: who was told one shelter and chose another has one place.
void WayOffice::count(const std::string& search, std::int64_t shelter, fw::Nanos now)
{
    std::int64_t& goes = goes_to_[search];
    if (goes == shelter) return;
    if (goes != 0) --places_[goes];
    ++places_[shelter];
    goes = shelter;
    recorder_.service(sim::WayBookRow{now.count, search, shelter});
}

}  // namespace model
