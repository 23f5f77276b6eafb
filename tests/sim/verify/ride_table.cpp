// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/verify/ride_table.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "sim/scenario/tariff_day.h"
#include "sim/verify/due_sql.h"
#include "sim/verify/fare_oracle.h"
#include "tests/sim/record/small_run.h"

namespace sim::test
{

namespace
{

struct RideLine {
    std::string price;
    std::string rider;
};

struct Section {
    std::string route;
    std::string day;
    std::vector<RideLine> rides;
};

std::vector<std::string> split(const std::string& text, char at)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
    return parts;
}

std::vector<Section> sections_of(const std::string& table)
{
    std::vector<Section> sections;
    for (const std::string& line : split(tidied(table), '\n')) {
        const std::vector<std::string> words = split(line, ' ');
        if (words.at(0) == "on")
            sections.push_back({words.at(1), words.at(2), {}});
        else
            sections.back().rides.push_back({words.at(0), words.at(1)});
    }
    return sections;
}

template <class Rule>
const Rule& named(const std::vector<Rule>& rules, const std::string& id)
{
    for (const Rule& rule : rules)
        if (rule.id == id) return rule;
    throw std::logic_error("the tariff has no \"" + id + "\"");
}

// "kanetsu-22" and "mybus-kanetsu" name their operator; a flat route is looked up.
std::string operator_of(const Tariff& tariff, const std::string& route)
{
    for (const FlatFare& flat : tariff.flat)
        if (std::find(flat.routes.begin(), flat.routes.end(), route) != flat.routes.end())
            return flat.operator_id;
    return route.substr(0, route.find('-'));
}

void apply(const std::string& word, const Tariff& tariff, SmallRun& run, TapRow& tap)
{
    if (word == "adult") return;
    if (word == "child" || word == "disabled") {
        tap.true_half = word == "child" ? fw::Half::child : fw::Half::disabled;
    } else if (word == "cash") {
        tap.event.kind = fw::TapKind::cash;
    } else if (word[0] == 'x') {
        tap.true_riders = static_cast<std::uint8_t>(std::stoi(word.substr(1)));
    } else if (word.starts_with("born:")) {
        const auto birth = parse_date(word.substr(5));
        tap.true_class = static_cast<std::uint8_t>(
            discount_class_of(tariff, *birth, true, run.scenario.tariff_date));
    } else if (word.starts_with("holds:")) {
        const std::vector<std::string> parts = split(word, ':');
        CardRow& card = run.cards[tap.card];
        card.pass = static_cast<std::uint8_t>(named(tariff.passes, parts[1]).number);
        if (parts.size() > 2) card.pass_amount = static_cast<std::uint16_t>(std::stoi(parts[2]));
    } else {
        tap.true_class = static_cast<std::uint8_t>(named(tariff.discounts, word).number);
    }
}

// One pattern on which ride i goes from stop i to stop i + 1.
void lay_out(const Section& section, const Tariff& tariff, SmallRun& run)
{
    run.timetable.stops.clear();
    run.timetable.fare_rows.clear();
    Pattern pattern{0, {}, {}, {}};
    for (std::uint32_t i = 0; i <= section.rides.size(); ++i) {
        run.timetable.stops.push_back({"s" + std::to_string(i), "Stop", "", "", 36.38, 139.07, 0});
        pattern.stops.push_back(i);
        pattern.pickup.push_back(1);
        pattern.drop_off.push_back(1);
    }
    run.timetable.patterns = {pattern};
    run.timetable.routes[0].id = section.route;
    run.timetable.routes[0].operator_id = operator_of(tariff, section.route);
    for (std::size_t i = 0; i < section.rides.size(); ++i) {
        if (section.rides[i].price == "-") continue;
        FareRow fare;
        fare.fare_id = "F" + section.rides[i].price;
        fare.origin = "s" + std::to_string(i);
        fare.destination = "s" + std::to_string(i + 1);
        fare.price = {std::stoi(section.rides[i].price)};
        run.timetable.fare_rows.push_back(fare);
    }
}

SmallRun run_of(const Section& section, const Tariff& tariff)
{
    SmallRun run;
    lay_out(section, tariff, run);
    run.scenario.city.tariff = tariff;
    auto& operators = run.scenario.city.tariff.operators;
    std::rotate(operators.begin(),
                std::find_if(operators.begin(), operators.end(),
                             [&](const OperatorTariff& one) {
                                 return one.id == run.timetable.routes[0].operator_id;
                             }),
                operators.end());
    run.scenario.tariff_date = *parse_date(section.day);
    for (std::uint32_t i = 0; i < section.rides.size(); ++i) {
        TapRow& tap = run.tap(i, fw::TapKind::alight, static_cast<std::uint16_t>(i),
                              static_cast<std::uint16_t>(i + 1));
        for (const std::string& word : split(section.rides[i].rider, '+'))
            apply(word, tariff, run, tap);
        run.deliver(tap);
    }
    return run;
}

}  // namespace

std::string priced(const std::string& table, const Tariff& tariff)
{
    std::string text;
    for (const Section& section : sections_of(table)) {
        text += "on " + section.route + " " + section.day + "\n";
        Database file(run_of(section, tariff).write("rides"), Database::Mode::read_write);
        build_fares(file);
        const DueSql oracle(file);
        Query query = file.query("SELECT " + oracle.due() + ", " + oracle.rule() + " " +
                                 oracle.from() + " ORDER BY t.rowid");
        for (const RideLine& ride : section.rides) {
            if (!query.step()) throw std::logic_error("fewer taps than rides");
            text += ride.price + " " + ride.rider + " -> " +
                    (query.is_null(0) ? "none" : query.text(0) + " " + query.text(1)) + "\n";
        }
    }
    return text;
}

std::string tidied(const std::string& table)
{
    std::string text;
    for (const std::string& line : split(table, '\n')) {
        std::istringstream words(line);
        std::string tidy;
        for (std::string word; words >> word;) tidy += (tidy.empty() ? "" : " ") + word;
        if (!tidy.empty()) text += tidy + "\n";
    }
    return text;
}

}  // namespace sim::test
