// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/disaster/way_map.h"
#include "models/service/desk.h"
#include "sim/record/recorder.h"

// The back end "way_office": which streets are closed by now, which shelters are full, and the way
// to the nearest that is open (services.md S58). Whoever is told a shelter has a place counted
// there, once a search; a phone that chose one on its own tells it later. Nobody's name is asked.
//
//   way.find  request, crossing -> way.told shelter, metres, crossings, known_ns | way.none
//   known_ns way.map   request           -> way.known closed, full, known_ns way.going request,
//   search, shelter -> way.noted
// Otherwise way.refused with a reason.
namespace model
{

class WayOffice final : public BackEnd
{
public:
    WayOffice(const WayMap& map, std::int64_t capacity, sim::Recorder& recorder)
        : map_(map), capacity_(capacity), recorder_(recorder)
    {
    }

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    sim::Form find(const sim::Form& request, fw::Nanos now);
    sim::Form known(fw::Nanos now) const;
    std::set<std::int64_t> closed(fw::Nanos now) const;
    std::set<std::int64_t> full() const;
    void count(const std::string& search, std::int64_t shelter, fw::Nanos now);

    const WayMap& map_;
    std::int64_t capacity_;
    sim::Recorder& recorder_;
    std::map<std::string, sim::Form> answers_;     // by search
    std::map<std::string, std::int64_t> goes_to_;  // shelters, by search
    std::map<std::int64_t, std::int64_t> places_;  // counted, by shelter
};

}  // namespace model
