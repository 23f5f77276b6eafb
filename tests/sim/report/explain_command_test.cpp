// SPDX-License-Identifier: Apache-2.0
#include "sim/app/explain_command.h"
#include "sim/verify/judgement.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/scenario/scenario_error.h"
#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using test::SmallRun;

namespace
{

std::string explained(const SmallRun& run, const std::string& tap, bool json = false)
{
    const std::string file = run.write("explain");
    judge(file, run.scenario);
    std::ostringstream out;
    EXPECT_EQ(explain_command(file, tap, json, out), 0);
    return out.str();
}

SmallRun senior_ride()
{
    SmallRun run;
    run.ride(0, 0, 2, 270);
    run.taps[1].true_class = run.taps[1].event.discount_class = 1;
    return run;
}

void expect_in(const std::string& text, const std::string& part)
{
    EXPECT_NE(text.find(part), std::string::npos) << "no '" << part << "' in\n" << text;
}

}  // namespace

TEST(Explain, TellsWhereTheTapWasAndHowLongEachHopTook)
{
    const std::string text = explained(senior_ride(), "2-1");
    expect_in(text, "Tap 2-1: alight, accepted");
    expect_in(text, "07:32:00.000 bus-1, reader 2");
    expect_in(text, "operator kanetsu, route R1 (Line 1), trip 1 (R1-0730) to Stop D");
    expect_in(text, "rides Stop A to Stop C; the box recorded Stop A to Stop C");
    expect_in(text, "write          47.000 ms  ##############################");
    expect_in(text, "upload       5000.000 ms  ##############################>");
}

TEST(Explain, TellsEveryYenWithItsRule)
{
    const std::string text = explained(senior_ride(), "2-1");
    expect_in(text, "base fare 290 yen by feed invented, fare_id zoneAzoneC");
    expect_in(text, "10 % off (senior), rounded up to 10 yen, 1 rider(s): 270 yen due");
    expect_in(text, "because of feed:zoneAzoneC + senior 10 % + ten");
    expect_in(text, "balance 5000 -> 4730");
    expect_in(text, "ledger fare: 270 yen from card to revenue");
}

TEST(Explain, NamesFramesByTheirCommand)
{
    SmallRun run = senior_ride();
    run.frames = {{{2, 1}, 0, false, false, 100, 2100, {6, 0x00, 0xFE, 0, 0, 0}},
                  {{2, 1}, 1, true, true, 3000, 9000, {18, 0x17, 0, 0}}};
    const std::string text = explained(run, "2-1");
    expect_in(text, "> Polling ");
    expect_in(text, "< Write ");
    expect_in(text, "damaged");
}

TEST(Explain, GivesTheCommandThatRecordsFramesWhenNoneWereKept)
{
    expect_in(explained(senior_ride(), "2-1"),
              "tapbench run small.yaml --seed 7 --trace 2-1 -o trace.db");
}

TEST(Explain, ShowsWhatVerificationFound)
{
    SmallRun run = senior_ride();
    run.taps[1].true_class = 0;
    expect_in(explained(run, "2-1"), "FINDING fare_correct: tap 2-1 charged 270 yen, 290 are due");
}

TEST(Explain, SpeaksJson)
{
    const auto json = nlohmann::json::parse(explained(senior_ride(), "2-1", true));
    EXPECT_EQ(json["tap"]["fare"], 270);
    EXPECT_EQ(json["hops"].size(), 9u);
    EXPECT_EQ(json["due"][0]["due"], 270);
}

TEST(Explain, NamesTheNearestTapForAWrongKey)
{
    const std::string file = senior_ride().write("nearest");
    std::ostringstream out;
    for (const auto& [key, answer] :
         {std::pair{"2-99", "the nearest is 2-1"}, std::pair{"7-1", "the nearest is 2-1"},
          std::pair{"12", "write DEVICE-SEQUENCE"}}) {
        try {
            explain_command(file, key, false, out);
            FAIL() << key;
        } catch (const ScenarioError& error) {
            expect_in(error.what(), answer);
        }
    }
    EXPECT_EQ(out.str(), "");
}

}  // namespace sim
