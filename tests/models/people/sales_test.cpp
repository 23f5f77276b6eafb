// SPDX-License-Identifier: Apache-2.0
#include "models/people/sales.h"

#include <map>
#include <set>

#include "models/people/places.h"
#include "tests/models/people/riders_fixture.h"

namespace
{

using namespace fw::literals;

class Sales : public test_support::RidersTest
{
protected:
    Sales()
    {
        sim::Scenario& scenario = city_.scenario;
        scenario.ic_ppm = 1'000'000;
        scenario.shops = sim::Shops{};
        scenario.shops->count = 10;
        scenario.shops->sales = 600;
        scenario.city.tariff.merchants = sim::Merchants{};
        for (const std::int32_t share : {600'000, 400'000}) {
            sim::PhoneParameters& phone = scenario.city.devices.phones.emplace_back();
            phone.share_ppm = share;
        }
        people_ = draw(adults_, 300);
        riders_ = people_.holders.size();
        day_ = model::draw_sales(city_.timetable, scenario, plan_, people_);
    }

    model::People people_;
    std::size_t riders_ = 0;
    model::ShopDay day_;
};

TEST_F(Sales, AreOrderedAndNumberedAfterTheBuses)
{
    ASSERT_EQ(day_.sales.size(), 600U);
    EXPECT_TRUE(std::is_sorted(day_.sales.begin(), day_.sales.end(),
                               [](const auto& a, const auto& b) { return a.at < b.at; }));
    EXPECT_EQ(day_.shops[0].name, "shop-1");
    EXPECT_EQ(day_.shops[0].place, plan_.buses.size());
    EXPECT_EQ(day_.shops[9].device, day_.shops[0].device + 9);
}

TEST_F(Sales, MeetTheShareOfEachKindOfPhone)
{
    std::map<int, int> phones;
    for (const model::Shop& shop : day_.shops) ++phones[shop.phone];
    EXPECT_EQ(phones[0], 6);
    EXPECT_EQ(phones[1], 4);
}

TEST_F(Sales, AreMadeByRidersAfterTheirRideAndByOthersWithCardsOfTheirOwn)
{
    std::map<std::uint32_t, const model::Rider*> rider_of;
    for (const model::Rider& rider : people_.riders) rider_of[rider.card] = &rider;
    std::size_t walk_ins = 0;
    for (const model::Sale& sale : day_.sales) {
        ASSERT_LT(sale.card, people_.holders.size());
        if (sale.card >= riders_) {
            ++walk_ins;
            continue;
        }
        EXPECT_GE(sale.at.count / 1'000'000'000, departure_of(*rider_of[sale.card]));
    }
    EXPECT_GT(walk_ins, 120U);
    EXPECT_LT(walk_ins, 240U);
    EXPECT_EQ(people_.holders.size(), riders_ + walk_ins);
}

TEST_F(Sales, NeverHaveOneCustomerAtTwoCounters)
{
    std::map<std::uint32_t, fw::Nanos> last;
    for (const model::Sale& sale : day_.sales) {
        const auto before = last.find(sale.card);
        if (before != last.end()) {
            EXPECT_GE(sale.at - before->second, 600_s);
        }
        last[sale.card] = sale.at;
    }
}

TEST_F(Sales, OfNoShopsAreNone)
{
    city_.scenario.shops.reset();
    const model::ShopDay none = model::draw_sales(city_.timetable, city_.scenario, plan_, people_);
    EXPECT_TRUE(none.shops.empty());
    EXPECT_TRUE(none.sales.empty());
}

}  // namespace
