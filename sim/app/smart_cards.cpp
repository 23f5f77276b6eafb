// SPDX-License-Identifier: Apache-2.0
#include "sim/app/smart_cards.h"

#include <algorithm>
#include <filesystem>

#include "sim/app/my_number_cards.h"
#include "sim/scenario/card_file.h"
#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

sim::MyNumberFile smart_card_file(const sim::Scenario& scenario, const std::string& file)
{
    const auto folder = std::filesystem::path(scenario.file).parent_path();
    const sim::CardFile card = sim::load_card((folder / file).lexically_normal());
    if (!card.my_number) throw sim::ScenarioError(card.file, "is no My Number Card");
    return *card.my_number;
}

std::shared_ptr<const model::MyNumberProfile> smart_card_of(const sim::Scenario& scenario,
                                                            const std::string& file)
{
    return my_number_profile(smart_card_file(scenario, file));
}

const model::Octets& certificate_in(const model::MyNumberProfile& profile, model::FileId file)
{
    const auto& all = profile.applications;
    const auto jpki =
        std::find_if(all.begin(), all.end(), [](const auto& one) { return one.name == "jpki"; });
    return jpki->find(file)->content;
}

}  // namespace app
