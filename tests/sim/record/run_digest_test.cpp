// SPDX-License-Identifier: Apache-2.0
#include "sim/record/run_digest.h"

#include <gtest/gtest.h>

#include "sim/record/database.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

namespace
{
std::string digest_of(const test::SmallRun& run)
{
    Recorder recorder;
    run.hand_to(recorder);
    return recorder.digest();
}
}  // namespace

TEST(RunDigest, IsTheSameWithAndWithoutAFile)
{
    test::SmallRun run;
    run.ride(0, 0, 2, 290);
    const auto recorded = make_recorder(test::scratch_file("digest"), {});

    run.hand_to(*recorded);

    EXPECT_EQ(recorded->digest(), digest_of(run));
    Database file(test::scratch_file("digest"), Database::Mode::read_only);
    EXPECT_EQ(file.text("SELECT digest FROM run"), digest_of(run));
}

TEST(RunDigest, SeesOneNanosecond)
{
    test::SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::string before = digest_of(run);
    run.taps[1].t[5] += 1;
    EXPECT_NE(digest_of(run), before);
}

TEST(RunDigest, SeesOneYenInEveryKindOfRow)
{
    test::SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::string before = digest_of(run);
    for (fw::Yen* const amount : {&run.taps[1].event.fare, &run.clouds[1].due,
                                  &run.postings[0].amount, &run.cards[0].purse_after}) {
        *amount += {1};
        EXPECT_NE(digest_of(run), before);
        *amount -= {1};
    }
    EXPECT_EQ(digest_of(run), before);
}

TEST(RunDigest, SeesTheScenarioAndItsSeed)
{
    test::SmallRun run;
    const std::string before = digest_of(run);
    run.scenario.seed = 8;
    const std::string reseeded = digest_of(run);
    run.scenario.seed = 7;
    run.scenario.resolved += "# \n";
    EXPECT_NE(reseeded, before);
    EXPECT_NE(digest_of(run), before);
}

TEST(RunDigest, HoldsNoPartOfACardIdentifier)
{
    test::SmallRun run;
    run.ride(0, 0, 2, 290);
    const std::string before = digest_of(run);
    run.taps[0].event.card.bytes[7] = 0x5A;
    EXPECT_EQ(digest_of(run), before);
}

}  // namespace sim
