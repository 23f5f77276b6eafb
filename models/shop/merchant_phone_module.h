// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <systemc>

#include "models/bus/box_seat.h"
#include "models/cloud/cloud_module.h"
#include "models/shop/counter.h"

// The phone on the counter of one shop, with the fare box's firmware in it: serves the sales of the
// day one after the other, and looks after its uplink in between (services.md S09).
namespace model
{

class MerchantPhoneModule final : public sc_core::sc_module, public BusEnd, public CloudLine
{
public:
    MerchantPhoneModule(const sc_core::sc_module_name& name, std::size_t shop, const ShopDay& day,
                        const CityContext& city, CloudModule& cloud,
                        const std::shared_ptr<const StandInCipher>& cipher,
                        const PhoneTimes& times);

    void acknowledge(std::uint32_t, fw::Nanos at, const fw::Acknowledgement& ack) override
    {
        seat_.unit->acknowledge(at, ack);
    }
    std::int64_t journal_yen() const { return seat_.unit->journal_yen(); }

private:
    void trade();
    void sell(std::uint32_t number);
    fw::Yen coupon_off(std::uint32_t sale) const;
    std::optional<fw::Nanos> touch_until_done(std::uint32_t sale, Counter& counter, fw::Nanos& at);
    void idle_until(fw::Nanos next);
    void drain_uplink();
    fw::Tap touch(std::uint32_t sale, const Counter& counter, std::uint8_t attempt, fw::Nanos at);
    HeldUp held_up(std::uint32_t sale, const Counter& counter, std::uint64_t key, fw::Nanos at);
    static std::uint64_t draw_key(std::uint32_t sale, const Counter& counter, std::uint8_t attempt);
    TouchUnitConfig config() const;

    void send(sim::UplinkBatch&& batch) override { cloud_.send(std::move(batch)); }
    fw::AttributeAnswer ask(const fw::AttributeQuery& question, fw::Nanos deadline,
                            fw::Nanos& now) override;

    const Shop& shop_;
    const ShopDay& day_;
    const CityContext& city_;
    CloudModule& cloud_;
    const PhoneTimes& times_;
    const sim::PhoneParameters& phone_;
    FaultPlan faults_;
    sim::RngStream stream_;
    BoxSeat seat_;
    std::size_t noted_ = 0;
    Query query_;
    TransitCard spare_;  // the second card of a wallet; never valid here
};

}  // namespace model
