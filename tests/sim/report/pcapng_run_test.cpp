// SPDX-License-Identifier: Apache-2.0
#include "sim/report/pcapng_run.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/sim/record/small_run.h"

namespace sim
{

namespace
{

// A ride whose alighting tap has two frames, handed over in the wrong order, and three batches: one
// acknowledged, one not, one whose bytes were not kept.
struct Recorded {
    test::SmallRun run;
    std::string file = test::scratch_file("pcapng");

    Recorded()
    {
        run.ride(0, 0, 2, 290);
        const auto recorder = make_recorder(file, {"build", "virtual"});
        recorder->city(run.city());
        recorder->tap(run.taps[1]);
        frame(*recorder, 2, true, 110);
        frame(*recorder, 1, false, 10);
        recorder->batch({0, 2, 4, 6, 2, 1, at(105), -1, -1, -1, at(200), {0xAB, 0xCD}});
        recorder->batch({0, 2, 4, 6, 2, 2, at(150), -1, -1, -1, -1, {0xEF}});
        recorder->batch({0, 2, 0, 4, 4, 1, at(1), -1, -1, -1, at(2), {}});
        recorder->finish(Outcome::complete);
    }
    std::int64_t at(std::int64_t ms) const { return run.taps[1].t[0] + ms * test::ms; }
    void frame(Recorder& recorder, std::uint16_t number, bool from_card, std::int64_t ms) const
    {
        recorder.frame({run.taps[1].event.key,
                        number,
                        from_card,
                        false,
                        at(ms),
                        at(ms + 1),
                        {0x06, 0x00, 0xFF, 0xFF, 0x01, 0x00, 0x5C, 0xE6}});
    }
};

}  // namespace

TEST(PcapngRun, PutsFramesBatchesAndAcknowledgementsInOrderOfTime)
{
    const Recorded recorded;
    std::ostringstream out;
    write_pcapng(Database(recorded.file, Database::Mode::read_only), recorded.run.scenario, out);
    std::size_t from = 0;
    for (const char* const comment :
         {"cards are invented", "tap 2-1, poll", "bus-1, reader 2, records 4 to 5, attempt 1",
          "tap 2-1, write", "records 4 to 5, attempt 2, never acknowledged",
          "bus-1, reader 2, acknowledged up to record 5"}) {
        const std::size_t found = out.str().find(comment, from);
        ASSERT_NE(found, std::string::npos) << comment;
        from = found;
    }
    EXPECT_EQ(out.str().find("records 0 to"), std::string::npos);
}

}  // namespace sim
