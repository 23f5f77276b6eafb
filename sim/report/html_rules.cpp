// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cctype>
#include <map>

#include "sim/report/html_sections.h"
#include "sim/scenario/load.h"

namespace sim
{

namespace
{

constexpr std::size_t shown_each = 40;

// Every rule of one kind; feeds of a city can bring thousands of pairs of stops.
struct Rules {
    HtmlTable table{{"", "rule", "source", "line"}};
    std::size_t assumed = 0, all = 0;

    template <typename List>
    void add(const char* kind, const List& list)
    {
        std::size_t number = 0;
        for (const auto& rule : list) {
            ++all;
            if (rule.source.assumed) ++assumed;
            if (++number > shown_each) continue;
            table.row({chip_cell(rule.source.assumed ? Tone::unknown : Tone::good,
                                 rule.source.assumed ? "assumed" : "published"),
                       text_cell(fmt::format("{} {}", kind, rule.id)), text_cell(rule.source.text),
                       number_cell(rule.source.line)});
        }
        if (number > shown_each)
            table.row({chip_cell(Tone::plain, "more"),
                       text_cell(fmt::format("{} {}", number - shown_each, kind)), text_cell(""),
                       number_cell("")});
    }
};

// Dotted paths of all scalars; a list's index is written N as in `tapbench list params`.
void walk(const YamlNode& node, const std::string& path, const std::string& pattern,
          const std::map<std::string, std::string>& meanings, HtmlTable& table)
{
    const auto meaning = meanings.find(pattern);
    const bool leaf = node.kind == YamlNode::Kind::scalar;
    if (meaning != meanings.end() && (leaf || meaning->second.starts_with("~"))) {
        std::string value = node.text;
        for (std::size_t i = 0; i < node.keys.size(); ++i)
            value += (i > 0 ? ", " : "") + node.keys[i].text + " " + node.items[i].text;
        const std::string words = meaning->second.substr(meaning->second.starts_with("~"));
        table.row({code_cell(path), text_cell(value), text_cell(words)});
        return;
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const bool map = node.kind == YamlNode::Kind::map;
        const std::string step = map ? node.keys[i].text : std::to_string(i);
        walk(node.items[i], path + "." + step, pattern + "." + (map ? step : "N"), meanings, table);
    }
}

// Random lengths of time are maps; a "~" before the meaning marks them.
std::map<std::string, std::string> device_meanings()
{
    std::map<std::string, std::string> meanings;
    for (const ParamRow& row : list_params())
        if (row.path.starts_with("city.devices."))
            meanings[row.path] = (row.type.starts_with("random") ? "~" : "") + row.meaning;
    return meanings;
}

}  // namespace

std::string rule_section(const RunPage& page)
{
    const Tariff& tariff = page.scenario.city.tariff;
    Rules rules;
    rules.add("operator", tariff.operators);
    for (const OperatorTariff& op : tariff.operators) rules.add("rounding", op.rounding);
    rules.add("flat fare", tariff.flat);
    rules.add("fare between stops", tariff.od);
    rules.add("zone", tariff.zones);
    rules.add("discount", tariff.discounts);
    rules.add("pass", tariff.passes);
    rules.add("commuter pass", tariff.commuter_passes);
    rules.add("cap", tariff.caps);
    std::string body =
        fmt::format("<p>{} rules of <code>{}</code>, {} of them {}.</p>\n", rules.all,
                    html_escaped(tariff.file), rules.assumed, chip(Tone::unknown, "assumed"));
    return html_section("Fare rules and where they come from",
                        body + html_folded("All rules", rules.table.html()));
}

std::string parameter_section(const RunPage& page, const YamlNode& resolved)
{
    HtmlTable table({"parameter", "value", "meaning"});
    const YamlNode* city = resolved.find("city");
    const YamlNode* devices = city == nullptr ? nullptr : city->find("devices");
    if (devices != nullptr)
        walk(*devices, "city.devices", "city.devices", device_meanings(), table);
    if (table.empty()) return "";
    return html_section(
        "Parameters of the devices",
        html_note(fmt::format("From {}. Figures without a source in that file are assumed, and any "
                              "of them can be changed with --set.",
                              page.scenario.city.devices.file)) +
            html_folded("All parameters", table.html()));
}

}  // namespace sim
