// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "tests/support/bus_day.h"

// A bus whose fare boxes hand their taps in as text files, under what befalls links and boxes. A
// ride costs 150 yen.
namespace
{

using namespace fw::literals;
using sim::AccountKind;
using sim::FaultKind;
using test_support::BusDay;
using test_support::nanos_at;

class FilesOnTheWire : public testing::Test
{
protected:
    FilesOnTheWire()
    {
        sim::VendorParameters& vendor = day.city.scenario.city.devices.vendors.emplace_back();
        vendor.id = "files";
        vendor.protocol = sim::UplinkProtocol::trip_files;
        vendor.reader = day.city.scenario.city.devices.reader;
        vendor.fare_box = day.city.scenario.city.devices.fare_box;
        for (int i = 0; i < 5; ++i) day.by_card(0, 1);
        for (int i = 0; i < 5; ++i) day.by_card(0, 3);
    }
    void expect_everything_once()
    {
        for (std::uint32_t rider = 0; rider < 10; ++rider) {
            EXPECT_EQ(day.purse_after(rider), 850_yen) << "rider " << rider;
            EXPECT_EQ(day.rows.balance(AccountKind::card, rider), -150_yen) << "rider " << rider;
        }
        std::set<fw::TapKey> tapped, taken;
        for (const sim::TapRow& tap : day.rows.taps) tapped.insert(tap.event.key);
        for (const sim::CloudRow& row : day.rows.cloud) taken.insert(row.key);
        EXPECT_EQ(tapped, taken);
        for (const std::uint32_t device : {1U, 2U}) expect_closed(device);
    }
    void expect_closed(std::uint32_t device)
    {
        std::int64_t closes = 0, taps = 0;
        for (const sim::CloudRow& row : day.rows.cloud) taps += row.key.device == device;
        for (const sim::DayCloseRow& row : day.rows.closes) {
            if (row.device != device) continue;
            ++closes;
            EXPECT_EQ(row.taps, taps);
            EXPECT_EQ(row.cloud_taps, taps);
            EXPECT_EQ(row.yen, row.cloud_yen);
        }
        EXPECT_EQ(closes, 1) << "reader " << device;
    }
    std::int64_t duplicates() const
    {
        std::int64_t count = 0;
        for (const sim::NoteRow& note : day.rows.notes) count += note.kind == "duplicate";
        return count;
    }

    BusDay day;
};

TEST_F(FilesOnTheWire, BringEveryTapToTheLedgerAndCloseTheDay)
{
    day.run();

    expect_everything_once();
    EXPECT_EQ(duplicates(), 0);
}

TEST_F(FilesOnTheWire, AreSentAgainWhenTheirAnswersAreLost)
{
    day.fault(FaultKind::uplink_lossy, nanos_at(7, 0), 7200_s).share_ppm = 600'000;

    day.run();

    expect_everything_once();
    EXPECT_GT(duplicates(), 0);
}

TEST_F(FilesOnTheWire, AreTakenOnceHoweverOftenAndLateTheyCome)
{
    sim::Fault& twice = day.fault(FaultKind::uplink_duplicate, nanos_at(7, 0), 7200_s);
    twice.delay = 40_s;
    sim::Fault& again = day.fault(FaultKind::uplink_replay, nanos_at(7, 0), 7200_s);
    again.delay = 600_s;
    sim::Fault& late = day.fault(FaultKind::uplink_reorder, nanos_at(7, 0), 7200_s);
    late.share_ppm = 300'000;
    late.delay = 25_s;

    day.run();

    expect_everything_once();
    EXPECT_GT(duplicates(), 20);
}

TEST_F(FilesOnTheWire, LoseNothingWhenTheBoxForgetsWhichItSent)
{
    day.fault(FaultKind::uplink_down, nanos_at(7, 30), 400_s);
    day.fault(FaultKind::driver_reset, nanos_at(7, 31), {});
    day.fault(FaultKind::driver_reset, nanos_at(7, 36), {});
    day.fault(FaultKind::power_loss, nanos_at(7, 46), 30_s);

    day.run();

    expect_everything_once();
}

class FilesWithAWrongClock : public FilesOnTheWire, public testing::WithParamInterface<std::int64_t>
{
};

TEST_P(FilesWithAWrongClock, AreChargedRightHoweverWrongItIs)
{
    day.fault(FaultKind::clock_wrong, nanos_at(7, 33), 600_s).offset = {GetParam() * 1'000'000'000};

    day.run();

    expect_everything_once();
}

INSTANTIATE_TEST_SUITE_P(Offsets, FilesWithAWrongClock,
                         testing::Values(-86400 * 200, -36000, -1, 1, 60000, 86400 * 200));

}  // namespace
