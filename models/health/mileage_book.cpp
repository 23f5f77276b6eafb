// SPDX-License-Identifier: Apache-2.0
#include "models/health/mileage_book.h"

#include <algorithm>

namespace model
{

namespace
{

// The newest one wins; of two made in the same second the one with the greater number.
bool earlier(const Reading& a, const Reading& b)
{
    return std::pair(a.measured, a.id) < std::pair(b.measured, b.id);
}

}  // namespace

MileageBook::MileageBook(const sim::HealthItems& items, const sim::HealthRules& rules)
    : rules_(rules)
{
    for (std::size_t i = 0; i < items.items.size(); ++i)
        positions_[items.items[i].id] = static_cast<std::int64_t>(i);
}

void MileageBook::enter(const std::string& member, const MemberFacts& facts)
{
    members_[member].facts = facts;
}

bool MileageBook::move(const std::string& account, const std::string& member)
{
    auto from = members_.extract(account);
    if (from.empty()) return false;
    moved_[account] = member;
    for (const auto& [id, reading] : from.mapped().readings) keep(member, reading);
    return true;
}

const std::string& MileageBook::holder_of(const std::string& name) const
{
    const auto moved = moved_.find(name);
    return moved == moved_.end() ? name : moved->second;
}

const MemberFacts* MileageBook::facts_of(const std::string& member) const
{
    const auto found = members_.find(member);
    return found == members_.end() ? nullptr : &found->second.facts;
}

void MileageBook::unlink(const std::string& member)
{
    members_.at(member).facts.linked = false;
}

MileageBook::Kept MileageBook::keep(const std::string& name, const Reading& reading)
{
    Member& member = members_.at(name);
    const auto [place, anew] = member.readings.try_emplace(reading.id, reading);
    if (!anew && place->second.version >= reading.version) return Kept::had;
    if (!anew) member.of_day[day_of(place->second.measured)].erase(reading.id);
    place->second = reading;
    member.of_day[day_of(reading.measured)].insert(reading.id);
    return anew ? Kept::anew : Kept::newer;
}

std::int64_t MileageBook::item_named(const std::string& id) const
{
    return positions_.at(id);
}

std::int64_t MileageBook::value_of(const Member& member, std::int64_t day,
                                   const sim::MileageRule& rule, std::int64_t item) const
{
    std::int64_t sum = 0, count = 0;
    const Reading* latest = nullptr;
    for (const std::int64_t id : member.of_day.at(day)) {
        const Reading& one = member.readings.at(id);
        if (one.item != item) continue;
        sum += one.value;
        ++count;
        if (!latest || earlier(*latest, one)) latest = &one;
    }
    if (rule.of == sim::DayValue::sum) return count > 0 ? sum : -1;
    if (rule.of == sim::DayValue::count) return count;
    return latest ? latest->value : -1;
}

std::int64_t MileageBook::points_of(const Member& member, std::int64_t day) const
{
    std::int64_t points = 0;
    for (const sim::MileageRule& rule : rules_.mileage)
        if (value_of(member, day, rule, item_named(rule.item)) >= rule.at_least)
            points += rule.points;
    return std::min(points, rules_.daily_cap);
}

std::int64_t MileageBook::points_of(const std::string& name, std::int64_t day) const
{
    const Member& member = members_.at(name);
    return member.of_day.contains(day) ? points_of(member, day) : 0;
}

std::int64_t MileageBook::points_of(const std::string& name) const
{
    const Member& member = members_.at(name);
    std::int64_t points = 0;
    for (const auto& [day, ids] : member.of_day) points += points_of(member, day);
    return points;
}

std::vector<std::string> MileageBook::advice_for(const std::string& name) const
{
    const Member& member = members_.at(name);
    std::map<std::int64_t, const Reading*> newest;  // by item
    for (const auto& [id, reading] : member.readings) {
        const Reading*& best = newest[reading.item];
        if (!best || earlier(*best, reading)) best = &reading;
    }
    std::vector<std::string> words;
    for (const sim::AdviceRule& rule : rules_.advice) {
        const auto found = newest.find(item_named(rule.item));
        if (found == newest.end()) continue;
        const std::int64_t value = found->second->value;
        if (rule.from <= value && value <= rule.to) words.push_back(rule.advice);
    }
    return words;
}

std::vector<DashboardCell> MileageBook::cells(const sim::DashboardRole& role, std::int64_t item,
                                              std::int64_t day) const
{
    std::map<std::pair<std::string, std::string>, DashboardCell> all;
    const auto& wanted = role.districts;
    for (const auto& [name, member] : members_) {
        const std::string& district = member.facts.district;
        const bool seen =
            wanted.empty() || std::find(wanted.begin(), wanted.end(), district) != wanted.end();
        const auto today = member.of_day.find(day);
        if (!seen || today == member.of_day.end()) continue;
        std::int64_t count = 0, sum = 0;
        for (const std::int64_t id : today->second) {
            const Reading& one = member.readings.at(id);
            if (one.item == item) ++count, sum += one.value;
        }
        if (count == 0) continue;
        DashboardCell& cell = all[{district, member.facts.band}];
        cell.district = district;
        cell.band = member.facts.band;
        ++cell.people;
        cell.sum += sum;
    }
    std::vector<DashboardCell> shown;
    for (const auto& [key, cell] : all)
        if (cell.people >= rules_.k) shown.push_back(cell);
    return shown;
}

std::map<std::string, std::vector<Reading>> MileageBook::readings() const
{
    std::map<std::string, std::vector<Reading>> all;
    for (const auto& [name, member] : members_)
        for (const auto& [id, reading] : member.readings) all[name].push_back(reading);
    return all;
}

}  // namespace model
