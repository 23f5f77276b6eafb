// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include "sim/app/child_runs.h"

namespace
{

using app::ChildResult;

std::vector<ChildResult> all_of(std::size_t count, int jobs,
                                const std::function<std::string(std::size_t)>& work)
{
    std::vector<ChildResult> results;
    app::run_children(count, jobs, work, [&](const ChildResult& result) {
        results.push_back(result);
        return true;
    });
    return results;
}

TEST(ChildRuns, HandsResultsOverInTheOrderOfTheirNumbers)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);

    // The first child waits for a word of the second one.
    const auto results = all_of(3, 2, [&](std::size_t number) {
        char word = 'x';
        if (number == 1 && ::write(ends[1], &word, 1) != 1) std::_Exit(1);
        if (number == 0 && ::read(ends[0], &word, 1) != 1) std::_Exit(1);
        return "result " + std::to_string(number);
    });

    ASSERT_EQ(results.size(), 3U);
    for (std::size_t i = 0; i < results.size(); ++i) {
        EXPECT_EQ(results[i].number, i);
        EXPECT_EQ(results[i].text, "result " + std::to_string(i));
        EXPECT_FALSE(results[i].died);
    }
}

TEST(ChildRuns, TellsAChildThatASignalKilledFromOneThatReturned)
{
    const auto results = all_of(3, 2, [](std::size_t number) {
        if (number == 1) std::raise(SIGKILL);
        return std::string("fine");
    });

    EXPECT_FALSE(results[0].died);
    EXPECT_TRUE(results[1].died);
    EXPECT_EQ(results[1].text, "died of Killed");
    EXPECT_FALSE(results[2].died);
}

TEST(ChildRuns, TellsWhatAChildThrewAndThatOneLeftWithoutAWord)
{
    const auto results = all_of(2, 1, [](std::size_t number) -> std::string {
        if (number == 0) throw std::runtime_error("no more paper");
        std::_Exit(0);
    });

    EXPECT_TRUE(results[0].died);
    EXPECT_EQ(results[0].text, "no more paper");
    EXPECT_TRUE(results[1].died);
    EXPECT_EQ(results[1].text, "ended without a word");
}

TEST(ChildRuns, StartsNoMoreWhenToldToStop)
{
    std::size_t heard = 0;

    app::run_children(
        10, 1, [](std::size_t) { return std::string("one"); },
        [&](const ChildResult& result) {
            ++heard;
            return result.number < 2;
        });

    EXPECT_EQ(heard, 3U);
}

TEST(ChildRuns, CarriesATextLongerThanAPipeHolds)
{
    const auto results =
        all_of(2, 2, [](std::size_t number) { return std::string(1'000'000 + number, 'a'); });

    EXPECT_EQ(results[0].text.size(), 1'000'000U);
    EXPECT_EQ(results[1].text.size(), 1'000'001U);
}

}  // namespace
