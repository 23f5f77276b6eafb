// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "models/health/reading.h"

// What the mileage server of one municipality knows of its members, by names of its own: readings,
// the points they earn by rules, the advice rules give, and counts of members for dashboards
// (services.md S55, S59, S63, S64). Pure and deterministic. An account from before cards were read
// is a member of whom neither district nor age is known, until its holder registers.
namespace model
{

struct MemberFacts {
    std::string district, band;  // "" = not known
    bool linked = false;         // the portal may be asked
    friend bool operator==(const MemberFacts&, const MemberFacts&) = default;
};

struct DashboardCell {
    std::string district, band;
    std::int64_t people = 0, sum = 0;
    friend bool operator==(const DashboardCell&, const DashboardCell&) = default;
};

class MileageBook
{
public:
    enum class Kept : std::uint8_t { anew, newer, had };

    MileageBook(const sim::HealthItems& items, const sim::HealthRules& rules);

    void enter(const std::string& member, const MemberFacts& facts);
    // The account's readings become the member's, and the account is no more. False: there is no
    // such account.
    bool move(const std::string& account, const std::string& member);
    const MemberFacts* facts_of(const std::string& member) const;
    void unlink(const std::string& member);
    // Who an account belongs to now; a member's own name is itself.
    const std::string& holder_of(const std::string& name) const;

    // `member` is known.
    Kept keep(const std::string& member, const Reading& reading);

    std::int64_t points_of(const std::string& member) const;
    std::int64_t points_of(const std::string& member, std::int64_t day) const;
    // Words of all rules that the newest values fit, in the order of the rules.
    std::vector<std::string> advice_for(const std::string& member) const;
    // What `role` sees of an item on a day: members with a reading and the sum of these readings,
    // by district and age; no cell of fewer than k people.
    std::vector<DashboardCell> cells(const sim::DashboardRole& role, std::int64_t item,
                                     std::int64_t day) const;
    // All of it, by member.
    std::map<std::string, std::vector<Reading>> readings() const;

private:
    struct Member {
        MemberFacts facts;
        std::map<std::int64_t, Reading> readings;               // by number
        std::map<std::int64_t, std::set<std::int64_t>> of_day;  // their numbers
    };

    std::int64_t value_of(const Member& member, std::int64_t day, const sim::MileageRule& rule,
                          std::int64_t item) const;
    std::int64_t points_of(const Member& member, std::int64_t day) const;
    std::int64_t item_named(const std::string& id) const;

    const sim::HealthRules& rules_;
    std::map<std::string, std::int64_t> positions_;  // of items
    std::map<std::string, Member> members_;
    std::map<std::string, std::string> moved_;  // account to member
};

}  // namespace model
