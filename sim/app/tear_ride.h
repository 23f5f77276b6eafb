// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "sim/app/tear_books.h"
#include "sim/app/tear_line.h"

// One bus with a boarding and an alighting touch unit, a cloud and a ledger of its own, and two
// riders' cards; without a kernel. Each touch begins a second after the last thing that happened.
namespace app
{

class TearRide final : private model::CloudLine
{
public:
    enum Door : std::uint8_t { rear, front };
    enum Card : std::uint8_t { rider, stranger };

    struct Touch {
        Door door = front;
        std::uint16_t stop = 0;
        fw::DriverKeys keys;
        std::optional<fw::Nanos> leaves;       // after so long in the field
        std::optional<fw::Nanos> goes_dark;    // the box, after so long
        model::FrameListener* ears = nullptr;  // who listens to the field
    };
    // How a box comes back. By default its journal is there and its RAM is not; another way may
    // replace the unit.
    using Restart = std::function<void(std::unique_ptr<model::TouchUnit>&, model::CloudLine&)>;

    // `eager`: uploads after every touch, else only when told to deliver.
    TearRide(const TearLine& line, TearLine::Pattern pattern, bool eager, Restart restart = {});

    TearRide(const TearRide&) = delete;  // the boxes know where their cloud is
    TearRide& operator=(const TearRide&) = delete;

    fw::Tap touch(Card card, const Touch& touch);
    // Touches until the box has served the card or refuses it; at most six times.
    fw::Tap touch_until_served(Card card, const Touch& touch);
    void restart(Door door);
    void wait(fw::Nanos time) { clock_ += time; }
    void next_trip();
    // All that the boxes hold goes to the cloud.
    void deliver();

    const model::TransitCard& card(Card card) const { return cards_[card]; }
    std::int64_t moved(Card card) const;  // yen, since it was issued
    const TearBooks& books() const { return books_; }
    fw::Nanos last_start() const { return started_; }
    fw::Nanos last_end() const { return clock_; }

private:
    void send(sim::UplinkBatch&& batch) override;
    fw::AttributeAnswer ask(const fw::AttributeQuery& query, fw::Nanos deadline,
                            fw::Nanos& now) override;

    const TearLine& line_;
    bool eager_;
    Restart restart_;
    std::array<model::TransitCard, 2> cards_;
    TearBooks books_;
    model::IdLinkage linkage_;
    model::Ledger ledger_;
    model::TapIntake intake_;
    std::array<std::unique_ptr<model::TouchUnit>, 2> boxes_;
    fw::TripState trip_;
    std::uint64_t touches_ = 0;
    fw::Nanos clock_{8 * 3'600'000'000'000};
    fw::Nanos started_{};
};

bool served(const fw::TapEvent& event);

}  // namespace app
