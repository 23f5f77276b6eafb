// SPDX-License-Identifier: Apache-2.0
#include "models/platform/feed_desk.h"

namespace model
{

FeedDesk::FeedDesk(RideCells& cells, const sim::Platform& parameters, fw::Nanos from, fw::Nanos to)
    : cells_(cells),
      parameters_(parameters),
      first_{(from.count / parameters.period.count + 1) * parameters.period.count},
      last_(to + parameters.closing)
{
}

void FeedDesk::serve(Desk& desk)
{
    for (fw::Nanos over = first_; over <= last_; over += parameters_.period) {
        desk.wait_until(over + parameters_.delay);
        const fw::Nanos as_of = desk.now();
        for (const RideCell& cell : cells_.due(as_of)) publish(desk, cell, as_of);
    }
}

void FeedDesk::publish(Desk& desk, const RideCell& cell, fw::Nanos as_of)
{
    sim::Form told("platform.publish");
    told.set("request", desk.name() + "/" + std::to_string(++requests_));
    told.set("as_of_ns", as_of.count).set("begins_s", cell.begins_s);
    told.set("feed", cell.feed).set("route", cell.route).set("stop", cell.stop);
    told.set("class", cell.discount_class).set("people", cell.people);
    while (desk.now() <= last_ + parameters_.delay + parameters_.period)
        if (desk.call("platform", told, parameters_.patience)) return;
}

}  // namespace model
