// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/cloud_module.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/kernel/kernel_time.h"
#include "sim/kernel/run.h"
#include "tests/models/cloud/intake_desk.h"
#include "tests/support/small_city.h"

// Cloud, depot and links in a real kernel, with batches sent by hand from one bus of operator
// north: 50 ms each way to the depot, one server that takes 1 s for an event.
namespace
{

using namespace fw::literals;
using sim::FaultKind;

struct Kept final : sim::Recorder {
    void keep(const sim::CloudRow& row) override { cloud.push_back(row); }
    void keep(const sim::PostingRow& row) override { postings.push_back(row); }
    void keep(const sim::BatchRow& row) override { batches.push_back(row); }
    void keep(const sim::NoteRow& row) override { notes.push_back(row); }

    std::vector<sim::CloudRow> cloud;
    std::vector<sim::PostingRow> postings;
    std::vector<sim::BatchRow> batches;
    std::vector<sim::NoteRow> notes;
};

struct Bus final : model::BusEnd {
    void acknowledge(std::uint32_t, fw::Nanos, const fw::Acknowledgement& ack) override
    {
        acks.push_back(ack);
    }
    std::vector<fw::Acknowledgement> acks;
};

fw::TapEvent ride(std::uint32_t sequence)
{
    return test_support::tap_of(0, fw::TapVerdict::accepted, sequence, sequence, sequence - 1,
                                1000 + sequence);
}

class CloudInKernel : public ::testing::Test
{
protected:
    CloudInKernel()
    {
        sim::DeviceParameters& devices = city.scenario.city.devices;
        const auto constant = [](fw::Nanos value) {
            return sim::Distribution{sim::Distribution::Kind::constant, value, {}, 0};
        };
        devices.uplink.up = devices.uplink.down = constant(50_ms);
        devices.cloud.service = constant(1_s);
        devices.cloud.servers = 1;
        linkage.enrol(model::bench_idm(1), 0);
    }

    sim::Fault& fault(FaultKind kind, fw::Nanos at, fw::Nanos lasts)
    {
        sim::Fault& fault = city.scenario.faults.emplace_back();
        fault.kind = kind;
        fault.at = at;
        fault.lasts = lasts;
        return fault;
    }
    void send(fw::Nanos at, std::uint32_t first, const std::vector<fw::TapEvent>& events)
    {
        sim::UplinkBatch& batch = batches.emplace_back();
        batch.device = 1;
        batch.first_record = first;
        batch.end_record = first + static_cast<std::uint32_t>(events.size());
        batch.sent = at;
        batch.events.resize(events.size() * fw::tap_event_size);
        for (std::size_t i = 0; i < events.size(); ++i)
            fw::encode(events[i], std::span(batch.events)
                                      .subspan(i * fw::tap_event_size)
                                      .first<fw::tap_event_size>());
    }
    void run()
    {
        sim::set_kernel_resolution();
        model::CloudModule cloud("cloud",
                                 {city.scenario, fares.table, linkage, kept, 16, {fw::Nanos{}}});
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < city.scenario.faults.size(); ++i) all.push_back(i);
        cloud.add_bus(bus, 0, all);
        for (sim::UplinkBatch& batch : batches) cloud.send(std::move(batch));
        sim::run_to_end(60_s, [](fw::Nanos) { return true; });
        cloud.close_day();
    }
    std::int64_t notes(const std::string& kind) const
    {
        return std::count_if(kept.notes.begin(), kept.notes.end(),
                             [&](const auto& note) { return note.kind == kind; });
    }

    test_support::SmallCity city;
    test_support::FourStops fares;
    model::IdLinkage linkage{4};
    Kept kept;
    Bus bus;
    std::vector<sim::UplinkBatch> batches;
};

TEST_F(CloudInKernel, TakesABatchAndAcknowledgesItWithTheNewestLists)
{
    send(2000_s, 0, {ride(1), ride(2)});
    run();

    EXPECT_EQ(kept.cloud.size(), 2U);
    ASSERT_EQ(bus.acks.size(), 1U);
    EXPECT_EQ(bus.acks[0].upto_record, 2U);
    EXPECT_EQ(bus.acks[0].list_version, 1U);
    EXPECT_TRUE(kept.notes.empty());
}

TEST_F(CloudInKernel, SendsNoListsWhileTheyAreStale)
{
    fault(FaultKind::stale_lists, 1990_s, 100_s);
    send(2000_s, 0, {ride(1)});
    send(2200_s, 1, {ride(2)});
    run();

    ASSERT_EQ(bus.acks.size(), 2U);
    EXPECT_EQ(bus.acks[0].list_version, 0U);
    EXPECT_EQ(bus.acks[1].list_version, 1U);
}

TEST_F(CloudInKernel, AFullDepotTakesNothing)
{
    fault(FaultKind::depot_full, 1990_s, 100_s);
    send(2000_s, 0, {ride(1)});
    run();

    EXPECT_TRUE(kept.cloud.empty());
    EXPECT_TRUE(bus.acks.empty());
    ASSERT_EQ(kept.batches.size(), 1U);
    EXPECT_EQ(kept.batches[0].at_depot, -1);
}

TEST_F(CloudInKernel, ACloudThatIsDownReceivesNothing)
{
    fault(FaultKind::cloud_down, 1990_s, 100_s);
    send(2000_s, 0, {ride(1)});
    run();

    EXPECT_TRUE(kept.cloud.empty());
    EXPECT_TRUE(bus.acks.empty());
    ASSERT_EQ(kept.batches.size(), 1U);
    EXPECT_EQ(kept.batches[0].at_depot, (2000_s + 50_ms).count);
    EXPECT_EQ(kept.batches[0].at_cloud, -1);
}

TEST_F(CloudInKernel, ACloudThatGoesDownKeepsWhatItTookButDoesNotAnswer)
{
    fault(FaultKind::cloud_down, 2001_s, 100_s);
    send(2000_s, 0, {ride(1)});
    run();

    EXPECT_EQ(kept.cloud.size(), 1U);
    EXPECT_TRUE(bus.acks.empty());
    EXPECT_GT(kept.batches.at(0).served, 0);
    EXPECT_EQ(kept.batches.at(0).acknowledged, -1);
}

TEST_F(CloudInKernel, ARestartForgetsTheQueueAndTakesItWhenItComesAgain)
{
    fault(FaultKind::cloud_restart, 2002_s + 500_ms, 10_s);
    send(2000_s, 0, {ride(1), ride(2), ride(3), ride(4)});
    send(2020_s, 0, {ride(1), ride(2), ride(3), ride(4)});
    run();

    ASSERT_EQ(bus.acks.size(), 1U);
    EXPECT_EQ(kept.batches.at(0).served, -1);
    EXPECT_EQ(kept.cloud.size(), 4U);
    EXPECT_EQ(notes("duplicate"), 2);  // the first two were accepted before
    EXPECT_EQ(kept.postings.size(), 4U);
    EXPECT_EQ(kept.batches.at(1).served,
              (2024_s).count + kept.batches.at(1).at_cloud - (2020_s).count);  // by idle servers
}

TEST_F(CloudInKernel, ASlowCloudAnswersLater)
{
    fault(FaultKind::cloud_slow, 1990_s, 100_s).factor = 30;
    send(2000_s, 0, {ride(1)});
    run();

    EXPECT_EQ(kept.batches.at(0).served - kept.batches.at(0).at_cloud, (30_s).count);
    EXPECT_EQ(bus.acks.size(), 1U);
}

TEST_F(CloudInKernel, ARecordForEachCopyOfABatch)
{
    fault(FaultKind::uplink_replay, 1990_s, 100_s).delay = 300_s;
    fault(FaultKind::uplink_duplicate, 1990_s, 100_s).delay = 5_s;
    send(2000_s, 0, {ride(1)});
    run();

    EXPECT_EQ(kept.cloud.size(), 1U);
    EXPECT_EQ(kept.postings.size(), 1U);
    EXPECT_EQ(kept.batches.size(), 3U);
    EXPECT_EQ(bus.acks.size(), 3U);
    EXPECT_EQ(notes("duplicate"), 2);
    EXPECT_EQ(notes("fault"), 4);
}

TEST_F(CloudInKernel, RefusesEventsThatTheirReaderCannotHaveSent)
{
    fw::TapEvent foreign = ride(2);
    foreign.key.device = 9;
    fw::TapEvent wild = ride(3);
    wild.key.sequence = 0xFFFF'FFF0;
    send(2000_s, 0, {ride(1), foreign, wild});
    run();

    EXPECT_EQ(kept.cloud.size(), 1U);
    EXPECT_EQ(kept.postings.size(), 1U);
    EXPECT_EQ(notes("damaged"), 2);
    EXPECT_EQ(bus.acks.size(), 1U);
}

TEST_F(CloudInKernel, PutsTimesRightBeforeItPrices)
{
    linkage.link(model::bench_idm(1), 1, 1500_s);  // 10 % off from then on
    send(2000_s, 0, {ride(1)});
    batches[0].clock = 2000_s - 990_s;  // the tap at 1001 s was really at 1991 s
    run();

    ASSERT_EQ(kept.cloud.size(), 1U);
    EXPECT_EQ(kept.cloud[0].due, 135_yen);
}

}  // namespace
