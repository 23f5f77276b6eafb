// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/my_number_card.h"
#include "models/card/ride_counter.h"

// A My Number Card in whose free area the city has put its application for taxi rides. Selecting
// it takes the commands away from the card's own applications until one of them is selected.
namespace model
{

// Working times of the chip, *assumed*.
struct RideCounterTimes {
    fw::Nanos select{10'000'000};
    fw::Nanos read{14'000'000};
    fw::Nanos count{28'000'000};  // check, count, store
};

class RideCounterCard final : public ApduCard
{
public:
    RideCounterCard(std::shared_ptr<const MyNumberProfile> profile, const RideCount& count);

    void power_off() override;
    void power_lost() override;
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) override;

    const RideCount& count() const { return counter_.count(); }

private:
    MyNumberCard card_;
    RideCounter counter_;
    RideCounterTimes times_;
    bool selected_ = false;
};

}  // namespace model
