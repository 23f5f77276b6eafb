// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/access_line_use.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/record/database.h"

namespace sim
{

namespace
{

constexpr const char* property = "access_line_fair";

// A message on the line, times in ns.
struct OnLine {
    std::int64_t number = 0, inward = 0, bulk = 0;
    std::int64_t came = 0, through = 0;  // as recorded
    std::int64_t takes = 0;
};

// A queue without gaps ends, after its n-th message, with the work so far and the longest time that
// the line had stood still before one of them.
class Queue
{
public:
    std::int64_t ends(std::int64_t came, std::int64_t takes)
    {
        stood_ = std::max(stood_, came - work_);
        work_ += takes;
        return work_ + stood_;
    }

private:
    std::int64_t work_ = 0, stood_ = INT64_MIN;
};

// One way of the line, served again: all in their turn; what goes before bulk by itself, with at
// worst a packet of bulk before each.
class LineWay
{
public:
    LineWay(bool classes, std::int64_t packet) : classes_(classes), packet_(packet) {}

    // Why it was not through in time; empty: it was.
    std::string objection(const OnLine& one)
    {
        turn_ = all_.ends(one.came, one.takes);
        if (one.bulk != 0 || !classes_)
            return one.through == turn_ ? ""
                                        : fmt::format("was through at {} ns, in its turn at {} ns",
                                                      one.through, turn_);
        const std::int64_t soonest = alone_.ends(one.came, one.takes);
        const std::int64_t latest =
            std::min(behind_a_packet_.ends(one.came + packet_, one.takes), turn_);
        if (one.through >= soonest && one.through <= latest) return "";
        return fmt::format("goes before bulk and was through at {} ns, not from {} to {} ns",
                           one.through, soonest, latest);
    }
    // It had to wait for more than a packet.
    bool busy(const OnLine& one) const { return turn_ > one.came + one.takes + packet_; }

private:
    bool classes_;
    std::int64_t packet_;
    Queue all_, alone_, behind_a_packet_;
    std::int64_t turn_ = 0;
};

}  // namespace

void judge_access_line(Database& database, const AccessLine& line, Findings& findings,
                       ServiceFacts& facts)
{
    constexpr std::int64_t bit_ns = 8'000'000;  // ns for a byte at 1 kbit/s
    const LineWay idle(line.classes, line.packet_bytes * bit_ns / line.rate_kbps);
    std::array<LineWay, 2> ways{idle, idle};
    std::int64_t messages = 0, busy = 0;
    Query rows = database.query("SELECT rowid, inward, bulk, t, sent, bytes FROM line_use");
    for (; rows.step(); ++messages) {
        const OnLine one{rows.integer(0), rows.integer(1),
                         rows.integer(2), rows.integer(3),
                         rows.integer(4), rows.integer(5) * bit_ns / line.rate_kbps};
        LineWay& way = ways[one.inward != 0 ? 1 : 0];
        if (const std::string why = way.objection(one); !why.empty())
            findings.add(
                {property,
                 {},
                 "",
                 0,
                 fmt::format("{} message {} {}", one.inward != 0 ? "in" : "out", one.number, why)});
        busy += one.bulk == 0 && way.busy(one);
        facts.lengths[one.bulk != 0 ? "bulk_wait" : "prompt_wait"].push_back(one.through -
                                                                             one.came - one.takes);
    }
    facts.properties.push_back(always(property, messages, findings));
    facts.properties.push_back(sometimes("busy_access_line_seen", busy));
}

}  // namespace sim
