// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/tariff_claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace sim
{

namespace
{

// Words as small numbers, so that an OD table of many thousand rows is compared quickly.
class Numbers
{
public:
    std::uint32_t of(const std::string& word)
    {
        const auto [at, is_new] = numbers_.emplace(word, static_cast<std::uint32_t>(words_.size()));
        if (is_new) words_.push_back(word);
        return at->second;
    }
    const std::string& word(std::uint32_t number) const { return words_[number]; }

private:
    std::map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> words_;
};

// What one rule says of one route, or of one pair of places on it.
struct Claim {
    std::uint32_t operator_number, route, from, to;
    std::uint32_t rule;  // index in the file
    std::uint32_t part;  // of a flat fare: which of its routes
    auto place() const { return std::tie(operator_number, route, from, to); }
};

std::string named(const std::string& id, const Source& source)
{
    return fmt::format("\"{}\" (line {})", id, source.line);
}

// Sorts the claims by place and day, and hands each neighbours of one place to `check`.
template <class Rules, class Check>
void each_neighbours(std::vector<Claim> claims, const Rules& rules, const Check& check)
{
    std::sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
        return std::make_tuple(a.place(), rules[a.rule].valid.from, a.rule) <
               std::make_tuple(b.place(), rules[b.rule].valid.from, b.rule);
    });
    for (std::size_t i = 1; i < claims.size(); ++i)
        if (claims[i - 1].place() == claims[i].place() && claims[i - 1].rule != claims[i].rule)
            check(claims[i - 1], claims[i]);
}

// `what` tells the place, "route "7" has"; `path` the key of a claim in the file.
template <class Rules, class What, class Path>
void require_chain(Visitor& v, const std::vector<Claim>& claims, const Rules& rules, What what,
                   Path path)
{
    each_neighbours(claims, rules, [&](const Claim& a, const Claim& b) {
        const auto& early = rules[a.rule];
        const auto& late = rules[b.rule];
        if (early.valid.meets(late.valid)) {
            const Claim& second = a.rule < b.rule ? b : a;
            const auto& first = a.rule < b.rule ? early : late;
            v.require(
                false, path(second),
                fmt::format("{} two fares{}: this one and {}", what(b),
                            late.valid.from == Date{} ? "" : " on " + to_string(late.valid.from),
                            named(first.id, first.source)));
        } else if (late.valid.from.days > early.valid.until->days + 1) {
            v.require(
                false, path(b),
                fmt::format("{} no fare from {} to {}, between {} and this one", what(b),
                            to_string({early.valid.until->days + 1}),
                            to_string({late.valid.from.days - 1}), named(early.id, early.source)));
        }
    });
}

void require_flat(Visitor& v, const Tariff& tariff)
{
    Numbers numbers;
    std::vector<Claim> claims;
    for (std::uint32_t rule = 0; rule < tariff.flat.size(); ++rule) {
        const FlatFare& flat = tariff.flat[rule];
        for (std::uint32_t part = 0; part < flat.routes.size(); ++part)
            claims.push_back(
                {numbers.of(flat.operator_id), numbers.of(flat.routes[part]), 0, 0, rule, part});
    }
    require_chain(
        v, claims, tariff.flat,
        [&](const Claim& claim) {
            return fmt::format("route \"{}\" has", numbers.word(claim.route));
        },
        [](const Claim& claim) {
            return fmt::format("flat.{}.routes.{}", claim.rule, claim.part);
        });
}

// The stops of a zone of the tariff, or the place itself.
std::vector<std::string> places(const Tariff& tariff, const std::string& word)
{
    for (const Zone& zone : tariff.zones)
        if (zone.id == word) return zone.stops;
    return {word};
}

void require_od(Visitor& v, const Tariff& tariff)
{
    Numbers numbers;
    std::vector<Claim> claims;
    for (std::uint32_t rule = 0; rule < tariff.od.size(); ++rule) {
        const OdFare& od = tariff.od[rule];
        const auto targets = places(tariff, od.to);
        for (const std::string& from : places(tariff, od.from))
            for (const std::string& to : targets)
                claims.push_back({numbers.of(od.operator_id), numbers.of(od.route),
                                  numbers.of(from), numbers.of(to), rule, 0});
    }
    require_chain(
        v, claims, tariff.od,
        [&](const Claim& claim) {
            const std::string& route = numbers.word(claim.route);
            return fmt::format("from \"{}\" to \"{}\" {} has", numbers.word(claim.from),
                               numbers.word(claim.to),
                               route.empty() ? "every route" : fmt::format("route \"{}\"", route));
        },
        [](const Claim& claim) { return fmt::format("od.{}", claim.rule); });
}

}  // namespace

void require_one_price_each_day(Visitor& v, const Tariff& tariff)
{
    require_flat(v, tariff);
    require_od(v, tariff);
}

}  // namespace sim
