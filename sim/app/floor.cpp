// SPDX-License-Identifier: Apache-2.0
#include "sim/app/floor.h"

#include <algorithm>
#include <deque>
#include <vector>

#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"

namespace
{
using u32 = std::uint32_t;
using u64 = std::uint64_t;
using i64 = std::int64_t;
using sim::mix64;
constexpr i64 us = 1'000, ms = 1'000'000, s = 1'000'000'000;
constexpr u32 buses = 300, stops = 40, phases = 36, no_exchange = 6;
enum Kind : u32 { start, phase, priced = phase + phases, cloud, served, reply };
enum Stream : u64 { place, from, to, dwell, up, service, down, card, loss = card + 6 };
constexpr u32 class_percent[]{100, 50, 50, 90};
constexpr i64 duration_us[] = {  // serial out, air out, card, air in, serial in, host
    1305, 570,  2000,  1026, 2349, 1000, 2088, 912,  4000,  836,  1914, 1000,
    3045, 1330, 13000, 1634, 3741, 1000, 2349, 1026, 13000, 1026, 2349, 1000,
    2697, 1178, 8000,  3268, 7482, 1000, 8265, 3610, 15000, 798,  1827, 1000};
struct Event {
    i64 t;
    u64 what;  // kind << 32 | tap or record; the next event is the greatest in a heap
    bool operator<(const Event& o) const { return t != o.t ? t > o.t : what > o.what; }
};
struct Tap {
    u32 bus;
    i64 arrives;
    u32 number, stop, ride;  // ride: stops since boarding, 0 when boarding
    auto operator<=>(const Tap&) const = default;
};
struct Record {
    i64 arrived, ended;
    u32 number, bus, stop, fare, balance, reserved[3];
};
class Floor
{
public:
    explicit Floor(u64 riders) : free_(std::max<u64>(riders / 12'500, 1)), balance_(riders, 100'000)
    {
        for (u32 tap = 0; tap < 2 * riders; ++tap) {
            const u64 rider = tap / 2, where = draw(rider, place), bus = where % buses;
            const u64 on = below(stops - 1, draw(rider, from));
            const u64 ride = tap % 2 ? 1 + below(stops - 1 - on, draw(rider, to)) : 0;
            const u64 begin = bus % 90 + ((where >> 63) * stops + on + ride) * 90;
            const u64 t = begin * s + below(20'000'000, draw(tap, dwell)) * us;
            taps_.push_back({u32(bus), i64(t), tap, u32(on + ride), u32(ride)});
        }
        std::sort(taps_.begin(), taps_.end());
        for (u32 i = 0; i < taps_.size(); ++i)
            if (i == 0 || taps_[i - 1].bus != taps_[i].bus) push(taps_[i].arrives, start, i);
        records_.reserve(taps_.size());
        for (u32 i = 0; i < 30 * stops * stops; ++i) fares_.push_back(100 + 9 * (i % stops));
    }
    sim::FloorResult run()
    {
        for (; !heap_.empty(); ++result_.events) handle(heap_[0]);
        result_.taps = records_.size();
        return result_;
    }

private:
    static u64 draw(u64 tap, u64 use) { return mix64((tap << 6 | use) * 0x9e3779b97f4a7c15ULL); }
    static u64 below(u64 n, u64 bits) { return (bits >> 32) * n >> 32; }
    void push(i64 t, u64 kind, u64 index)
    {
        heap_.push_back({t, kind << 32 | index});
        std::push_heap(heap_.begin(), heap_.end());
    }
    void done() { std::pop_heap(heap_.begin(), heap_.end()), heap_.pop_back(); }
    // The event in hand gives way to its successor: one way down the heap instead of two.
    void next(i64 t, u64 kind, u64 index)
    {
        const Event e{t, kind << 32 | index};
        std::size_t i = 0, n = heap_.size();
        for (std::size_t child = 1; child < n; child = 2 * i + 1) {
            child += child + 1 < n && heap_[child] < heap_[child + 1] ? 1 : 0;
            if (!(e < heap_[child])) break;
            heap_[i] = heap_[child], i = child;
        }
        heap_[i] = e;
    }
    void handle(Event e)
    {
        const u32 kind = u32(e.what >> 32), index = u32(e.what);
        if (kind == start) return begin_phase(e.t, 0, index);
        if (kind < priced) return end_phase(e.t, kind - phase, index);
        kind == priced ? price(e.t, index) : serve(e.t, kind, index);
    }
    void begin_phase(i64 t, u32 p, u32 tap)
    {
        i64 lasts = duration_us[p] * us;  // a card takes 75 % to 125 % of its time
        if (p % 6 == 2) lasts = lasts * 3 / 4 + i64(below(u64(lasts) / 2, draw(tap, card + p / 6)));
        next(t + lasts, phase + p, tap);
    }
    void end_phase(i64 t, u32 p, u32 tap)
    {
        u32& resent = resent_[taps_[tap].bus];
        if (p % 6 == 1 && resent != p / 6 && draw(tap, loss + p / 6) >> 56 == 0)
            return resent = p / 6, begin_phase(t + 20 * ms, p - 1, tap);
        p + 1 < phases ? begin_phase(t, p + 1, tap) : next(t + 3 * ms, priced, tap);
    }
    void price(i64 t, u32 tap)
    {
        const Tap& now = taps_[tap];
        const u32 od = (now.bus % 30 * stops + now.stop - now.ride) * stops + now.ride;
        const u32 percent = class_percent[draw(now.number / 2, place) >> 60 & 3];
        const u32 fare = now.ride ? (fares_[od] * percent + 999) / 1000 * 10 : 0;
        const u32 left = balance_[now.number / 2] -= fare;
        records_.push_back({now.arrives, t, now.number, now.bus, now.stop, fare, left, {}});
        result_.latencies.push_back({t - now.arrives}), result_.latency_sum += {t - now.arrives};
        push(t + 20 * ms + link_.at(draw(tap, up)).count, cloud, records_.size() - 1);
        resent_[now.bus] = no_exchange;
        if (tap + 1 == taps_.size() || taps_[tap + 1].bus != now.bus) return done();
        next(std::max(t, taps_[tap + 1].arrives), start, tap + 1);
    }
    void serve(i64 t, u32 kind, u32 record)
    {
        if (kind == reply) return result_.cloud_sum += {t - records_[record].ended}, done();
        if (kind == cloud) {
            if (free_ == 0) return queue_.push_back(record), done();
            return --free_, next(t + ms + work_.at(draw(record, service)).count, served, record);
        }
        result_.fare_yen += records_[record].fare;
        next(t + 20 * ms + link_.at(draw(record, down)).count, reply, record);
        if (queue_.empty()) return void(++free_);
        push(t + ms + work_.at(draw(queue_.front(), service)).count, served, queue_.front());
        queue_.pop_front();
    }
    u64 free_;
    std::vector<u32> balance_, fares_, resent_ = std::vector<u32>(buses, no_exchange);
    std::vector<Tap> taps_;
    std::vector<Record> records_;
    std::vector<Event> heap_;
    std::deque<u32> queue_;
    sim::Quantiles link_ = sim::Quantiles::lognormal({60 * ms}, 0.6);
    sim::Quantiles work_ = sim::Quantiles::exponential({99 * ms});
    sim::FloorResult result_;
};
}  // namespace

sim::FloorResult sim::run_floor(u64 riders)
{
    return Floor(riders).run();
}
