// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "firmware/core/fare.h"
#include "models/clearing/ledger.h"
#include "models/cloud/id_linkage.h"

// The cloud's intake of tap events: each event is taken once, priced with the attribute the cloud
// holds, posted to the ledger, and adjusted when the box charged something else. A debit nobody
// confirmed waits in suspense until the same card shows at its next tap what became of it.
namespace model
{

class IntakeSink : public PostingSink
{
public:
    virtual void accepted(const sim::CloudRow& row) = 0;
    virtual void duplicate(const fw::TapKey& key, fw::Nanos at) = 0;
    virtual void gap(const fw::TapKey& next, fw::Nanos at) = 0;  // events before this one missing

protected:
    ~IntakeSink() = default;
};

class TapIntake
{
public:
    TapIntake(const fw::FareTable& table, const IdLinkage& linkage, Ledger& ledger,
              IntakeSink& sink, fw::Nanos publish_delay);

    void take(const fw::TapEvent& event, fw::Nanos at);
    // The day-end rule: what a later tap has not settled is decided by the newest tap of its card.
    void close_day(fw::Nanos at);

private:
    struct Seen {  // what the newest event of a card told
        fw::Nanos closed_at{-1};
        fw::ExecutionId last_execution;  // on the card before that event
    };
    enum class Fate : std::uint8_t { unknown, done, not_done };

    bool first_time(const fw::TapKey& key, fw::Nanos at);
    void post(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void suspend(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void confirm(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void resolve(std::uint32_t card, fw::Nanos at);
    Fate fate_of(const fw::TapEvent& event, std::uint32_t card) const;
    void settle(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void reverse(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void adjust(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    fw::Yen due(const fw::TapEvent& event, std::uint32_t card) const;

    const fw::FareTable& table_;
    const IdLinkage& linkage_;
    Ledger& ledger_;
    IntakeSink& sink_;
    fw::Nanos publish_delay_;
    std::vector<std::vector<bool>> taken_;                  // by device and sequence
    std::vector<std::uint32_t> newest_;                     // highest sequence by device
    std::vector<Seen> seen_;                                // by card
    std::multimap<std::uint32_t, fw::TapEvent> suspended_;  // by card
};

}  // namespace model
