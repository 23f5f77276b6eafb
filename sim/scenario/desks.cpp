// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/desks.h"

namespace sim
{

namespace
{

struct Desks {
    std::string kind;
    std::int64_t count = 0;
};

std::vector<Desks> desks_of(const Scenario& scenario)
{
    std::vector<Desks> all;
    if (scenario.face_boarding) all.push_back({"camera", scenario.face_boarding->vehicles});
    if (scenario.linking) {
        all.push_back({"counter", scenario.linking->counters});
        all.push_back({"phone", scenario.linking->phones});
    }
    if (scenario.pass_sales) all.push_back({"member", scenario.pass_sales->phones});
    if (scenario.tourism)
        all.insert(all.end(), {{"traveller", scenario.tourism->phones},
                               {"gate", scenario.tourism->gates},
                               {"maaslink", 1}});
    if (scenario.taxi)
        all.insert(all.end(), {{"taxi", scenario.taxi->cabs}, {"support", 1}, {"clerk", 1}});
    if (scenario.platform) all.insert(all.end(), {{"feed", 1}, {"subscriber", 1}});
    return all;
}

}  // namespace

bool is_desk(const Scenario& scenario, const std::string& where)
{
    for (const Desks& desks : desks_of(scenario)) {
        if (where == desks.kind + "s") return true;
        for (std::int64_t number = 1; number <= desks.count; ++number)
            if (where == desks.kind + "-" + std::to_string(number)) return true;
    }
    return false;
}

}  // namespace sim
