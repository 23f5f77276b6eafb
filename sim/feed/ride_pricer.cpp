// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/ride_pricer.h"

#include <algorithm>
#include <iterator>

#include "sim/feed/gtfs_text.h"

namespace sim
{

struct RideFinder::Impl {
    const Timetable& timetable;
    std::vector<IdMap> trips;  // of each feed
};

RideFinder::RideFinder(const Timetable& timetable)
    : impl_(std::make_unique<Impl>(Impl{timetable, {}}))
{
    impl_->trips.resize(timetable.feeds.size());
    for (std::uint32_t i = 0; i < timetable.trips.size(); ++i) {
        const FeedTrip& trip = timetable.trips[i];
        IdMap& ids = impl_->trips[timetable.services[trip.service].feed];
        ids.emplace(trip.id, i);
        if (!trip.template_id.empty()) ids.emplace(trip.template_id, i);  // all cost the same
    }
}

RideFinder::~RideFinder() = default;

RidePlace RideFinder::find(const RideRequest& ride) const
{
    const auto& feeds = impl_->timetable.feeds;
    const bool only = ride.feed.empty() && feeds.size() == 1;
    const auto feed = only ? feeds.begin() : std::find(feeds.begin(), feeds.end(), ride.feed);
    if (feed == feeds.end()) return {.problem = "unknown feed"};
    const IdMap& ids = impl_->trips[static_cast<std::size_t>(std::distance(feeds.begin(), feed))];
    const auto found = ids.find(ride.trip_id);
    if (found == ids.end()) return {.problem = "unknown trip"};

    const FeedTrip& trip = impl_->timetable.trips[found->second];
    const auto& sequence = trip.stop_sequence;
    const auto board = std::lower_bound(sequence.begin(), sequence.end(), ride.board_seq);
    const auto alight = std::lower_bound(sequence.begin(), sequence.end(), ride.alight_seq);
    if (board == sequence.end() || *board != ride.board_seq || alight == sequence.end() ||
        *alight != ride.alight_seq)
        return {.problem = "unknown stop"};
    if (ride.alight_seq <= ride.board_seq) return {.problem = "alights before it boards"};
    return {found->second, trip.pattern, static_cast<std::uint32_t>(board - sequence.begin()),
            static_cast<std::uint32_t>(alight - sequence.begin()), ""};
}

namespace
{

class FeedPricer final : public RidePricer
{
public:
    FeedPricer(const Timetable& timetable, bool ic)
        : timetable_(timetable), index_(timetable), finder_(timetable), ic_(ic)
    {
    }

    RidePrice price(const RideRequest& ride) const override
    {
        const RidePlace place = finder_.find(ride);
        if (!place.problem.empty()) return {std::nullopt, place.problem, true};
        const Pattern& pattern = timetable_.patterns[place.pattern];
        const auto match =
            index_.find(pattern.route, pattern.stops[place.board], pattern.stops[place.alight]);
        if (!match) return {std::nullopt, "no matching rule", false};
        return {match->price(ic_), timetable_.feeds[match->row->feed] + ":" + match->row->fare_id,
                false};
    }

private:
    const Timetable& timetable_;
    FareIndex index_;
    RideFinder finder_;
    bool ic_;
};

}  // namespace

std::unique_ptr<RidePricer> feed_pricer(const Timetable& timetable, bool ic)
{
    return std::make_unique<FeedPricer>(timetable, ic);
}

}  // namespace sim
