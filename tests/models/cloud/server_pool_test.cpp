// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/server_pool.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <deque>

namespace
{

using namespace fw::literals;

struct Job {
    std::int64_t arrives = 0;
    std::int64_t takes = 0;
};

std::vector<Job> any_jobs()
{
    std::vector<Job> jobs;
    std::int64_t now = 0;
    const int count = *rc::gen::inRange(0, 60);
    for (int i = 0; i < count; ++i) {
        now += *rc::gen::inRange(0, 8);
        jobs.push_back({now, *rc::gen::inRange(0, 30)});
    }
    return jobs;
}

// Walks through time one tick after another: who is waiting, which servers are busy until when.
std::vector<std::int64_t> simulated(const std::vector<Job>& jobs, int servers)
{
    std::vector<std::int64_t> done(jobs.size(), -1),
        busy_until(static_cast<std::size_t>(servers), 0);
    std::deque<std::size_t> queue;
    std::size_t next = 0;
    for (std::int64_t now = 0; next < jobs.size() || !queue.empty(); ++now) {
        for (; next < jobs.size() && jobs[next].arrives == now; ++next) queue.push_back(next);
        for (std::int64_t& until : busy_until) {
            while (until <= now && !queue.empty()) {
                done[queue.front()] = until = now + jobs[queue.front()].takes;
                queue.pop_front();
            }
        }
    }
    return done;
}

}  // namespace

TEST(ServerPool, ServesAtOnceWhileAServerIsFree)
{
    model::ServerPool pool(2);

    EXPECT_EQ(pool.serve(10_ms, 5_ms), 15_ms);
    EXPECT_EQ(pool.serve(10_ms, 5_ms), 15_ms);
    EXPECT_EQ(pool.serve(10_ms, 5_ms), 20_ms);
    EXPECT_EQ(pool.serve(30_ms, 5_ms), 35_ms);
}

RC_GTEST_PROP(ServerPoolProperty, EndsEveryJobWhenAFifoQueueWithSoManyServersDoes, ())
{
    const int servers = *rc::gen::inRange(1, 6);
    const std::vector<Job> jobs = any_jobs();
    const std::vector<std::int64_t> expected = simulated(jobs, servers);

    model::ServerPool pool(servers);
    for (std::size_t i = 0; i < jobs.size(); ++i)
        RC_ASSERT(pool.serve({jobs[i].arrives}, {jobs[i].takes}).count == expected[i]);
}
