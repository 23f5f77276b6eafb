// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/record/random_run.h"

namespace sim::test
{

namespace
{

constexpr std::int64_t minute = 60'000 * ms;

// Whole microseconds from nothing to some seconds, each magnitude as likely.
std::int64_t length()
{
    const auto octave = *rc::gen::inRange(0, 23);
    return std::int64_t{1000} * *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << octave);
}

void draw_times(TapRow& tap, CloudRow& cloud)
{
    std::int64_t now = *rc::gen::inRange<std::int64_t>(7 * 60, 9 * 60) * minute;
    for (std::int64_t& t : tap.t)
        t = *rc::gen::weightedElement<bool>({{9, true}, {1, false}}) ? now += length() : -1;
    cloud.t8 = now += length();
    cloud.t9 = now + length();
}

void draw_tap(SmallRun& run)
{
    TapRow& tap = run.tap(
        *rc::gen::inRange<std::uint32_t>(0, 5), static_cast<fw::TapKind>(*rc::gen::inRange(0, 6)),
        *rc::gen::inRange<std::uint16_t>(0, 3), *rc::gen::inRange<std::uint16_t>(1, 4));
    tap.event.verdict = static_cast<fw::TapVerdict>(
        *rc::gen::weightedOneOf<int>({{3, rc::gen::just(0)}, {1, rc::gen::inRange(0, 15)}}));
    tap.event.trip = *rc::gen::inRange<std::uint32_t>(1, 4);
    tap.pattern = *rc::gen::inRange<std::uint32_t>(0, 2);
    tap.event.operator_id = *rc::gen::inRange<std::uint16_t>(0, 3);
    tap.event.discount_class = *rc::gen::inRange<std::uint8_t>(0, 3);
    tap.event.half = static_cast<fw::Half>(*rc::gen::inRange(0, 3));
    tap.event.fare = {*rc::gen::inRange(0, 800)};
    tap.event.base_fare = {*rc::gen::inRange(0, 800)};
    tap.event.riders = *rc::gen::inRange<std::uint8_t>(1, 4);
    tap.true_riders = *rc::gen::inRange<std::uint8_t>(1, 4);
    CloudRow cloud{tap.event.key, -1, -1, tap.event.fare};
    draw_times(tap, cloud);
    if (*rc::gen::arbitrary<bool>()) run.clouds.push_back(cloud);
}

Account draw_account()
{
    return {static_cast<AccountKind>(*rc::gen::inRange(0, 7)),
            *rc::gen::inRange<std::uint32_t>(0, 3)};
}

void draw_posting(SmallRun& run)
{
    PostingRow row;
    row.t = *rc::gen::inRange<std::int64_t>(0, 26 * 60) * minute;
    row.kind = static_cast<PostingKind>(*rc::gen::inRange(0, 10));
    row.debit = draw_account();
    row.credit = draw_account();
    row.amount = {*rc::gen::inRange(0, 2000)};
    run.postings.push_back(row);
}

}  // namespace

rc::Gen<SmallRun> random_run()
{
    return rc::gen::exec([] {
        SmallRun run;
        const int taps = *rc::gen::inRange(0, 60), postings = *rc::gen::inRange(0, 30);
        for (int i = 0; i < taps; ++i) draw_tap(run);
        for (int i = 0; i < postings; ++i) draw_posting(run);
        return run;
    });
}

}  // namespace sim::test
