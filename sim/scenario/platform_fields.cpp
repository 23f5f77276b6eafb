// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"

namespace sim
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};
constexpr fw::Nanos day{86'400 * second.count};

}  // namespace

void fields(Visitor& v, Platform& platform)
{
    v.field({"period", "length of a cell, and between two publications; whole seconds"},
            Duration(platform.period, {60 * second.count}, day));
    v.field({"delay", "from a period's end to its publication"},
            Duration(platform.delay, {0}, day));
    v.field({"closing", "publications go on so long after the window"},
            Duration(platform.closing, {0}, day));
    v.field({"patience", "for an answer, before a cell is sent again"},
            Duration(platform.patience, {second.count / 1000}, day));
    v.field({"k", "a cell of fewer people is not told, nor a growth by fewer"},
            Count(platform.k, 2, 1000));
    v.require(platform.period.count % second.count == 0, "period",
              "\"period\" must be whole seconds");
}

}  // namespace sim
