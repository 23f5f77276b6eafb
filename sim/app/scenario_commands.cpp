// SPDX-License-Identifier: Apache-2.0
#include "sim/app/scenario_commands.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <filesystem>

#include "sim/scenario/fault_words.h"
#include "sim/scenario/load.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/service_catalogue.h"
#include "sim/scenario/service_tries.h"

namespace sim
{

namespace
{

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

struct Table {
    Row columns;
    std::vector<Row> rows;
};

Table devices()
{
    return {
        {"device", "level", "parameters", "what it is"},
        {{"card", "0", "city.devices.cards", "rider's transit card and its purse"},
         {"rider", "0", "city.devices.door", "person at the door: holds, retouches, walks away"},
         {"reader", "1", "city.devices.reader", "card reader and its secure module"},
         {"fare_box", "1", "city.devices.fare_box", "fare box of a bus"},
         {"phone", "1", "city.devices.phones", "phone of a shop with the fare box's firmware"},
         {"uplink", "1", "city.devices.uplink", "mobile network between bus and depot"},
         {"depot", "2", "city.devices.depot", "gateway that stores and forwards"},
         {"cloud", "3", "city.devices.cloud",
          "intake, eligibility, pricing, adjustment; finite servers"},
         {"taxi_tablet", "1", "taxi", "tablet of a taxi: cards, meter, journal"},
         {"taxi_office", "3", "taxi.rules", "register of the taxi subsidy: quotas and payments"},
         {"card_sale_till", "1", "card_sales", "phone of a shop that reads My Number Cards"},
         {"checkout", "3", "card_sales.bands", "the cloud's half of such a sale: class and price"},
         {"van", "1", "demand", "vehicle on demand: tablet and card reader"},
         {"dispatch", "3", "demand.areas", "sends vehicles on demand, knows fares by class"},
         {"wearable", "1", "health", "wearable and phone: readings in memory until told"},
         {"mileage_server", "3", "health.programmes", "a municipality's health mileage"},
         {"mynaportal", "3", "health.portal", "national portal: batches, limits, maintenance"},
         {"idcounter", "2", "city_id", "issues the city's ID: card reader and the citizen's phone"},
         {"prover", "1", "city_id", "camera, phone or reader with which an ID is proved"},
         {"cityid", "3", "city_id.services", "binds IDs, decides which proof is enough"},
         {"maternity", "1", "mother_child", "counter with PC and reader where mothers register"},
         {"motherhood", "3", "mother_child", "operator of the service for mother and child"},
         {"shelter_tablet", "1", "shelters", "tablet and card reader at a shelter's reception"},
         {"ambulance", "1", "emergency", "terminal and card reader of an ambulance"},
         {"reception", "2", "clinics", "terminal at a clinic: face or PIN, card, slip"},
         {"eligibility", "3", "clinics", "the insurers' service: who is insured where just now"},
         {"patientphone", "1", "online_clinic", "a patient's phone: card, line to the doctor"},
         {"consultation", "3", "online_clinic", "appointments, charts and invoices online"},
         {"villageportal", "3", "portal", "a municipality's portal app: segments, inbox, coupons"},
         {"coupontill", "1", "portal.coupons", "coupon reader beside a shop's phone"},
         {"medic_tablet", "1", "first_aid", "a medic's tablet in a shelter, with what it holds"},
         {"window", "2", "support_counter", "clerk and card reader at a support counter"},
         {"pointoffice", "3", "mykey", "the city's point accounts and what left them"},
         {"mykey", "4", "mykey", "points on the national platform"},
         {"mykeyphone", "0", "mykey", "phone that moves points and pays with them"},
         {"mykeytill", "1", "mykey", "till that takes points of the platform"},
         {"walker", "0", "shelter_ways", "phone that finds a shelter, with a map of its own"},
         {"streetcam", "1", "school_watch", "camera on the way to school, or at its gate"},
         {"lecturedoor", "1", "lectures", "door of a hall that opens for a buyer's face"},
         {"watch_office", "3", "school_watch", "who agreed, who came to school, whom to tell"},
         {"ledger", "4", "city.tariff", "double-entry transfers, once per card and execution id"}}};
}

Table services(const std::string& folder)
{
    Table table{
        {"service", "state", "oracles", "wanting", "title", "everyone", "scenarios", "mutants"},
        {}};
    const auto joined = [](const std::vector<std::string>& words, const char* between) {
        return words.empty() ? "-" : fmt::format("{}", fmt::join(words, between));
    };
    for (const ServiceState& one : service_states(folder))
        table.rows.push_back({one.service.id, one.state, joined(one.named, " "),
                              joined(one.wanting, " "), one.service.title, try_of(one.service.id),
                              joined(one.scenarios, " "), joined(one.mutants, "; ")});
    return table;
}

template <class Words>
void add_words(Table& table, const char* list, const Words& words)
{
    for (const auto& row : words)
        table.rows.push_back({list, std::string(row.word), std::string(row.needs),
                              std::string(row.may), std::string(row.meaning)});
}

Table faults()
{
    Table table{{"list", "kind", "needs", "may have", "meaning"}, {}};
    add_words(table, "faults", fault_words);
    add_words(table, "changes", change_words);
    return table;
}

Table params()
{
    Table table{{"parameter", "type", "default", "meaning"}, {}};
    for (const ParamRow& row : list_params())
        table.rows.push_back({row.path, row.type, row.preset, row.meaning});
    return table;
}

Table scenarios(const std::string& folder)
{
    if (!fs::is_directory(folder)) throw ScenarioError(folder, "no such folder of scenarios");
    Row files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    Table table{{"file", "scenario"}, {}};
    for (const std::string& file : files) {
        const YamlNode root = parse_yaml(file);
        if (const YamlNode* name = root.find("scenario")) table.rows.push_back({file, name->text});
    }
    return table;
}

void print_json(const Table& table, std::ostream& out)
{
    YamlNode list = YamlNode::sequence();
    for (const Row& row : table.rows) {
        YamlNode& item = list.items.emplace_back(YamlNode::map());
        for (std::size_t i = 0; i < row.size(); ++i)
            item.set(table.columns[i], YamlNode::quoted(row[i]));
    }
    out << to_json(list);
}

void print_text(const Table& table, std::ostream& out)
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        widths.push_back(table.columns[i].size());
        for (const Row& row : table.rows) widths[i] = std::max(widths[i], row[i].size());
    }
    const auto print = [&](const Row& row) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            fmt::print(out, "{:<{}}  ", row[i], widths[i]);
        fmt::print(out, "{}\n", row.back());
    };
    print(table.columns);
    for (const Row& row : table.rows) print(row);
}

}  // namespace

int schema_command(const std::string& kind, std::ostream& out)
{
    out << schema(kind);
    return 0;
}

int list_command(const std::string& what, bool json, std::ostream& out, const std::string& folder)
{
    Table table;
    if (what == "devices")
        table = devices();
    else if (what == "services")
        table = services(folder);
    else if (what == "faults")
        table = faults();
    else if (what == "scenarios")
        table = scenarios(folder);
    else if (what == "params")
        table = params();
    else
        throw ScenarioError("list", fmt::format("unknown \"{}\"{}", what,
                                                did_you_mean(what, {"devices", "services", "faults",
                                                                    "scenarios", "params"})));
    if (json)
        print_json(table, out);
    else
        print_text(table, out);
    return 0;
}

}  // namespace sim
