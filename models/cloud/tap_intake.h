// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "models/clearing/day_caps.h"
#include "models/clearing/ledger.h"
#include "models/cloud/card_evidence.h"
#include "models/cloud/ride_points.h"
#include "models/cloud/ride_pricer.h"

// The cloud's intake of tap events: each event is taken once, priced with what the cloud knows of
// the card's holder, posted to the ledger, and adjusted when the box charged something else. A
// debit nobody confirmed waits in suspense until the card shows what became of it. The books at the
// end are a function of the events, never of the order they arrived in.
namespace model
{

class IntakeSink : public PostingSink
{
public:
    virtual void accepted(const sim::CloudRow& row) = 0;
    // An accepted event, as its box closed it; the true clock's times.
    virtual void taken(const fw::TapEvent&, fw::Nanos) {}
    // A ride that counts was covered by a pass.
    virtual void pass_used(std::uint32_t, const fw::TapEvent&, fw::Nanos) {}
    virtual void duplicate(const fw::TapKey& key, fw::Nanos at) = 0;
    virtual void gap(const fw::TapKey& next, fw::Nanos at) = 0;  // events before this one missing
    // No reader of the city can have counted so: the event is damaged or forged.
    virtual void refused(const fw::TapKey&, fw::Nanos) {}

protected:
    ~IntakeSink() = default;
};

// What the city's tariff makes of a day beside the price of each ride.
struct IntakeRules {
    std::uint32_t devices = 16383;  // as many as an execution id can name
    DayCaps caps;
    std::optional<fw::Yen> pay_out;          // at the day's end, to cards owed at least so much
    std::optional<std::uint16_t> merchants;  // the operator of shops: no cap of rides counts sales
    std::optional<PointRules> points;
};
IntakeRules intake_rules(const sim::Tariff& tariff, sim::Date day);

class TapIntake
{
public:
    TapIntake(const fw::FareTable& table, const IdLinkage& linkage, Ledger& ledger,
              IntakeSink& sink, fw::Nanos publish_delay, IntakeRules rules = {});

    // Rides begun at or after `from` are priced with `next`.
    void new_tariff(const fw::FareTable& next, fw::Nanos from) { pricer_.new_tariff(next, from); }
    // Readers are numbered from 1 to `devices`.
    void expect_devices(std::uint32_t devices) { rules_.devices = devices; }

    void take(const fw::TapEvent& event, fw::Nanos at);
    // What no tap has decided by now stays in suspense; what is owed is paid out.
    void close_day(fw::Nanos at);

private:
    // Where the money of a tap comes from and goes to once it is certain.
    struct Route {
        sim::PostingKind kind;
        sim::Account from;
        sim::Account to;
    };
    // What a debit was corrected by. A cancelled ride costs nothing, so it is not corrected.
    struct Correction {
        std::int32_t priced = 0;  // gain of the operator that the price asks for
        std::int32_t posted = 0;
        bool cancelled = false;
    };

    static Route route_of(const fw::TapEvent& event, std::uint32_t card);
    bool plausible(const fw::TapKey& key) const;
    bool first_time(const fw::TapKey& key, fw::Nanos at);
    void post(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at);
    void post_cash(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void confirm(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at);
    void suspend(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at);
    void resolve(std::uint32_t card, fw::Nanos at);
    bool resolve_one(std::uint32_t card, fw::Nanos at);
    void settle(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void reverse(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void certain(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at);
    void price(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at);
    void take_back(const fw::TapEvent& cancel, std::uint32_t card, fw::Nanos at);
    void correct(Correction& correction, const RideName& ride, std::uint32_t card, fw::Nanos at);
    void adjust(const RideName& ride, std::uint32_t card, std::int32_t gain, fw::Nanos at);
    void reward(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at);
    void post_awards(const std::vector<RidePoints::Award>& awards, std::uint32_t card,
                     fw::Nanos at);
    void cost(const RideName& ride, std::uint32_t card, std::int32_t yen, fw::Nanos at);

    RidePricer pricer_;
    const IdLinkage& linkage_;
    Ledger& ledger_;
    IntakeSink& sink_;
    fw::Nanos publish_delay_;
    IntakeRules rules_;
    std::vector<std::vector<bool>> taken_;  // by device and sequence
    std::vector<std::uint32_t> newest_;     // highest sequence by device
    std::optional<RidePoints> points_;
    CardEvidence evidence_;
    std::multimap<std::uint32_t, fw::TapEvent> suspended_;                       // by card
    std::map<std::pair<std::uint32_t, fw::ExecutionId>, Correction> corrected_;  // by debit
};

}  // namespace model
