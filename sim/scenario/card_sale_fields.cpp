// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos day{std::int64_t{86'400} * 1'000'000'000};

void account_fields(Visitor& v, CardSales& c)
{
    v.field({"by_account", "sales paid from an account, the others in cash"},
            Percent(c.by_account_ppm));
    v.field({"account_from", "least that lies on an account"}, Money(c.account_from));
    v.field({"account_to", "most that lies on an account"}, Money(c.account_to));
    v.require(c.account_from <= c.account_to, "account_to",
              "\"account_to\" must not be less than \"account_from\"");
}

void policy_fields(Visitor& v, CardSales& c)
{
    v.field({"boundary", "an amount that ends one band and begins the next (A.10, 6)"},
            Choice<TierBoundary>(c.boundary, {{"either", TierBoundary::either},
                                              {"lower", TierBoundary::lower},
                                              {"upper", TierBoundary::upper}}));
    v.field({"stronger", "a method of a higher band is good enough (A.10, 7)"}, Flag(c.stronger));
    v.field({"offline", "when the authority or the cloud is away: refuse, or the full price"},
            Choice<OfflineSale>(c.offline, {{"refuse", OfflineSale::refuse},
                                            {"full_price", OfflineSale::full_price}}));
    v.field({"closed_from", "time of day from which the authority is closed"},
            UnlessZero<fw::Nanos, TimeOfDay>(c.closed_from));
    v.field({"closed_for", "and for how long"}, UnlessZero<fw::Nanos, Duration>(c.closed_for));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(c.deadline, {1'000'000}, day));
    v.field({"attempts", "of a request"}, Count(c.attempts, 1, 100));
}

}  // namespace

void fields(Visitor& v, MethodBand& band)
{
    v.field({"id", "name of the band", Need::required}, Text(band.id));
    v.field({"from", "least amount"}, Money(band.from));
    v.field({"to", "greatest amount", Need::required}, Money(band.to));
    v.field({"methods", "each of which is enough", Need::required},
            List<std::string, Text>(band.methods, 1));
    source_fields(v, band.source);
    v.require(band.from <= band.to, "to", "\"to\" must not be less than \"from\"");
}

void fields(Visitor& v, CardSaleMishaps& m)
{
    v.field({"zero_amount", "the staff keys 0 yen in"}, Percent(m.zero_ppm));
    v.field({"negative_amount", "the phone sends a negative amount"}, Percent(m.negative_ppm));
    v.field({"unknown_shop", "the phone names a shop that is none"}, Percent(m.unknown_shop_ppm));
    v.field({"wrong_card", "another smart card is laid down"}, Percent(m.wrong_card_ppm));
    v.field({"forgotten_pin", "only wrong PINs, until the card is blocked"},
            Percent(m.forgotten_pin_ppm));
    v.field({"lifted_early", "the card is lifted while it works, and laid down again"},
            Percent(m.lifted_early_ppm));
    v.field({"sent_again", "the phone tells a paid sale a second time"}, Percent(m.sent_again_ppm));
    v.field({"replayed", "the proof of a paid sale under a new request"}, Percent(m.replayed_ppm));
    const std::int64_t sum = std::int64_t{m.zero_ppm} + m.negative_ppm + m.unknown_shop_ppm +
                             m.wrong_card_ppm + m.forgotten_pin_ppm + m.lifted_early_ppm +
                             m.sent_again_ppm + m.replayed_ppm;
    v.require(sum <= 1'000'000, "replayed", "the mishaps exceed 100 % together");
}

void fields(Visitor& v, CardSales& c)
{
    v.place(&c.line, nullptr);
    v.field({"tills", "phones that read the card, till-1 in shop-1 and on", Need::required},
            Count(c.tills, 1, 2000));
    v.field({"sales", "in the window, over all of them", Need::required},
            Count(c.sales, 0, 1'000'000));
    v.field({"pin", "the card signs after its PIN; else its certificate is read and no more"},
            Flag(c.pin));
    v.field({"amount_from", "least amount on the till"}, Money(c.amount_from, 1));
    v.field({"amount_to", "greatest amount on the till"}, Money(c.amount_to, 1));
    v.field({"at_tier", "sales at the end of a band, one yen less or one yen more"},
            Percent(c.at_tier_ppm));
    account_fields(v, c);
    policy_fields(v, c);
    v.field({"bands", "which method is enough for which amount", Need::required},
            List(c.bands, 1, &MethodBand::id));
    v.field({"mishaps", "parts of the sales in which something is wrong"}, Struct(c.mishaps));
    v.require(c.amount_from <= c.amount_to, "amount_to",
              "\"amount_to\" must not be less than \"amount_from\"");
    for (std::size_t i = 1; i < c.bands.size(); ++i)
        v.require(c.bands[i - 1].from < c.bands[i].from, "bands." + std::to_string(i) + ".from",
                  "bands must stand in order of their amounts");
}

void require_card_sales(Visitor& v, const Scenario& scenario)
{
    if (!scenario.card_sales) return;
    v.require(scenario.linking.has_value(), "card_sales",
              "\"card_sales\" needs \"linking\": the cards and the authority");
    v.require(scenario.shops.has_value(), "card_sales",
              "\"card_sales\" needs \"shops\" in which they happen");
    v.require(!scenario.shops || scenario.card_sales->tills <= scenario.shops->count, "card_sales",
              "\"tills\" are more than there are shops");
}

}  // namespace sim
