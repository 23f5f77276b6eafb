// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/bus/city_context.h"
#include "models/bus/touch_unit.h"
#include "models/people/everyone.h"
#include "models/people/sales.h"
#include "models/platform/ride_cells.h"
#include "models/portal/coupon_book.h"
#include "sim/app/compiled_fares.h"
#include "sim/record/city_rows.h"

// Builds a whole city from a scenario: timetable, vehicles, riders, cards, tables, lists; and puts
// its modules into the kernel. The only place where modules and scenario meet.
namespace app
{

class CityBuilder
{
public:
    explicit CityBuilder(const sim::Scenario& scenario);
    ~CityBuilder();

    sim::CityRows rows() const;
    const std::vector<sim::Defect>& feed_defects() const { return timetable_.defects; }
    std::size_t buses() const { return plan_.buses.size(); }
    std::size_t riders() const { return people_.riders.size(); }

    // Makes the modules; once per process, before the kernel starts.
    void elaborate(sim::Recorder& recorder);
    // For a bench: one touch unit, and what people call a card.
    model::TouchUnit& touch_unit(std::uint32_t bus, std::size_t door);
    std::string name_of(const model::TransitCard& card) const;
    // After the last event: the ledger's day end, and what is left on the cards.
    void close_day(sim::Recorder& recorder);

private:
    struct Modules;

    void issue_cards();
    std::uint8_t class_of_holder(std::uint32_t card) const;
    void publish_lists();
    void open_shops();
    void tell_box_makes(sim::Recorder& recorder) const;
    model::NextGeneration next_generation();
    std::optional<fw::Nanos> time_in_window(std::uint32_t card, std::uint64_t draw,
                                            std::int32_t ppm) const;
    std::int64_t purses() const;
    std::int64_t journals() const;
    std::uint64_t pseudonym_of(std::uint32_t card) const;

    const sim::Scenario& scenario_;
    sim::Timetable timetable_;
    model::DayPlan plan_;
    model::People people_;
    model::ShopDay shops_;  // draws cards of its own, before any is issued
    std::vector<model::Resident> residents_;
    std::vector<model::Attempt>
        attempts_;  // changes people and residents, before any card is issued
    CompiledFares fares_;
    std::unique_ptr<CompiledFares> next_fares_;  // of a change of tariff
    std::shared_ptr<const model::StandInCipher> cipher_;
    std::vector<model::CardProfile> profiles_;
    std::vector<model::TransitCard> cards_;
    model::IdLinkage linkage_;
    std::optional<model::RideCells> rides_;     // for the data-linkage platform
    std::optional<model::CouponBook> coupons_;  // of the portal app
    std::vector<model::ListEdition> lists_;
    std::unique_ptr<Modules> modules_;
};

}  // namespace app
