// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/card_image.h"
#include "tests/support/four_stops.h"
#include "tests/support/manner.h"

// One phone on the counter of a shop, without a kernel, and cards that are invented here. Class 1
// gets 5 % off, holders of a valid pass 10 %, the better of the two, rounded down to 1 yen.
namespace test_support
{

class OneShop final : public model::CloudLine
{
public:
    explicit OneShop(fw::WithoutCloud without = {}, bool asks_cloud = false)
    {
        fares_.table.sales.operator_id = 3;
        fares_.table.sales.rounding = {fw::Yen{1}, fw::RoundTo::down};
        fares_.table.sales.discount_ppm[1] = 50'000;
        fares_.table.sales.pass_ppm = 100'000;
        model::TouchUnitConfig config;
        config.device = config.policy.device = 7;
        config.reader.frame_error_ppm = 0;
        config.policy.without_cloud = without;
        if (asks_cloud) config.policy.class_source = fw::ClassSource::cloud;
        unit_ = std::make_unique<model::TouchUnit>(config, sim::RngStream(7, "rf"), cipher_, *this);
    }

    model::TransitCard card(std::int32_t balance)
    {
        return model::issue_card({++issued_, fw::CardType::adult, {balance}});
    }
    // Rings `amount` up on a receipt of its own.
    fw::Tap sell(model::TransitCard& card, std::int32_t amount, const Manner& manner = {})
    {
        ++trip_.trip;
        return again(card, amount, manner);
    }
    // Another touch on the same receipt.
    fw::Tap again(model::TransitCard& card, std::int32_t amount, Manner manner = {})
    {
        manner.keys.sale = {amount};
        return touch(card, manner);
    }
    fw::Tap cancel(model::TransitCard& card, Manner manner = {})
    {
        manner.keys.cancel = true;
        return touch(card, manner);
    }

    void give(const model::TransitCard& card, const fw::Entitlement& holds)
    {
        attributes_.push_back({fw::list_key(card.idm), holds});
    }
    void pass_time(fw::Nanos time) { clock_ += time; }
    fw::Nanos now() const { return clock_; }
    model::TouchUnit& unit() { return *unit_; }

    fw::AttributeAnswer answer;  // of the cloud, when asked

private:
    fw::Tap touch(model::TransitCard& card, const Manner& manner)
    {
        clock_ += fw::Nanos{1'000'000'000};
        fw::Tables tables;
        tables.fares = &fares_.table;
        tables.attributes.cards = attributes_;
        model::Presentation presentation = presented({&card, &card}, profile_, clock_, manner);
        presentation.draw_key = ++touches_;
        const fw::Tap tap = unit_->tap(presentation, tables, trip_, clock_);
        clock_ = std::max(clock_, unit_->local_time());
        return tap;
    }

    void send(sim::UplinkBatch&&) override {}
    fw::AttributeAnswer ask(const fw::AttributeQuery&, fw::Nanos deadline, fw::Nanos& now) override
    {
        return now += answer.in_time ? fw::Nanos{1} : deadline, answer;
    }

    std::uint64_t issued_ = 0, touches_ = 0;
    fw::Nanos clock_{10 * 3'600'000'000'000};
    std::shared_ptr<model::StandInCipher> cipher_ = std::make_shared<model::StandInCipher>();
    model::CardProfile profile_ = model::profile_of(
        fw::CardSystem::transit, {{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}}, cipher_);
    FourStops fares_;
    std::vector<fw::AttributeEntry> attributes_;
    fw::TripState trip_{fw::first_receipt,    0, 0,
                        fw::ReaderRole::till, 0, fw::pack_date(2026, 6, 10)};
    std::unique_ptr<model::TouchUnit> unit_;
};

}  // namespace test_support
