// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "models/taxi/subsidy_rules.h"
#include "tests/models/taxi/city_rules.h"

namespace model
{
namespace
{

// Asked on 2026-06-10. By the age-count law an age is reached at the end of the day before the
// birthday, so that whoever turns 75 on the 11th is 75 on the 10th.
constexpr char truth_table[] = R"(
birth      licence  condition class
1951-06-09 holds    -         age_75
1951-06-10 holds    -         age_75
1951-06-11 holds    -         age_75
1951-06-12 holds    -         -
1951-06-12 none     -         age_65_without_licence
1961-06-11 none     -         age_65_without_licence
1961-06-12 none     -         -
1961-06-11 holds    -         -
1961-06-11 returned -         licence_returned
1966-06-10 returned -         licence_returned
1966-06-10 holds    -         -
1966-06-10 none     -         -
1990-01-01 holds    disabled  disabled
1990-01-01 holds    pregnant  pregnant
1970-01-01 none     illness   illness
1950-01-01 holds    care      age_75
2015-01-01 none     disabled  disabled
2015-01-01 none     -         -
)";

std::string text_of(const sim::TaxiClass* found)
{
    return found ? found->id : "-";
}

TEST(TaxiEligibility, FollowsTheTruthTable)
{
    const sim::TaxiSubsidy rules = city_rules();
    const sim::Date today = *sim::parse_date("2026-06-10");
    std::istringstream lines(truth_table);
    std::string birth, licence, condition, wanted;
    lines >> birth >> licence >> condition >> wanted;
    int rows = 0;
    while (lines >> birth >> licence >> condition >> wanted) {
        const TaxiDocuments documents{*sim::parse_date(birth), licence,
                                      condition == "-" ? "" : condition};
        EXPECT_EQ(text_of(class_of(rules, documents, today)), wanted)
            << birth << " " << licence << " " << condition;
        ++rows;
    }
    EXPECT_EQ(rows, 18);
}

TEST(TaxiEligibility, ReachesAnAgeOnTheBirthdayWhereTheParameterSaysSo)
{
    sim::TaxiSubsidy rules = city_rules();
    rules.age_reached = sim::AgeReached::birthday;
    const TaxiDocuments documents{*sim::parse_date("1951-06-11"), "holds", ""};
    EXPECT_EQ(class_of(rules, documents, *sim::parse_date("2026-06-10")), nullptr);
    EXPECT_EQ(text_of(class_of(rules, documents, *sim::parse_date("2026-06-11"))), "age_75");
}

}  // namespace
}  // namespace model
