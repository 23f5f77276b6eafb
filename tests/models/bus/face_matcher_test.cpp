// SPDX-License-Identifier: Apache-2.0
#include "models/bus/face_matcher.h"

#include <gtest/gtest.h>

#include <map>

namespace
{

using model::Face;

class FaceMatcher : public testing::Test
{
protected:
    FaceMatcher()
    {
        parameters.registered = 100;
        parameters.false_match_ppm = parameters.false_non_match_ppm = 0;
    }
    // Whom 20,000 looks at this face took it for; -1 = nobody.
    std::map<std::int64_t, int> looks(const Face& face) const
    {
        const model::FaceMatcher matcher(parameters, sim::RngStream(1, "face"));
        std::map<std::int64_t, int> seen;
        for (std::uint64_t look = 0; look < 20'000; ++look)
            ++seen[matcher.look_at(face, look).value_or(UINT32_MAX) == UINT32_MAX
                       ? -1
                       : std::int64_t{*matcher.look_at(face, look)}];
        return seen;
    }
    sim::FaceRates parameters;
};

TEST_F(FaceMatcher, KnowsTheRegisteredAndNobodyElseWhenItNeverErrs)
{
    EXPECT_EQ(looks({7, true, {}}), (std::map<std::int64_t, int>{{7, 20'000}}));
    EXPECT_EQ(looks({Face::stranger, false, {}}), (std::map<std::int64_t, int>{{-1, 20'000}}));
}

TEST_F(FaceMatcher, MissesAFaceAsOftenAsDeclaredAndAMaskedOneMoreOften)
{
    parameters.false_non_match_ppm = 50'000;
    parameters.mask_factor = 4;

    EXPECT_NEAR(looks({7, false, {}})[-1], 1000, 120);
    EXPECT_NEAR(looks({7, true, {}})[-1], 4000, 250);
}

TEST_F(FaceMatcher, TakesAFaceForAnyOtherRegisteredOneAsOftenAsDeclared)
{
    parameters.false_match_ppm = 200'000;

    auto seen = looks({7, false, {}});

    EXPECT_NEAR(seen[7], 16'000, 250);
    EXPECT_EQ(seen.size(), 100U);
    EXPECT_FALSE(seen.contains(-1));
    EXPECT_NEAR(looks({Face::stranger, false, {}})[-1], 16'000, 250);
}

TEST_F(FaceMatcher, TakesATwinForTheOtherAsOftenAsDeclared)
{
    parameters.twin_match_ppm = 300'000;

    auto seen = looks({7, false, 6});

    EXPECT_NEAR(seen[6], 6000, 300);
    EXPECT_NEAR(seen[7], 14'000, 300);
}

TEST_F(FaceMatcher, HasNobodyToTakeTheOnlyRegisteredOneFor)
{
    parameters.registered = 1;
    parameters.false_match_ppm = 1'000'000;

    EXPECT_EQ(looks({0, false, {}}), (std::map<std::int64_t, int>{{-1, 20'000}}));
}

}  // namespace
