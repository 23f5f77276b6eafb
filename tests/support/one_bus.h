// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/card_image.h"
#include "tests/support/four_stops.h"
#include "tests/support/manner.h"

// One bus on one trip of four stops, without a kernel: a boarding and an alighting touch unit, and
// cards that are invented here. Fares 100, 150 and 200 yen by distance; class 1 has 10 % off.
namespace test_support
{

class OneBus final : public model::CloudLine
{
public:
    explicit OneBus(bool flat = false, bool noisy = false, bool asks_cloud = false,
                    fw::CardSystem system = {})
        : system_(system), fares_(flat)
    {
        other = card(0);
        parameters_.frame_error_ppm = noisy ? 20'000 : 0;
        for (std::uint32_t device : {1U, 2U}) {
            model::TouchUnitConfig config;
            config.device = config.policy.device = device;
            config.policy.card_system = system_;
            config.reader = parameters_;
            if (asks_cloud) config.policy.class_source = fw::ClassSource::cloud;
            units_.push_back(std::make_unique<model::TouchUnit>(
                config, sim::RngStream(device, "rf"), cipher_, *this));
        }
    }

    model::TransitCard card(std::int32_t balance, fw::CardType type = fw::CardType::adult)
    {
        return model::issue_card({++issued_, type, {balance}, 0, {}, system_});
    }

    fw::Tap board(model::TransitCard& card, std::uint16_t stop, const Manner& manner = {})
    {
        return touch(0, fw::ReaderRole::entry, card, stop, manner);
    }
    fw::Tap alight(model::TransitCard& card, std::uint16_t stop, const Manner& manner = {})
    {
        return touch(1, fw::ReaderRole::exit, card, stop, manner);
    }

    void link(const model::TransitCard& card, std::uint8_t number) { give(card, {number}); }
    void give(const model::TransitCard& card, const fw::Entitlement& holds)
    {
        attributes_.push_back({fw::list_key(card.idm), holds});
    }
    void block(const model::TransitCard& card) { blocked_.push_back(fw::list_key(card.idm)); }
    void ride_on(fw::Nanos time) { clock_ += time; }
    void next_trip() { ++trip_.trip, ride_on({60'000'000'000}); }
    model::TouchUnit& entry() { return *units_[0]; }
    model::TouchUnit& exit() { return *units_[1]; }
    fw::Nanos now() const { return clock_; }
    std::vector<sim::UplinkBatch>& sent() { return sent_; }
    fw::AttributeAnswer answer;  // of the cloud, when asked
    fw::Tables tables;           // what is given, linked and blocked is filled in
    model::TransitCard other;    // the second card of a wallet

private:
    fw::Tap touch(std::size_t unit, fw::ReaderRole role, model::TransitCard& card,
                  std::uint16_t stop, const Manner& manner)
    {
        clock_ += fw::Nanos{3'000'000'000};
        trip_.stop = stop, trip_.role = role;
        tables.fares = &fares_.table;
        tables.attributes.cards = attributes_;
        tables.listed.cards = blocked_;
        model::Presentation presentation = presented({&card, &other}, profile_, clock_, manner);
        presentation.draw_key = ++touches_;
        const fw::Tap tap = units_[unit]->tap(presentation, tables, trip_, clock_);
        clock_ = std::max(clock_, units_[unit]->local_time());
        return tap;
    }

    void send(sim::UplinkBatch&& batch) override { sent_.push_back(std::move(batch)); }
    fw::AttributeAnswer ask(const fw::AttributeQuery&, fw::Nanos deadline, fw::Nanos& now) override
    {
        return now += answer.in_time ? fw::Nanos{1} : deadline, answer;
    }

    fw::CardSystem system_;
    std::uint64_t issued_ = 0, touches_ = 0;
    fw::Nanos clock_{8 * 3'600'000'000'000};
    sim::ReaderParameters parameters_;
    std::shared_ptr<model::StandInCipher> cipher_ = std::make_shared<model::StandInCipher>();
    const fw::Pmm pmm_{{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}};
    model::CardProfile profile_ = model::profile_of(system_, pmm_, cipher_);
    FourStops fares_;
    std::vector<fw::AttributeEntry> attributes_;
    std::vector<std::uint64_t> blocked_;
    fw::TripState trip_{1, 0, 0, fw::ReaderRole::both, 1, fw::pack_date(2026, 6, 10)};
    std::vector<std::unique_ptr<model::TouchUnit>> units_;
    std::vector<sim::UplinkBatch> sent_;
};

}  // namespace test_support
