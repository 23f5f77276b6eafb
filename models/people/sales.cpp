// SPDX-License-Identifier: Apache-2.0
#include "models/people/sales.h"

#include <algorithm>
#include <map>

namespace model
{

namespace
{

// Own numbering of a sale's draws.
enum Draw : std::uint64_t {
    draw_shop,
    draw_walk_in,
    draw_customer,
    draw_time,
    draw_amount,
    draw_returned,
    draw_returned_again,
};

class SaleDrawer
{
public:
    SaleDrawer(const sim::Timetable& timetable, const sim::Scenario& scenario, const DayPlan& plan,
               People& people)
        : timetable_(timetable),
          scenario_(scenario),
          shops_(*scenario.shops),
          plan_(plan),
          people_(people),
          holders_(people.holders.size()),
          stream_(scenario.seed, "sales")
    {
        for (std::uint32_t rider = 0; rider < people.riders.size(); ++rider)
            if (people.riders[rider].card != Rider::cash) by_card_.push_back(rider);
    }

    Sale draw(std::uint64_t which)
    {
        Sale sale;
        sale.shop = static_cast<std::uint32_t>(
            stream_.below(static_cast<std::uint64_t>(shops_.count), which, draw_shop));
        sale.amount =
            shops_.amount_from +
            fw::Yen{static_cast<std::int32_t>(stream_.below(
                range(shops_.amount_to.count - shops_.amount_from.count), which, draw_amount))};
        sale.returned = stream_.chance(shops_.returns_ppm, which, draw_returned);
        sale.returned_again =
            sale.returned && stream_.chance(shops_.returned_again_ppm, which, draw_returned_again);
        if (by_card_.empty() || stream_.chance(shops_.walk_in_ppm, which, draw_walk_in))
            walk_in(which, sale);
        else
            come_from_bus(which, sale);
        return sale;
    }

private:
    static std::uint64_t range(std::int64_t length)
    {
        return static_cast<std::uint64_t>(length) + 1;
    }

    fw::Nanos between(fw::Nanos from, fw::Nanos to, std::uint64_t which) const
    {
        const std::uint64_t steps = range((to - from).count);
        return from + fw::Nanos{static_cast<std::int64_t>(stream_.below(steps, which, draw_time))};
    }

    // Somebody like one of the riders, with a card of their own.
    void walk_in(std::uint64_t which, Sale& sale)
    {
        CardHolder holder;
        holder.purse = shops_.amount_to;
        if (holders_ > 0) holder = people_.holders[stream_.below(holders_, which, draw_customer)];
        sale.card = static_cast<std::uint32_t>(people_.holders.size());
        people_.holders.push_back(holder);
        sale.at = between(scenario_.from, scenario_.to, which);
    }

    void come_from_bus(std::uint64_t which, Sale& sale) const
    {
        const Rider& rider =
            people_.riders[by_card_[stream_.below(by_card_.size(), which, draw_customer)]];
        const sim::FeedTrip& trip = timetable_.trips[plan_.trips[rider.trip].feed_trip];
        const std::int64_t arrival =
            timetable_.stop_times[trip.first_stop_time + rider.alight].arrival;
        sale.card = rider.card;
        sale.at =
            fw::Nanos{arrival * 1'000'000'000} + between(shops_.walk_from, shops_.walk_to, which);
    }

    const sim::Timetable& timetable_;
    const sim::Scenario& scenario_;
    const sim::Shops& shops_;
    const DayPlan& plan_;
    People& people_;
    std::size_t holders_;                 // of riders
    std::vector<std::uint32_t> by_card_;  // riders who have one
    sim::RngStream stream_;
};

void sort_by_time(std::vector<Sale>& sales)
{
    std::stable_sort(sales.begin(), sales.end(),
                     [](const Sale& a, const Sale& b) { return a.at < b.at; });
}

// Nobody stands at two counters: the later sale waits until the earlier one is long over, assumed.
void keep_apart(std::vector<Sale>& sales)
{
    constexpr fw::Nanos apart{600'000'000'000};
    std::map<std::uint32_t, fw::Nanos> last;  // by card
    for (Sale& sale : sales) {
        const auto [before, first] = last.try_emplace(sale.card, sale.at);
        if (first) continue;
        sale.at = std::max(sale.at, before->second + apart);
        before->second = sale.at;
    }
}

// The share of the shops that have each kind of phone is met as nearly as their number allows.
std::uint8_t phone_of(const sim::Scenario& scenario, int shop)
{
    const auto& phones = scenario.city.devices.phones;
    std::int64_t at = (2 * std::int64_t{shop} + 1) * 500'000 / scenario.shops->count;
    std::size_t phone = 0;
    while (phone + 1 < phones.size() && at >= phones[phone].share_ppm)
        at -= phones[phone++].share_ppm;
    return static_cast<std::uint8_t>(phone);
}

std::vector<Shop> shops_of(const sim::Scenario& scenario, const DayPlan& plan)
{
    const auto buses = static_cast<std::uint32_t>(plan.buses.size());
    const auto readers = static_cast<std::uint32_t>(scenario.city.devices.fare_box.readers);
    std::vector<Shop> shops;
    for (int i = 0; i < scenario.shops->count; ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        shops.push_back({"shop-" + std::to_string(i + 1),
                         buses + number,
                         buses * readers + number + 1,
                         scenario.city.tariff.merchants->operator_number,
                         phone_of(scenario, i),
                         {}});
    }
    return shops;
}

}  // namespace

ShopDay draw_sales(const sim::Timetable& timetable, const sim::Scenario& scenario,
                   const DayPlan& plan, People& people)
{
    if (!scenario.shops) return {};
    ShopDay day{shops_of(scenario, plan), {}};
    SaleDrawer drawer(timetable, scenario, plan, people);
    for (std::int64_t i = 0; i < scenario.shops->sales; ++i)
        day.sales.push_back(drawer.draw(static_cast<std::uint64_t>(i)));
    sort_by_time(day.sales);
    keep_apart(day.sales);
    sort_by_time(day.sales);
    for (std::uint32_t i = 0; i < day.sales.size(); ++i)
        day.shops[day.sales[i].shop].sales.push_back(i);
    return day;
}

}  // namespace model
