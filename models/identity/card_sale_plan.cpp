// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_sale_plan.h"

#include <algorithm>
#include <array>

#include "sim/base/part_drawn.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

// Own numbering of a sale's draws.
enum Draw : std::uint64_t {
    draw_time,
    draw_who,
    draw_amount,
    draw_at_tier,
    draw_band,
    draw_beside,
    draw_account,
    draw_hitch,
};

constexpr std::int64_t ordinary = 1000;  // yen; what somebody pays who tries it once

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario), sales_(*scenario.card_sales), stream_(scenario.seed, "card sales")
    {
        for (std::uint32_t who = 0; who < residents.size(); ++who)
            if (residents[who].my_number_card) holders_.push_back(who);
        if (holders_.empty() && sales_.sales > 0)
            throw sim::ScenarioError(scenario.file, sales_.line, 0,
                                     "no resident holds a My Number Card to pay with");
    }

    PlannedCardSale draw(std::int64_t number) const
    {
        const auto key = static_cast<std::uint64_t>(number);
        const auto window = static_cast<std::uint64_t>((scenario_.to - scenario_.from).count);
        PlannedCardSale sale;
        sale.number = number;
        sale.till = till_of(number);
        sale.at = scenario_.from +
                  fw::Nanos{static_cast<std::int64_t>(stream_.below(window, key, draw_time))};
        sale.resident = holders_[stream_.below(holders_.size(), key, draw_who)];
        sale.amount = amount(key);
        sale.by_account = stream_.chance(sales_.by_account_ppm, key, draw_account);
        sale.hitch = hitch(key);
        if (sale.hitch == SaleHitch::amount_zero) sale.amount = 0;
        if (sale.hitch == SaleHitch::amount_negative) sale.amount = -sale.amount;
        return sale;
    }

    PlannedCardSale sale_to(const Attempt& one, std::int64_t number) const
    {
        return {number,   till_of(number), one.at,          one.resident,
                ordinary, false,           SaleHitch::none, {}};
    }

private:
    std::int32_t till_of(std::int64_t number) const
    {
        return static_cast<std::int32_t>((number - 1) % sales_.tills) + 1;
    }

    std::int64_t amount(std::uint64_t key) const
    {
        if (stream_.chance(sales_.at_tier_ppm, key, draw_at_tier)) {
            const sim::MethodBand& band =
                sales_.bands[stream_.below(sales_.bands.size(), key, draw_band)];
            return band.to.count - 1 +
                   static_cast<std::int64_t>(stream_.below(3, key, draw_beside));
        }
        const auto range =
            static_cast<std::uint64_t>(sales_.amount_to.count - sales_.amount_from.count) + 1;
        return sales_.amount_from.count +
               static_cast<std::int64_t>(stream_.below(range, key, draw_amount));
    }

    SaleHitch hitch(std::uint64_t key) const
    {
        const sim::CardSaleMishaps& shares = sales_.mishaps;
        const std::array<std::int32_t, 8> parts{shares.zero_ppm,          shares.negative_ppm,
                                                shares.unknown_shop_ppm,  shares.wrong_card_ppm,
                                                shares.forgotten_pin_ppm, shares.lifted_early_ppm,
                                                shares.sent_again_ppm,    shares.replayed_ppm};
        const auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, key, draw_hitch));
        return static_cast<SaleHitch>(sim::part_drawn(parts, pick));
    }

    const sim::Scenario& scenario_;
    const sim::CardSales& sales_;
    sim::RngStream stream_;
    std::vector<std::uint32_t> holders_;
};

}  // namespace

const char* word_of(SaleHitch hitch)
{
    static constexpr std::array<const char*, 9> words{
        "",           "amount_zero", "amount_negative", "unknown_shop",
        "wrong_card", "pin_blocked", "card_lifted",     "sent_again",
        "replayed"};
    return words[static_cast<std::size_t>(hitch)];
}

std::vector<PlannedCardSale> draw_card_sales(const sim::Scenario& scenario,
                                             const std::vector<Resident>& residents,
                                             const std::vector<Attempt>& attempts)
{
    const Drawer drawer(scenario, residents);
    std::vector<PlannedCardSale> sales;
    for (std::int64_t i = 1; i <= scenario.card_sales->sales; ++i) sales.push_back(drawer.draw(i));
    for (const Attempt& one : attempts)
        if (one.service == "card_sale" && one.lacks.empty())
            sales.push_back(drawer.sale_to(one, std::ssize(sales) + 1));
    for (PlannedCardSale& one : sales) one.hands = hands_of(scenario, residents[one.resident]);
    std::sort(sales.begin(), sales.end(), [](const auto& a, const auto& b) {
        return std::pair(a.at, a.number) < std::pair(b.at, b.number);
    });
    return sales;
}

}  // namespace model
