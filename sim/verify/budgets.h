// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/judgement.h"
#include "sim/verify/tap_scan.h"

// Time budgets of a run: exact percentiles (nearest rank) over every tap that reached both ends of
// the measured span, and for a broken budget the worst taps and the hop that broke it. What happens
// at the card (up to the feedback) is measured over taps whose card stayed: how long a reader waits
// for a card that was pulled away is the rider's doing and counted by the properties instead.
namespace sim
{

constexpr std::array<const char*, 9> hop_names{"poll",     "select",  "read",   "decision", "write",
                                               "feedback", "journal", "upload", "visible"};

// From time point `from` to time point `to` of services.md A.0.
struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
};
std::optional<Span> span_of(const Expectation& expectation);  // none: not a time budget

class Budgets
{
public:
    explicit Budgets(const std::vector<Expectation>& expectations);

    void add(const TapFacts& tap);
    // The result of expectation `number`; `database` is read again only if the budget is broken.
    ExpectationResult judge(std::size_t number, Database& database);

private:
    struct Worst {
        std::int64_t ns = 0;
        fw::TapKey tap;
        std::array<std::int64_t, 10> t{};
    };
    struct Watch {
        Expectation expectation;
        std::optional<Span> span;
        std::vector<std::int64_t> lengths;
        std::vector<Worst> worst;  // longest first
    };

    void explain(Watch& watch, ExpectationResult& result, Database& database);
    std::optional<std::int64_t> budget_of(std::size_t hop) const;
    std::string over_everywhere(const Span& span) const;
    void load_medians(Database& database);
    std::size_t guilty_hop(const Worst& worst, const Span& span, std::int64_t& excess) const;

    std::vector<Watch> watches_;
    std::array<std::int64_t, 10> median_{};  // by hop 1..9
    bool medians_loaded_ = false;
};

// p50 to p999, max or mean; none of nothing.
std::optional<std::int64_t> statistic(std::vector<std::int64_t>& lengths, const std::string& name);

bool holds(std::int64_t value, const std::string& op, std::int64_t limit);

}  // namespace sim
