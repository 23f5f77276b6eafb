// SPDX-License-Identifier: Apache-2.0
#include "sim/link/mobile_link.h"

#include <algorithm>

namespace sim
{

namespace
{

// Own numbering of draws, so that latencies and outages of one bus never share a key.
enum Draw : std::uint64_t { draw_up, draw_down, draw_gap, draw_length };

std::vector<Outage> drawn_outages(const LinkTimes& times, const RngStream& stream,
                                  std::uint64_t bus, fw::Nanos from, fw::Nanos to)
{
    std::vector<Outage> outages;
    if (!times.has_outages) return outages;
    fw::Nanos time = from;
    for (std::uint64_t n = 0; time < to; ++n) {
        const std::uint64_t key = bus << 32 | n;
        time += times.between_outages.at(stream.bits(key, draw_gap));
        const fw::Nanos end = time + times.outage.at(stream.bits(key, draw_length));
        outages.push_back({time, end});
        time = end;
    }
    return outages;
}

std::vector<Outage> merged(std::vector<Outage> outages)
{
    std::sort(outages.begin(), outages.end(),
              [](const Outage& a, const Outage& b) { return a.from < b.from; });
    std::vector<Outage> result;
    for (const Outage& outage : outages) {
        if (!result.empty() && outage.from <= result.back().to)
            result.back().to = std::max(result.back().to, outage.to);
        else
            result.push_back(outage);
    }
    return result;
}

}  // namespace

Quantiles quantiles_of(const Distribution& d)
{
    switch (d.kind) {
        case Distribution::Kind::uniform:
            return Quantiles::uniform(d.a, d.b);
        case Distribution::Kind::exponential:
            return Quantiles::exponential(d.a);
        case Distribution::Kind::lognormal:
            return Quantiles::lognormal(d.a, static_cast<double>(d.sigma_ppm) / 1e6);
        case Distribution::Kind::constant:
            break;
    }
    return Quantiles::constant(d.a);
}

LinkTimes::LinkTimes(const LinkParameters& p)
    : up(quantiles_of(p.up)),
      down(quantiles_of(p.down)),
      between_outages(Quantiles::exponential(p.mean_up)),
      outage(Quantiles::exponential(p.mean_outage)),
      has_outages(p.mean_up.count > 0 && p.mean_outage.count > 0)
{
}

MobileLink::MobileLink(const LinkTimes& times, const RngStream& stream, std::uint64_t bus,
                       LinkFaults faults, fw::Nanos from, fw::Nanos to)
    : times_(&times), stream_(stream), bus_(bus), faults_(std::move(faults))
{
    std::vector<Outage> outages = faults_.outages();
    for (const Outage& outage : drawn_outages(times, stream, bus, from, to))
        outages.push_back(outage);
    outages_ = merged(std::move(outages));
}

Carried MobileLink::carry_batch(fw::Nanos sent, const Message& message) const
{
    Carried carried;
    carried.arrives = carry_up(sent, message);
    if (carried.arrives) {
        *carried.arrives += faults_.held_up(sent, message.name);
        for (const fw::Nanos later : faults_.duplicates(sent, message.name))
            carried.again.push_back(*carried.arrives + later);
        if (down_at(*carried.arrives)) carried.arrives.reset();
    }
    for (const fw::Nanos later : faults_.replays(sent, message.name))
        carried.again.push_back(sent + later);
    std::erase_if(carried.again, [this](fw::Nanos at) { return down_at(at); });
    return carried;
}

std::optional<fw::Nanos> MobileLink::carry_up(fw::Nanos sent, const Message& message) const
{
    return carry(times_->up, sent, message, draw_up);
}

std::optional<fw::Nanos> MobileLink::carry_down(fw::Nanos sent, const Message& message) const
{
    return carry(times_->down, sent, message, draw_down);
}

std::optional<fw::Nanos> MobileLink::carry(const Quantiles& latency, fw::Nanos sent,
                                           const Message& message, std::uint64_t direction) const
{
    const fw::Nanos arrives = sent +
                              latency.at(stream_.bits(bus_ << 40 | message.number, direction)) +
                              faults_.delay(sent);
    if (down_at(sent) || down_at(arrives)) {
        faults_.cut(sent, arrives);
        return std::nullopt;
    }
    if (faults_.lost(sent, message.name)) return std::nullopt;
    return arrives;
}

bool MobileLink::down_at(fw::Nanos time) const
{
    const auto after =
        std::upper_bound(outages_.begin(), outages_.end(), time,
                         [](fw::Nanos t, const Outage& outage) { return t < outage.from; });
    return after != outages_.begin() && time < std::prev(after)->to;
}

}  // namespace sim
