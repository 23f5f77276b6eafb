// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/health/reading.h"
#include "sim/base/rng_stream.h"

// A wearable and the phone beside it, and what lies in their memory: readings that no server has
// acknowledged yet (services.md S49, S56). Whoever wears it is measured; what stays in it when it
// changes hands would be told in the next one's name, so it must be wiped.
namespace model
{

// What a person's body and days are like: invented, and the same whichever device measures.
class BodyOf
{
public:
    BodyOf(std::uint64_t seed, const sim::HealthItems& items);

    // Items that `source` or its companion measures, between two moments.
    std::vector<Reading> between(std::uint32_t resident, fw::Nanos after, fw::Nanos until) const;
    // A value of an item; `occasion` tells one measurement from another.
    std::int64_t value(std::uint32_t resident, std::size_t item, std::uint64_t occasion) const;

private:
    const sim::HealthItems& items_;
    sim::RngStream stream_;
};

struct HeldReading {
    Reading reading;
    std::uint32_t resident = 0;  // who truly was measured
};

class Wearable
{
public:
    explicit Wearable(std::int64_t number) : number_(number) {}

    std::int64_t number() const { return number_; }
    bool worn() const { return worn_; }
    std::uint32_t wearer() const { return wearer_; }
    // Whose name it says: position among the run's people.
    std::size_t owner() const { return owner_; }
    void put_on(std::uint32_t resident, std::size_t owner, fw::Nanos from);
    // Somebody else wears it in its owner's name.
    void found_by(std::uint32_t resident) { wearer_ = resident; }
    void take_off() { worn_ = false; }
    // Takes down what was measured up to now.
    void measure(const BodyOf& body, fw::Nanos until);
    const std::vector<HeldReading>& memory() const { return memory_; }
    // All of memory is kept elsewhere; `again` are readings with a newer version.
    void told(std::vector<HeldReading> again) { memory_ = std::move(again); }
    void wipe() { memory_.clear(); }
    std::int64_t held_of_others(std::uint32_t resident) const;

private:
    std::int64_t number_;
    std::int64_t count_ = 0;  // of its readings, whoever wore it
    bool worn_ = false;
    std::uint32_t wearer_ = 0;
    std::size_t owner_ = 0;
    fw::Nanos measured_{};
    std::vector<HeldReading> memory_;
};

}  // namespace model
