// SPDX-License-Identifier: Apache-2.0
#include "sim/app/my_number_state_file.h"

#include <filesystem>
#include <stdexcept>

#include "sim/app/state_file.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

std::string my_number_state_file(const std::string& folder, const std::string& card_file)
{
    namespace fs = std::filesystem;
    return fs::path(folder) / (fs::path(card_file).stem().string() + ".my_number");
}

model::MyNumberState load_my_number_state(const std::string& file,
                                          const model::MyNumberProfile& profile)
{
    const auto text = read_state(file);
    if (!text) return {};
    try {
        return model::parse_my_number_state(*text, profile);
    } catch (const std::invalid_argument& wrong) {
        throw sim::ScenarioError(file, wrong.what());
    }
}

void save_my_number_state(const std::string& file, const model::MyNumberState& state)
{
    replace_state(file, to_text(state));
}

}  // namespace app
