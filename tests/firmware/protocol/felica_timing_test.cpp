// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/felica_timing.h"

#include <gtest/gtest.h>

#include <vector>

#include "firmware/protocol/felica.h"

namespace
{

using namespace fw::felica;

double ms(fw::Nanos time)
{
    return static_cast<double>(time.count) / 1e6;
}

// Printed with three significant digits, from T rounded up to 302.1 us.
void expect_printed(fw::Nanos time, double printed)
{
    const double unit = printed >= 100 ? 1 : printed >= 10 ? 0.1 : 0.01;
    EXPECT_NEAR(ms(time), printed, unit / 2 + printed * 1.2e-4);
}

TEST(FelicaTiming, RoundsCarrierCyclesToTheNearestNanosecond)
{
    EXPECT_EQ(carrier_cycles(64).count, 4720);      // 4719.76
    EXPECT_EQ(carrier_cycles(32).count, 2360);      // 2359.88
    EXPECT_EQ(carrier_cycles(8192).count, 604130);  // 604129.79
    EXPECT_EQ(carrier_cycles(13'560'000).count, 1'000'000'000);
}

TEST(FelicaTiming, GivesThePrintedAirTimes)
{
    struct Row {
        std::size_t len;
        double at_212, at_424;
    };
    const std::vector<Row> table{
        {6, 0.604, 0.302},  {18, 1.057, 0.529}, {20, 1.133, 0.566},  {10, 0.755, 0.378},
        {11, 0.793, 0.396}, {16, 0.982, 0.491}, {29, 1.473, 0.736},  {205, 8.118, 4.059},
        {32, 1.586, 0.793}, {12, 0.831, 0.415}, {50, 2.265, 1.133},  {36, 1.737, 0.868},
        {26, 1.359, 0.680}, {34, 1.661, 0.831}, {122, 4.984, 2.492}, {98, 4.078, 2.039},
    };
    for (const Row& row : table) {
        EXPECT_NEAR(ms(air_time(row.len, 212)), row.at_212, 0.0005 + 1e-9) << row.len;
        EXPECT_NEAR(ms(air_time(row.len, 424)), row.at_424, 0.0005 + 1e-9) << row.len;
    }
}

TEST(FelicaTiming, OpensTheSlotsAndEndsThePollingAsPrinted)
{
    EXPECT_NEAR(ms(first_slot), 2.417, 0.0005);
    EXPECT_NEAR(ms(slot_pitch), 1.208, 0.0005);
    EXPECT_EQ(slot_start(0), first_slot);
    const std::vector<std::pair<int, double>> table{
        {1, 3.625}, {2, 4.833}, {4, 7.249}, {8, 12.081}, {16, 21.745}};
    for (const auto& [slots, printed] : table) {
        EXPECT_NEAR(ms(polling_timeout(slots)), printed, 0.004) << slots;
    }
}

TEST(FelicaTiming, KnowsFiveNumbersOfSlots)
{
    EXPECT_EQ(slot_count(0x00), 1);
    EXPECT_EQ(slot_count(0x01), 2);
    EXPECT_EQ(slot_count(0x03), 4);
    EXPECT_EQ(slot_count(0x07), 8);
    EXPECT_EQ(slot_count(0x0F), 16);
    EXPECT_EQ(slot_count(0x02), 0);
    EXPECT_EQ(slot_count(0x1F), 0);
    EXPECT_EQ(slot_code(16), 0x0F);
}

// felica.md 2, all printed cells; -1 = not printed.
struct Maxima {
    fw::Pmm pmm;
    double service_1, service_8, fixed, auth1_6, auth1_8, auth2;
    std::array<double, 4> read;   // 1, 4, 8, 12 blocks
    std::array<double, 4> write;  // 1, 2, 4, 8 blocks
};

const std::vector<Maxima> cards{
    {{{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}},
     7.25,
     24.2,
     3.62,
     53.2,
     62.8,
     24.2,
     {33.8, 48.3, 67.7, 87.0},
     {77.3, 135, 251, 483}},
    {{{0x05, 0x31, 0x43, 0x45, 0x46, 0x82, 0xB7, 0xFF}},
     6.04,
     -1,
     7.25,
     -1,
     18.1,
     8.46,
     {19.3, 33.8, -1, 72.5},
     {-1, -1, 174, -1}},
    {{{0x03, 0x01, 0x4B, 0x02, 0x4F, 0x49, 0x93, 0xFF}},
     7.25,
     24.2,
     0.91,
     24.2,
     29.0,
     9.67,
     {4.83, 12.1, 21.8, 31.4},
     {33.8, 48.3, 77.3, 135}},
    {{{0x01, 0x18, 0x8B, 0x86, 0x8F, 0xBE, 0xCB, 0xFF}},
     29.0,
     96.7,
     33.8,
     96.7,
     116,
     38.7,
     {72.5, 188, 343, 498},
     {116, 155, 232, 387}},
    {{{0x00, 0xF1, 0x00, 0x00, 0x00, 0x01, 0x43, 0x00}},
     0.60,
     2.72,
     0.30,
     -1,
     -1,
     -1,
     {0.91, 1.81, -1, -1},
     {6.04, 7.25, -1, -1}},
};

TEST(FelicaTiming, GivesThePrintedMaximaOfFiveCards)
{
    const auto check = [](const fw::Pmm& pmm, Code code, unsigned n, double printed) {
        if (printed < 0) return;
        SCOPED_TRACE(testing::Message() << "code " << code << " n " << n);
        expect_printed(longest_response(pmm, code, n), printed);
    };
    const std::array<unsigned, 4> reads{1, 4, 8, 12};
    const std::array<unsigned, 4> writes{1, 2, 4, 8};
    for (const Maxima& card : cards) {
        check(card.pmm, request_service, 1, card.service_1);
        check(card.pmm, request_service, 8, card.service_8);
        check(card.pmm, request_response, 5, card.fixed);
        check(card.pmm, search_service_code, 5, card.fixed);
        check(card.pmm, request_system_code, 5, card.fixed);
        check(card.pmm, authentication1, 6, card.auth1_6);
        check(card.pmm, authentication1, 8, card.auth1_8);
        check(card.pmm, authentication2, 8, card.auth2);
        for (std::size_t i = 0; i < 4; ++i) {
            check(card.pmm, read_plain, reads[i], card.read[i]);
            check(card.pmm, read_secure, reads[i], card.read[i]);
            check(card.pmm, write_plain, writes[i], card.write[i]);
            check(card.pmm, write_secure, writes[i], card.write[i]);
        }
    }
}

TEST(FelicaTiming, SumsTheReferenceTransactionAsPrinted)
{
    const std::array<std::size_t, 10> frames{6, 18, 36, 26, 18, 34, 34, 122, 98, 26};
    fw::Nanos at_212{};
    fw::Nanos at_424{};
    for (const std::size_t len : frames) {
        at_212 += air_time(len, 212);
        at_424 += air_time(len, 424);
    }
    EXPECT_NEAR(ms(at_212), 19.56, 0.005);
    EXPECT_NEAR(ms(at_424), 9.78, 0.005);

    const std::array<double, 4> printed{396, 244, 133, 653};
    for (std::size_t i = 0; i < printed.size(); ++i) {
        const fw::Pmm& pmm = cards[i].pmm;
        const fw::Nanos sum =
            longest_response(pmm, authentication1, 8) + longest_response(pmm, authentication2, 0) +
            longest_response(pmm, read_secure, 6) + longest_response(pmm, write_secure, 4);
        expect_printed(sum, printed[i]);
    }
}

}  // namespace
