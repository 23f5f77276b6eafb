// SPDX-License-Identifier: Apache-2.0
// Discounts for what a person is.
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

class MemberWord final : public Value
{
public:
    explicit MemberWord(MemberKind& kind)
        : choice_(kind, {{"light", MemberKind::light}, {"full", MemberKind::full}})
    {
    }
    void read(const YamlNode& node) override { choice_.read(node); }
    YamlNode write() const override { return choice_.write(); }
    YamlNode schema() const override { return choice_.schema(); }
    std::string type() const override { return choice_.type(); }

private:
    Choice<MemberKind> choice_;
};

// A percentage or an amount, one of the two and more than nothing.
void reduction_fields(Visitor& v, Discount& discount)
{
    std::optional<std::int32_t> percent;
    std::optional<fw::Yen> amount;
    if (discount.percent_ppm > 0) percent = discount.percent_ppm;
    if (discount.amount.count > 0) amount = discount.amount;
    v.field({"percent", "taken off the fare; this or \"amount\""},
            Maybe<std::int32_t, Percent>(percent));
    v.field({"amount", "taken off the fare, which ends at 0; this or \"percent\""},
            Maybe<fw::Yen, PriceOf<1>>(amount));
    discount.percent_ppm = percent.value_or(0);
    discount.amount = amount.value_or(fw::Yen{});
    v.require(!(percent && amount), "amount", "\"amount\" and \"percent\" exclude each other");
    v.require(v.given("percent") || v.given("amount"), "",
              "\"percent\" or \"amount\" is missing: what is taken off the fare");
    v.require(!percent || *percent > 0, "percent", "a discount of 0 % takes nothing off");
}

}  // namespace

void fields(Visitor& v, Discount& discount)
{
    v.field({"id", "name of the class", Need::required}, Text(discount.id));
    reduction_fields(v, discount);
    v.field({"residents_only", "only for residents of the city"}, Flag(discount.residents_only));
    v.field({"age_from", "youngest age"}, Count(discount.age_from, 0, 200));
    v.field({"age_to", "oldest age, itself included"}, Count(discount.age_to, 0, 200));
    v.field({"age_by_fiscal_year", "the age at the end of the fiscal year (31 March) counts"},
            Flag(discount.age_by_fiscal_year));
    v.field({"from", "first day", Need::required}, Day(discount.from));
    v.field({"until", "last day"}, Maybe<Date, Day>(discount.until));
    v.field({"operators", "who grants it; left out: all"},
            List<std::string, Text>(discount.operators));
    v.field({"routes", "route_id of the only routes with it; left out: all"},
            List<std::string, Text>(discount.routes));
    v.field({"districts", "of the residents it is for; left out: all"},
            List<std::string, Text>(discount.districts));
    v.field({"membership", "light: linked at a counter; full: through the portal; left out: both"},
            Maybe<MemberKind, MemberWord>(discount.membership));
    v.field({"excluded_routes", "route_id of routes without it"},
            List<std::string, Text>(discount.excluded_routes));
    source_fields(v, discount.source);
    v.require(discount.age_from <= discount.age_to, "age_to",
              "\"age_to\" must not be less than \"age_from\"");
    v.require(!discount.until || discount.from <= *discount.until, "until",
              "\"until\" must not be before \"from\"");
}

}  // namespace sim
