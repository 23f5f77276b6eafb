// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/checkpoint_module.h"

#include <gtest/gtest.h>

#include <memory>

#include "sim/kernel/kernel_time.h"
#include "sim/kernel/run.h"

namespace
{

using namespace fw::literals;

struct Rows final : sim::Recorder {
    void keep(const sim::CheckpointRow& row) override { checkpoints.push_back(row); }
    void keep(const sim::StatementRow& row) override { statements.push_back(row); }
    std::vector<sim::CheckpointRow> checkpoints;
    std::vector<sim::StatementRow> statements;
};

// Takes 1 yen off all cards at each of its times, in as many steps within the instant as asked.
class Taps final : public sc_core::sc_module
{
public:
    Taps(const sc_core::sc_module_name& name, std::vector<fw::Nanos> times, int steps)
        : sc_module(name), times_(std::move(times)), steps_(steps)
    {
        SC_HAS_PROCESS(Taps);
        SC_THREAD(run);
    }
    std::int64_t taken = 0;

private:
    void run()
    {
        for (const fw::Nanos time : times_) {
            wait(sim::until(time));
            for (int step = 1; step < steps_; ++step) wait(sc_core::SC_ZERO_TIME);
            ++taken;
        }
    }

    std::vector<fw::Nanos> times_;
    int steps_;
};

class CheckpointTest : public testing::Test
{
protected:
    // `early`: the auditor's process was made before the one it watches.
    void run(std::vector<fw::Nanos> times, int steps, bool early, fw::Nanos period = 10_s)
    {
        sim::set_kernel_resolution();
        Taps* watched = nullptr;
        const auto make = [&] {
            return std::make_unique<model::CheckpointModule>(
                "checkpoints",
                model::CheckpointModule::Parts{100_s, period, [&] { return 1000 - watched->taken; },
                                               [&] { return watched->taken; },
                                               [](std::int64_t t, std::int64_t) {
                                                   model::BooksAt books;
                                                   books.statements = {{t, 0, 5, 0, 0, 0, 0, 0}};
                                                   books.paid = 5;
                                                   return books;
                                               },
                                               rows_});
        };
        std::unique_ptr<model::CheckpointModule> checkpoints;
        if (early) checkpoints = make();
        Taps taps("taps", std::move(times), steps);
        watched = &taps;
        if (!early) checkpoints = make();
        sim::run_to_end(1_s, [](fw::Nanos) { return true; });
        checkpoints->close(0_s);
    }

    Rows rows_;
};

TEST_F(CheckpointTest, AsksEveryKeeperOnceAPeriodAndOnceAtTheEnd)
{
    run({104_s, 111_s, 112_s, 125_s}, 1, true);

    ASSERT_EQ(rows_.checkpoints.size(), 3U);
    EXPECT_EQ(rows_.checkpoints[0].t, (110_s).count);
    EXPECT_EQ(rows_.checkpoints[1].t, (120_s).count);
    EXPECT_GE(rows_.checkpoints[2].t, (125_s).count);
    EXPECT_EQ(rows_.checkpoints[0].journals, 1);
    EXPECT_EQ(rows_.checkpoints[1].journals, 3);
    EXPECT_EQ(rows_.checkpoints[1].purses, 997);
    EXPECT_EQ(rows_.checkpoints[2].journals, 4);
    EXPECT_EQ(rows_.checkpoints[2].statements, 5);
    ASSERT_EQ(rows_.statements.size(), 3U);
    EXPECT_EQ(rows_.statements[0].t, rows_.checkpoints[0].t);
}

TEST_F(CheckpointTest, HoldsWhateverHappensAtItsInstantWhenItWasMadeFirst)
{
    run({110_s, 125_s}, 3, true);

    EXPECT_EQ(rows_.checkpoints.at(0).journals, 1);
}

TEST_F(CheckpointTest, HoldsWhateverHappensAtItsInstantWhenItWasMadeLast)
{
    run({110_s, 125_s}, 3, false);

    EXPECT_EQ(rows_.checkpoints.at(0).journals, 1);
}

TEST_F(CheckpointTest, IsTakenOnlyAtTheEndWithoutAPeriod)
{
    run({104_s, 111_s}, 1, true, 0_s);

    ASSERT_EQ(rows_.checkpoints.size(), 1U);
    EXPECT_EQ(rows_.checkpoints[0].journals, 2);
}

TEST_F(CheckpointTest, DoesNotKeepTheRunAlive)
{
    run({104_s}, 1, true);

    ASSERT_EQ(rows_.checkpoints.size(), 1U);
    EXPECT_EQ(rows_.checkpoints[0].journals, 1);
}

}  // namespace
