// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "sim/scenario/load.h"
#include "sim/scenario/tariff_day.h"

namespace sim
{

namespace
{

// The city's table: who lives where may ride what for less.
constexpr char table[] = R"(
haga      maebashi  ai_taxi yes  runrun no   furusato no
fujimi    maebashi  ai_taxi yes  runrun yes  furusato no
ogo       maebashi  ai_taxi no   runrun no   furusato yes
miyagi    maebashi  ai_taxi no   runrun no   furusato yes
kasukawa  maebashi  ai_taxi no   runrun no   furusato yes
centre    maebashi  ai_taxi no   runrun no   furusato no
takasaki  takasaki  ai_taxi no   runrun no   furusato no
fujimi    takasaki  ai_taxi no   runrun no   furusato no
)";

TEST(OuterArea, AllowsThreeRowsOfDistrictAndServiceAndNothingElse)
{
    const Tariff tariff =
        load_tariff(std::string(TAPBENCH_SOURCE_DIR) + "/scenarios/city/outer/tariff.yaml");
    const Date day = date_of({2026, 6, 10});
    std::istringstream rows(table);
    std::string district, municipality, route, allowed;
    int checked = 0;
    while (rows >> district >> municipality) {
        for (int i = 0; i < 3 && rows >> route >> allowed; ++i, ++checked) {
            for (const MemberKind membership : {MemberKind::light, MemberKind::full}) {
                const Claimant claimant{date_of({1950, 1, 1}), municipality == "maebashi", district,
                                        membership};
                const int number = discount_class_of(tariff, claimant, day);
                const bool less =
                    number > 0 &&
                    tariff.discounts[static_cast<std::size_t>(number - 1)].counts_on(route);
                EXPECT_EQ(less, allowed == "yes") << district << " on " << route;
            }
        }
    }
    EXPECT_EQ(checked, 24);
}

}  // namespace

}  // namespace sim
