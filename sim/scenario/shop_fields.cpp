// SPDX-License-Identifier: Apache-2.0
// Shops: their phones, what they grant, and their sales of a run.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr std::int32_t greatest_sale = 20'000;  // no purse holds more
constexpr fw::Nanos longest_window{std::int64_t{24} * 3'600'000'000'000};

}  // namespace

void fields(Visitor& v, PhoneParameters& phone)
{
    v.field({"id", "name of the kind of phone", Need::required}, Text(phone.id));
    v.field({"share", "part of all shops"}, Percent(phone.share_ppm));
    v.field({"reader", "the phone's own reader"}, Struct(phone.reader));
    v.field({"link", "Wi-Fi or mobile network of the shop"}, Struct(phone.link));
    v.field({"offline", "what is believed of a card when the cloud does not answer in time"},
            Choice<Offline>(phone.offline, {{"class_from_list", Offline::class_from_list},
                                            {"full_price", Offline::full_price},
                                            {"refuse", Offline::refuse}}));
    v.field({"hand_over", "from the amount keyed in to the card at the phone"},
            RandomTime(phone.hand_over));
    v.field({"background", "sales at which the app is not in front"},
            Percent(phone.background_ppm));
    v.field({"to_front", "bringing the app to the front"}, RandomTime(phone.to_front));
    v.field({"missed", "first touches at a place where the phone does not read"},
            Percent(phone.missed_ppm));
    v.field({"move", "finding the place"}, RandomTime(phone.move));
    v.field({"hold", "how long a card stays at the phone"}, RandomTime(phone.hold));
    v.field({"slip", "from the beep to the slip in the customer's hand"}, RandomTime(phone.slip));
}

void fields(Visitor& v, SaleDiscount& discount)
{
    v.field({"id", "name of the rule", Need::required}, Text(discount.id));
    v.field(
        {"of", "a discount of this tariff whose class is meant, or pass: holders of a valid one",
         Need::required},
        Text(discount.of));
    v.field({"percent", "taken off the amount", Need::required}, Percent(discount.percent_ppm));
    source_fields(v, discount.source);
    v.require(discount.percent_ppm > 0, "percent", "a discount of 0 % takes nothing off");
}

void fields(Visitor& v, PointRule& points)
{
    v.field({"per_ride", "points for a ride, one worth one yen", Need::required},
            Money(points.per_ride, 1, 10'000));
    v.field({"join_window", "between the touch that paid the ride and the sale", Need::required},
            Duration(points.join_window, {1'000'000'000}, longest_window));
    v.field(
        {"reward", "how often one ride is rewarded"},
        Choice<Reward>(points.reward, {{"once_a_ride", Reward::once_a_ride},
                                       {"once_a_ride_and_shop", Reward::once_a_ride_and_shop}}));
    source_fields(v, points.source);
}

void fields(Visitor& v, Merchants& merchants)
{
    v.field({"operator", "of this tariff, under which clearing pays all shops", Need::required},
            Text(merchants.operator_id));
    v.field({"together", "what of class and pass counts when a customer has both"},
            Choice<TogetherAs>(merchants.together,
                               {{"best_of", TogetherAs::best_of},
                                {"one_after_the_other", TogetherAs::one_after_the_other}}));
    v.field({"discounts", "what the shops take off"},
            List(merchants.discounts, 0, &SaleDiscount::id));
    v.field({"points", "for customers who came by bus"},
            Maybe<PointRule, Struct<PointRule>>(merchants.points));
    source_fields(v, merchants.source);
}

void fields(Visitor& v, Shops& shops)
{
    v.place(&shops.line, nullptr);
    v.field({"count", "shops with a phone, shop-1 to shop-N", Need::required},
            Count(shops.count, 1, 2000));
    v.field({"sales", "in the window, over all shops", Need::required},
            Count(shops.sales, 0, 1'000'000));
    v.field({"walk_in", "sales to customers who do not ride"}, Percent(shops.walk_in_ppm));
    v.field({"amount_from", "least amount on the till"},
            Money(shops.amount_from, 1, greatest_sale));
    v.field({"amount_to", "greatest amount on the till"}, Money(shops.amount_to, 1, greatest_sale));
    v.field({"walk_from", "least time from the stop to the counter"}, Duration(shops.walk_from));
    v.field({"walk_to", "greatest time from the stop to the counter"}, Duration(shops.walk_to));
    v.field({"returns", "sales that are cancelled at once"}, Percent(shops.returns_ppm));
    v.field({"returned_again", "of those: cancelled once more, which is refused"},
            UnlessZero<std::int32_t, Percent>(shops.returned_again_ppm));
    v.require(shops.amount_from <= shops.amount_to, "amount_to",
              "\"amount_to\" must not be less than \"amount_from\"");
    v.require(shops.walk_from <= shops.walk_to, "walk_to",
              "\"walk_to\" must not be less than \"walk_from\"");
}

// What a run with shops cannot do without.
void require_shops(Visitor& v, const Scenario& scenario)
{
    if (!scenario.shops) return;
    v.require(scenario.city.tariff.merchants.has_value(), "shops",
              "shops need \"merchants\" in the city's tariff");
    v.require(!scenario.city.devices.phones.empty(), "shops",
              "shops need \"phones\" in the city's devices");
    v.require(scenario.city.devices.fare_box.card_system == fw::CardSystem::transit, "shops",
              "phones of shops take transit cards only");
}

}  // namespace sim
