// SPDX-License-Identifier: Apache-2.0
#include "models/shop/merchant_phone_module.h"

#include "models/card/card_image.h"
#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

// Own numbering of one touch's draws.
enum Draw : std::uint64_t { draw_hold, draw_retouch, draw_two_cards, draw_walk_away, draw_slip };

constexpr std::int64_t day_ns = 86'400'000'000'000;
constexpr std::uint32_t no_pattern = 0xFFFF'FFFF;  // a shop stands on no route

}  // namespace

MerchantPhoneModule::MerchantPhoneModule(const sc_core::sc_module_name& name, std::size_t shop,
                                         const ShopDay& day, const CityContext& city,
                                         CloudModule& cloud,
                                         const std::shared_ptr<const StandInCipher>& cipher,
                                         const PhoneTimes& times)
    : sc_module(name),
      shop_(day.shops[shop]),
      day_(day),
      city_(city),
      cloud_(cloud),
      times_(times),
      phone_(city.scenario.city.devices.phones[shop_.phone]),
      faults_(city.scenario, shop_),
      stream_(city.scenario.seed, "counter")
{
    const sim::RngStream rf(city.scenario.seed, "rf");
    const sim::RngStream own(rf.bits(shop_.device), "reader");
    seat_.unit = std::make_unique<TouchUnit>(config(), own, cipher, *this);
    seat_.take_place(city, faults_, shop_.name, noted_, !city.scenario.pass_sales);
    query_.bus = shop_.place;
    query_.device = shop_.device;
    query_.shop.from = shop_.name;
    CardIssue other;
    other.number = (std::uint64_t{1} << 47) + shop_.place;
    spare_ = issue_card(other);

    SC_HAS_PROCESS(MerchantPhoneModule);
    SC_THREAD(trade);
}

TouchUnitConfig MerchantPhoneModule::config() const
{
    fw::FareBoxPolicy policy = policy_of(city_.scenario, shop_.device, phone_.reader,
                                         city_.scenario.city.devices.fare_box);
    switch (phone_.offline) {
        case sim::Offline::class_from_list:
            policy.without_cloud = fw::WithoutCloud::cached_list;
            break;
        case sim::Offline::full_price:
            policy.without_cloud = fw::WithoutCloud::full_price;
            break;
        case sim::Offline::refuse:
            policy.without_cloud = fw::WithoutCloud::refuse;
            break;
    }
    policy.asks_for_pass = city_.scenario.pass_sales.has_value();
    return {shop_.device, shop_.place,          phone_.reader, city_.scenario.city.devices.fare_box,
            policy,       faults_.clock_error()};
}

void MerchantPhoneModule::trade()
{
    for (const std::uint32_t sale : shop_.sales) {
        idle_until(day_.sales[sale].at);
        sell(sale);
    }
    drain_uplink();
}

// One customer after the other; each sale ends with a slip, or without one.
void MerchantPhoneModule::sell(std::uint32_t number)
{
    sim::SlipRow slip{number, sim::kernel_now().count, -1};
    Counter counter(day_.sales[number], number, coupon_off(number));
    fw::Nanos at = sim::kernel_now() + until_first_touch(times_, phone_, stream_, number);
    if (const auto paid = touch_until_done(number, counter, at)) {
        const fw::Nanos printed = *paid + times_.slip.at(stream_.bits(number, draw_slip << 8));
        slip.printed = printed.count;
        at = std::max(at, printed);
    }
    city_.recorder.slip(slip);
    wait(sim::until(at));
}

fw::Yen MerchantPhoneModule::coupon_off(std::uint32_t sale) const
{
    if (!city_.coupons) return {};
    const auto found = city_.coupons->find(sale);
    return found == city_.coupons->end() ? fw::Yen{} : found->second;
}

// Moves `at` on to the end of the last touch; returns when the sale was paid, if it was.
std::optional<fw::Nanos> MerchantPhoneModule::touch_until_done(std::uint32_t sale, Counter& counter,
                                                               fw::Nanos& at)
{
    const sim::DoorParameters& habits = city_.scenario.city.devices.door;
    const Hands hands = city_.people.holders[day_.sales[sale].card].hands;
    std::optional<fw::Nanos> paid;
    std::uint8_t attempt = 1;
    for (bool more = true; more && attempt <= habits.touches; ++attempt) {
        at = seat_.sit_out_power_loss(at);
        const std::uint64_t key = draw_key(sale, counter, attempt);
        const fw::TapEvent shown = touch(sale, counter, attempt, at + hands.nears).event;
        at = seat_.unit->local_time();
        more = counter.goes_on(shown, stream_.chance(habits.walk_away_ppm, key, draw_walk_away));
        if (counter.paid() && !paid) paid = at, attempt = 0;
        if (shown.verdict == fw::TapVerdict::unconfirmed &&
            faults_.reset_after_unconfirmed(at, key))
            seat_.unit->reset();
        if (more) at += hands.take(times_.retouch.at(stream_.bits(key, draw_retouch)));
    }
    return paid;
}

fw::Tap MerchantPhoneModule::touch(std::uint32_t sale, const Counter& counter, std::uint8_t attempt,
                                   fw::Nanos at)
{
    wait(sim::until(at));
    seat_.look_after_uplink(at, false);
    seat_.unit->limit_journal(faults_.journal_records(at));
    seat_.frames.clear();
    Presentation presentation =
        seat_.presentation_of(held_up(sale, counter, draw_key(sale, counter, attempt), at));
    fw::TripState trip;
    trip.trip = counter.receipt();
    trip.role = fw::ReaderRole::till;
    trip.date = service_day(city_.scenario, static_cast<std::int32_t>(at.count / day_ns));
    const fw::Tap tap = seat_.unit->tap(presentation, seat_.tables, trip, at);

    sim::TapRow row;
    row.event = tap.event;
    row.t[0] = (at - city_.people.holders[day_.sales[sale].card].hands.nears).count;
    for (std::size_t i = 1; i < row.t.size(); ++i) row.t[i] = tap.times.at[i].count;
    row.card = day_.sales[sale].card;
    row.rider = sale;
    row.bus = shop_.place;
    row.pattern = no_pattern;
    row.true_class = city_.linkage.class_of(row.card, at);
    row.attempt = attempt;
    seat_.record(row);
    return tap;
}

std::uint64_t MerchantPhoneModule::draw_key(std::uint32_t sale, const Counter& counter,
                                            std::uint8_t attempt)
{
    return std::uint64_t{1} << 40 | std::uint64_t{sale} << 8 | (counter.returning() ? 0x80U : 0U) |
           attempt;
}

HeldUp MerchantPhoneModule::held_up(std::uint32_t sale, const Counter& counter, std::uint64_t key,
                                    fw::Nanos at)
{
    HeldUp held;
    held.card = day_.sales[sale].card;
    held.comes = day_.sales[sale].at;
    held.at = at;
    held.hold =
        city_.people.holders[held.card].hands.take(times_.hold.at(stream_.bits(key, draw_hold)));
    held.keys = counter.keys();
    held.key = key;
    held.first = (key & 0xFF) == 1;
    held.in_a_wallet =
        stream_.chance(city_.scenario.city.devices.door.two_cards_ppm, key, draw_two_cards);
    held.other = &spare_;
    return held;
}

// Between customers the uplink is looked after until everything is acknowledged.
void MerchantPhoneModule::idle_until(fw::Nanos next)
{
    const fw::Nanos pause = city_.scenario.city.devices.fare_box.upload_after;
    while (!seat_.unit->everything_acknowledged() && sim::kernel_now() + pause < next) {
        wait(sim::kernel_time(pause));
        seat_.look_after_uplink(sim::kernel_now(), false);
    }
    if (next > sim::kernel_now()) wait(sim::until(next));
}

// At closing time everything the journal holds must reach the cloud. Gives up after a day.
void MerchantPhoneModule::drain_uplink()
{
    for (int tries = 0; tries < 86400; ++tries) {
        seat_.look_after_uplink(sim::kernel_now(), true);
        if (seat_.unit->everything_acknowledged()) return;
        wait(sim::kernel_time({1'000'000'000}));
    }
}

}  // namespace model
