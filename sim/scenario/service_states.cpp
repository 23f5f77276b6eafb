// SPDX-License-Identifier: Apache-2.0
// What scenario files say about the services of the catalogue.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/service_catalogue.h"
#include "sim/scenario/yaml_node.h"

namespace sim
{

namespace
{

namespace fs = std::filesystem;

void add(std::vector<std::string>& list, const std::string& word)
{
    if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
}

std::vector<std::string> scenario_files(const std::string& folder)
{
    if (!fs::is_directory(folder)) throw ScenarioError(folder, "no such folder of scenarios");
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

// Faults of the mutation suite that are caught by running this scenario.
std::vector<std::string> mutants_of(const YamlNode& mutants, const std::string& scenario)
{
    std::vector<std::string> ids;
    for (const YamlNode& mutant : mutants.items) {
        const YamlNode* const command = mutant.find("command");
        const YamlNode* const id = mutant.find("id");
        if (!command || !id) continue;
        for (const YamlNode& word : command->items)
            if (word.text.ends_with("/" + scenario + ".yaml")) add(ids, id->text);
    }
    return ids;
}

ServiceState& state_of(std::vector<ServiceState>& states, const YamlNode& id)
{
    for (ServiceState& state : states)
        if (id.text == state.service.id) return state;
    id.fail(fmt::format("unknown service \"{}\"{}", id.text, did_you_mean(id.text, service_ids())));
}

// Of what its scenarios name, only what the service's row asks for counts for it.
void conclude(ServiceState& state)
{
    std::vector<std::string> named;
    std::istringstream wanted(state.service.oracles);
    for (std::string oracle; wanted >> oracle;) {
        const bool found =
            std::find(state.named.begin(), state.named.end(), oracle) != state.named.end();
        (found ? named : state.wanting).push_back(oracle);
    }
    state.named = named;
    if (state.scenarios.empty())
        state.state = "no scenario";
    else if (state.service.oracles[0] == '\0')
        state.state = "named only";
    else
        state.state = state.wanting.empty() ? "checked" : "partly";
}

void name_oracles(const std::vector<YamlNode>& keys, ServiceState& state)
{
    for (const YamlNode& key : keys)
        if (const std::string oracle = oracle_of(key.text); !oracle.empty())
            add(state.named, oracle);
}

void count(std::vector<ServiceState>& states, const YamlNode& root, const YamlNode& mutants)
{
    const YamlNode* const name = root.find("scenario");
    const YamlNode* const covers = root.find("covers");
    if (!name || !covers) return;
    for (const YamlNode& id : covers->items) {
        ServiceState& state = state_of(states, id);
        add(state.scenarios, name->text);
        for (const std::string& mutant : mutants_of(mutants, name->text))
            add(state.mutants, mutant);
        const YamlNode* const expect = root.find("expect");
        if (!expect) continue;
        name_oracles(expect->keys, state);
        if (const YamlNode* const checked = expect->find("checked"))
            name_oracles(checked->keys, state);
    }
}

}  // namespace

std::vector<ServiceState> service_states(const std::string& folder)
{
    std::vector<ServiceState> states;
    for (const CityService& row : service_catalogue()) states.push_back({row, {}, {}, {}, {}, ""});
    const fs::path suite = fs::path(folder) / "../tests/mutation/mutants.json";
    YamlNode mutants;
    if (fs::is_regular_file(suite)) mutants = parse_yaml(suite.string());
    for (const std::string& file : scenario_files(folder)) count(states, parse_yaml(file), mutants);
    for (ServiceState& state : states) conclude(state);
    return states;
}

}  // namespace sim
