// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/record/database.h"

// The SQL that says what a recorded tap costs and why, from the oracle's own tables. It asks only
// for what this run needs: another edition of the tariff, passes and amounts off cost nothing where
// there are none. A pass counts for every rider on its card (assumed). An amount pass covers its
// yen of each rider's fare after discounts (assumed). Passes do not count in cash (assumed). Where
// the fare is taken on boarding, an area pass counts by the boarding stop alone (assumed). A sale
// costs what is truly on the till, less what the shops grant; any valid pass counts there
// (assumed).
namespace sim
{

// A tap as it happened, or with one fact changed.
struct DueCase {
    std::string board = "t.true_board";  // SQL of the boarding position
    std::string tap_class = "t.true_class";
    std::optional<int> edition;  // none: the one in force at T0
    std::int64_t later_ns = 0;   // as if the tap had come so much later
};

// Whether the holder of tap `t`'s card then let shops ask for its passes.
std::string perks_agreed(const std::string& moment);

class DueSql
{
public:
    // After build_fares.
    explicit DueSql(const Database& database);

    // Expression for the yen due by tap `t`, NULL = no rule prices it.
    std::string due() const;
    // Expression for the rules behind it: "feed:K260 + senior 10 % + kanetsu-ic-10".
    std::string rule() const;
    // "FROM tap t LEFT JOIN ...": every table the expressions use.
    std::string from(const DueCase& asked = {}) const;

    struct Edition {
        std::int64_t number = 0;
        std::int64_t begins = 0;
    };
    const std::vector<Edition>& editions() const { return editions_; }  // newest last
    bool passes() const { return passes_; }
    bool shops_ask() const { return perks_by_consent_; }  // whether a card holds a pass

private:
    std::string edition_bits(const DueCase& asked) const;
    std::string pass_in_shop(const std::string& moment) const;

    std::vector<Edition> editions_;
    bool passes_ = false;
    bool amounts_off_ = false;
    bool sales_ = false;
    bool coupons_ = false;  // come off sales
    bool perks_by_consent_ = false;
};

}  // namespace sim
