// SPDX-License-Identifier: Apache-2.0
// Riders who show a pass on the screen of their phone to the driver instead of touching (S17). A
// driver looks once, at boarding (*assumed*), and errs at declared rates.
#include "models/bus/bus_module.h"

namespace model
{

namespace
{

// Own numbering of the draws of one rider who may show a pass.
enum Draw : std::uint64_t { draw_shows = 64, draw_look, draw_missed, draw_doubted };

}  // namespace

// At both ends of the ride, or where the fare is taken; returns when the next rider may.
fw::Nanos BusModule::show_or_touch(Door& door, const Passage& passage, fw::Nanos at)
{
    const bool boarding = passage.action == Action::board;
    if (std::erase(seen_, passage.rider) > 0) return at;
    if (boarding && look_)
        if (const auto seen = show_pass(passage, at)) return *seen;
    if (!boarding && city_.fares.patterns[trip_.pattern].collect_on_boarding) return at;
    return door.sit_out_power_loss(touch_until_served(door, passage, at));
}

// By the tariff: both ends of the ride lie in the area of the pass, whether or not it is over.
bool BusModule::pass_is_good_here(const Rider& rider) const
{
    const fw::PatternFares& pattern = city_.fares.patterns[trip_.pattern];
    fw::FareQuery query;
    query.pattern = trip_.pattern;
    query.board = rider.board;
    query.alight = pattern.collect_on_boarding ? rider.board : rider.alight;
    query.pass = city_.people.holders[rider.card].pass;
    const fw::FareQuote quote = fw::decide_fare(city_.fares, query);
    return quote.rule == fw::FareRule::pass;
}

// When the driver has waved the rider on; none: the rider touches a card after all.
std::optional<fw::Nanos> BusModule::show_pass(const Passage& passage, fw::Nanos at)
{
    const sim::ShownPasses& shown = *city_.scenario.shown_passes;
    const Rider& rider = city_.people.riders[passage.rider];
    if (city_.people.holders[rider.card].pass == 0 || !pass_is_good_here(rider) ||
        !stream_.chance(shown.share_ppm, passage.rider, draw_shows))
        return std::nullopt;
    const bool holds = city_.linkage.entitlement_of(rider.card, at).pass_holds_at(at);
    const bool let_in = holds ? !stream_.chance(shown.doubted_ppm, passage.rider, draw_doubted)
                              : stream_.chance(shown.missed_ppm, passage.rider, draw_missed);
    const fw::Nanos looked = look_->at(stream_.bits(passage.rider, draw_look));
    city_.recorder.service(sim::PassRow(
        sim::PassShownRow{at.count, rider.card, passage.rider, trip_.trip, trip_.pattern,
                          rider.board, rider.alight, looked.count, int{let_in}}));
    if (!let_in) return std::nullopt;
    seen_.push_back(passage.rider);
    return at + looked;
}

}  // namespace model
