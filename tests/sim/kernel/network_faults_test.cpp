// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/bus_day.h"

// Whatever happens between bus and cloud: when it is over every tap has arrived, none counts twice,
// and no rider paid for it. Forty riders board from 07:28 and alight at 07:35.
namespace
{

using namespace fw::literals;
using sim::FaultKind;
using test_support::BusDay;
using test_support::nanos_at;

struct Trouble {
    FaultKind kind;
    fw::Nanos at;
    fw::Nanos lasts;
    fw::Nanos delay{};
    std::int32_t share_ppm = 1'000'000;
};
using Mix = std::vector<Trouble>;

constexpr fw::Nanos before = nanos_at(7, 20);
constexpr fw::Nanos boarding = nanos_at(7, 28, 20);
constexpr fw::Nanos alighting = nanos_at(7, 35, 20);

const std::vector<Mix> mixes{
    {{FaultKind::uplink_down, before, 1200_s}},
    {{FaultKind::uplink_slow, before, 3600_s, 15_s}},  // longer than the box waits for an answer
    {{FaultKind::uplink_lossy, before, 1200_s, {}, 500'000}},
    {{FaultKind::uplink_duplicate, before, 3600_s, 3_s, 700'000}},
    {{FaultKind::uplink_reorder, before, 3600_s, 25_s, 500'000}},
    {{FaultKind::uplink_replay, before, 3600_s, 700_s}},
    {{FaultKind::depot_full, boarding, 500_s}},
    {{FaultKind::cloud_down, boarding, 500_s}},
    {{FaultKind::cloud_slow, before, 3600_s}},
    {{FaultKind::cloud_slow, before, 3600_s},
     {FaultKind::cloud_restart, nanos_at(7, 28, 17), 30_s},
     {FaultKind::cloud_restart, alighting, 30_s}},
    {{FaultKind::stale_lists, before, 3600_s}},
    {{FaultKind::uplink_duplicate, before, 3600_s, 3_s, 500'000},
     {FaultKind::uplink_reorder, before, 3600_s, 25_s, 500'000},
     {FaultKind::uplink_replay, before, 3600_s, 300_s, 500'000},
     {FaultKind::cloud_slow, before, 3600_s},
     {FaultKind::cloud_restart, alighting, 60_s}},
    {{FaultKind::uplink_lossy, before, 3600_s, {}, 300'000},
     {FaultKind::uplink_replay, before, 3600_s, 90_s, 500'000},
     {FaultKind::power_loss, nanos_at(7, 32), 30_s},
     {FaultKind::power_loss, nanos_at(7, 36), 30_s},
     {FaultKind::depot_full, alighting, 60_s}},
};

class NetworkTrouble : public ::testing::TestWithParam<std::size_t>
{
protected:
    void suffer(const Mix& mix)
    {
        day.city.scenario.city.devices.cloud.servers = 1;
        for (int i = 0; i < 40; ++i) day.by_card(0, 1);
        for (const Trouble& trouble : mix) {
            sim::Fault& fault = day.fault(trouble.kind, trouble.at, trouble.lasts);
            fault.delay = trouble.delay;
            fault.share_ppm = trouble.share_ppm;
            fault.factor = trouble.kind == FaultKind::cloud_slow ? 40 : 1;
        }
        day.run();
    }
    std::int64_t without_effect() const
    {
        return std::count_if(day.rows.notes.begin(), day.rows.notes.end(), [](const auto& note) {
            return note.kind == "fault" && note.text.ends_with("took effect 0 times");
        });
    }
    BusDay day;
};

TEST_P(NetworkTrouble, PassesWithoutATapLostOrCountedTwice)
{
    suffer(mixes[GetParam()]);

    EXPECT_EQ(without_effect(), 0);
    std::set<fw::TapKey> tapped, taken;
    for (const sim::TapRow& tap : day.rows.taps) tapped.insert(tap.event.key);
    for (const sim::CloudRow& row : day.rows.cloud) taken.insert(row.key);
    EXPECT_GE(tapped.size(), 80U);
    EXPECT_EQ(taken, tapped);
    EXPECT_EQ(day.rows.cloud.size(), taken.size());
    for (std::uint32_t rider = 0; rider < 40; ++rider) {
        EXPECT_EQ(day.purse_after(rider), 850_yen) << "rider " << rider;
        EXPECT_EQ(day.rows.balance(sim::AccountKind::card, rider), -150_yen) << "rider " << rider;
    }
    EXPECT_EQ(day.rows.balance(sim::AccountKind::revenue), 6000_yen);
    EXPECT_EQ(day.rows.balance(sim::AccountKind::suspense), 0_yen);
}

INSTANTIATE_TEST_SUITE_P(OfEachKindAndMixed, NetworkTrouble,
                         ::testing::Range<std::size_t>(0, mixes.size()));

class NetworkTroubleOnce : public NetworkTrouble
{
};

TEST_F(NetworkTroubleOnce, ARestartReallyForgetsAPartOfABatch)
{
    suffer(mixes[9]);

    const auto forgotten =
        std::count_if(day.rows.batches.begin(), day.rows.batches.end(),
                      [](const auto& row) { return row.at_cloud >= 0 && row.served < 0; });
    EXPECT_GT(forgotten, 0);
}

TEST_F(NetworkTroubleOnce, ReplaysComeFromBeforeAReboot)
{
    suffer(mixes[12]);

    const std::int64_t reboot = nanos_at(7, 36, 30).count;
    const auto late = std::count_if(
        day.rows.batches.begin(), day.rows.batches.end(),
        [&](const auto& row) { return row.sent < nanos_at(7, 36).count && row.at_depot > reboot; });
    EXPECT_GT(late, 0);
}

}  // namespace
