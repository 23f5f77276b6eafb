// SPDX-License-Identifier: Apache-2.0
#include "models/platform/ride_cells.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr std::int64_t minute = 60'000'000'000;

// One trip of one pattern with the stops A, B, C (codes 11 to 13); three people make a cell.
struct Morning {
    Morning() : cells({{{"feed", "r1", 11, {"A", "B", "C"}}}, {0}}, parameters()) {}

    static sim::Platform parameters()
    {
        sim::Platform platform;
        platform.k = 3;
        return platform;
    }
    Morning& ride(std::uint8_t card, std::int64_t at_minute,
                  fw::TapVerdict verdict = fw::TapVerdict::accepted,
                  fw::TapKind kind = fw::TapKind::alight)
    {
        fw::TapEvent event;
        event.card.bytes[7] = card;
        event.kind = kind;
        event.verdict = verdict;
        event.trip = 1;
        event.board_code = 12;
        event.discount_class = 2;
        event.closed_at = {at_minute * minute};
        cells.add(event, {at_minute * minute + 1});
        return *this;
    }
    // "begins stop class people" of each cell.
    std::string due(std::int64_t at_minute)
    {
        std::string all;
        for (const RideCell& cell : cells.due({at_minute * minute}))
            all += (all.empty() ? "" : "; ") + std::to_string(cell.begins_s) + " " + cell.stop +
                   " " + std::to_string(cell.discount_class) + " " + std::to_string(cell.people);
        return all;
    }

    RideCells cells;
};

TEST(RideCells, ACellIsToldWhenItsPeriodIsOverAndEnoughPeopleAreInIt)
{
    Morning morning;
    morning.ride(1, 31).ride(2, 32).ride(3, 44);
    EXPECT_EQ(morning.due(44), "");
    EXPECT_EQ(morning.due(45), "1800 B 2 3");
    EXPECT_EQ(morning.due(60), "");
}

TEST(RideCells, FewerPeopleAreNotToldAndNoGrowthByFewer)
{
    Morning morning;
    EXPECT_EQ(morning.ride(1, 31).ride(2, 32).due(60), "");
    EXPECT_EQ(morning.ride(3, 33).due(61), "1800 B 2 3");
    EXPECT_EQ(morning.ride(4, 34).ride(5, 35).due(62), "");
    EXPECT_EQ(morning.ride(6, 36).due(63), "1800 B 2 6");
}

TEST(RideCells, OneCardIsOnePersonHoweverOftenItRides)
{
    Morning morning;
    EXPECT_EQ(morning.ride(1, 31).ride(1, 35).ride(1, 40).ride(2, 41).due(60), "");
}

TEST(RideCells, WhatTheCloudTakesLaterIsNotCountedNow)
{
    Morning morning;
    morning.ride(1, 31).ride(2, 32);
    fw::TapEvent late;
    late.card.bytes[7] = 3;
    late.kind = fw::TapKind::alight;
    late.verdict = fw::TapVerdict::accepted;
    late.trip = 1;
    late.board_code = 12;
    late.discount_class = 2;
    late.closed_at = {33 * minute};
    morning.cells.add(late, {70 * minute});
    EXPECT_EQ(morning.due(70), "");
    EXPECT_EQ(morning.due(71), "1800 B 2 3");
}

TEST(RideCells, OnlyRidesThatAreCertainCountAndNoStrangeStops)
{
    Morning morning;
    morning.ride(1, 31).ride(2, 32);
    morning.ride(3, 33, fw::TapVerdict::unconfirmed).ride(4, 34, fw::TapVerdict::refused_balance);
    morning.ride(5, 35, fw::TapVerdict::accepted, fw::TapKind::board);
    EXPECT_EQ(morning.due(60), "");
    fw::TapEvent strange;
    strange.kind = fw::TapKind::flat;
    strange.verdict = fw::TapVerdict::accepted;
    for (const std::uint32_t trip : {0U, 1U, 2U}) {
        strange.trip = trip;
        strange.board_code = trip == 1 ? 14 : 12;
        morning.cells.add(strange, {});
    }
    EXPECT_EQ(morning.due(60), "");
    EXPECT_EQ(morning.ride(6, 36, fw::TapVerdict::recovered).due(60), "1800 B 2 3");
}

}  // namespace

}  // namespace model
