// SPDX-License-Identifier: Apache-2.0
#include "sim/app/ride_products.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/app/tariff_places.h"
#include "sim/feed/gtfs_text.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

sim::ScenarioError refused(const std::string& option, const std::string& why)
{
    return {"tapbench fare", option + " " + why};
}

template <class Product>
const Product& known(const std::vector<Product>& products, const std::string& id,
                     const std::string& option)
{
    std::vector<std::string> ids;
    for (const Product& product : products) {
        if (product.id == id) return product;
        ids.push_back(product.id);
    }
    throw refused(option,
                  fmt::format("'{}' is none of the tariff's: {}{}", id,
                              ids.empty() ? "it has none" : fmt::format("{}", fmt::join(ids, ", ")),
                              sim::did_you_mean(id, ids)));
}

}  // namespace

CardPass card_pass(const sim::FareCommand& options, const sim::Tariff& tariff)
{
    if (options.pass.empty()) return {};
    if (options.medium == sim::Medium::cash)
        throw refused("--pass", "needs a card: passes are not for cash");
    const std::size_t equals = options.pass.find('=');
    CardPass pass{&known(tariff.passes, options.pass.substr(0, equals), "--pass"), {}};
    const bool by_amount = pass.product->kind == sim::PassKind::amount;
    if (by_amount != (equals != std::string::npos))
        throw refused("--pass", fmt::format("'{}': {}", options.pass,
                                            by_amount ? "an amount pass is written ID=YEN"
                                                      : "a pass for an area has no amount"));
    if (!by_amount) return pass;
    const auto amount = sim::parse_whole(options.pass.substr(equals + 1));
    if (!amount || *amount < 1)
        throw refused("--pass", fmt::format("'{}': expected whole yen after =", options.pass));
    pass.amount = {*amount};
    return pass;
}

const sim::CommuterPass* commuter_pass(const sim::FareCommand& options, const sim::Tariff& tariff)
{
    if (options.product.empty()) return nullptr;
    if (options.medium == sim::Medium::cash || options.rider != "adult")
        throw refused("--product", "is priced from the adult fare of the card");
    return &known(tariff.commuter_passes, options.product, "--product");
}

sim::RidePrice covered(const CardPass& pass, const sim::RidePrice& price,
                       const sim::FeedRoute& route, const RideEnds& ends, const sim::Tariff& tariff)
{
    if (pass.product == nullptr || !is_taken_on(*pass.product, route) ||
        !is_inside(*pass.product, ends.from, tariff) || !is_inside(*pass.product, ends.to, tariff))
        return price;
    const fw::Yen left = pass.product->kind == sim::PassKind::area
                             ? fw::Yen{}
                             : std::max(*price.price - pass.amount, fw::Yen{});
    return {left, price.rule + " pass " + pass.product->id, false};
}

}  // namespace app
