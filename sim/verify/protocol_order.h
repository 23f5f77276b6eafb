// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "sim/scenario/order.h"
#include "sim/verify/findings.h"
#include "sim/verify/order_events.h"

// The oracle of protocol order (services.md A.0, O7): each flow of a run is a walk through the
// steps that the order file declares for its service. A step that is none, that comes before what
// it needs, or that is sent again with other words is a finding of `order_right`, and so are time
// points U0 to U4 that run backwards, in any service.
namespace sim
{

class ProtocolOrder
{
public:
    ProtocolOrder(const Database& database, const RecordedMessages& messages,
                  const FlowOrder& order, Findings& findings);

    std::int64_t checked() const { return checked_; }    // events of ordered flows
    std::int64_t commands() const { return commands_; }  // to cards, among them

private:
    struct Walk;

    void check_points(const Database& database);
    void check(Walk& walk, const OrderEvent& event);
    void check_step(Walk& walk, const OrderEvent& event, const OrderStep& step);
    void check_again(Walk& walk, const OrderEvent& event, const OrderStep& step);
    void check_each(Walk& walk, const OrderEvent& event, const OrderStep& step);
    void object(const Walk& walk, const OrderEvent& event, const std::string& why);
    bool fits(const OrderEvent& event, const OrderStep& step) const;

    std::map<std::string, std::string> heads_;  // by name of the command
    Findings& findings_;
    std::int64_t checked_ = 0, commands_ = 0;
};

}  // namespace sim
