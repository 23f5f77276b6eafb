// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/card_profile.h"
#include "models/card/rf_card.h"
#include "models/card/transit_card.h"
#include "sim/base/rng_stream.h"

// A transit card on air, at 212 and 424 kbps alike: FeliCa frames with their CRC; a damaged frame
// finds it silent. It takes a fixed share of the response time that its PMm declares, and draws its
// Polling slots and challenges from the stream (felica.md 1, 2 and 4).
namespace model
{

class FelicaRfCard final : public RfCard
{
public:
    static constexpr std::int32_t usual_share_ppm = 180'000;  // of the PMm maximum, assumed

    // The caller keeps `card` alive.
    FelicaRfCard(TransitCard& card, CardProfile profile, const sim::RngStream& stream,
                 std::int32_t share_ppm = usual_share_ppm);

    void power_off() override;
    CardReply hear(const AirFrame& command) override;

private:
    std::uint64_t draw() { return stream_.bits(number_, draws_++); }
    void take_time(fw::Bytes packet, CardReply& reply);

    TransitCard& card_;
    CardProfile profile_;
    sim::RngStream stream_;
    std::int32_t share_ppm_;
    std::uint64_t number_;  // so that cards on one stream draw apart
    std::uint64_t draws_ = 0;
    CardSession session_;
};

}  // namespace model
