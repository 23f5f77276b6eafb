// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 13> rule_names{
    "share",       "cap",         "group",    "per_day",      "per_year",    "year",    "rounding",
    "with_others", "group_clamp", "ride_day", "out_of_quota", "age_reached", "eligible"};

// A word of a short list, which may be left out.
class OneOf final : public Value
{
public:
    OneOf(std::string& word, std::vector<const char*> words) : word_(word)
    {
        for (const char* one : words) words_.emplace_back(one, std::string(one));
    }
    void read(const YamlNode& node) override { choice().read(node); }
    YamlNode write() const override { return YamlNode::word(word_); }
    YamlNode schema() const override { return choice().schema(); }
    std::string type() const override { return choice().type(); }
    bool present() const override { return !word_.empty(); }

private:
    Choice<std::string> choice() const { return {word_, words_}; }

    std::string& word_;
    Choice<std::string>::Words words_;
};

template <class Rule>
void status_field(Visitor& v, Rule& rule)
{
    v.field({"source", "document or decision it comes from", Need::required}, Text(rule.source));
    v.field({"status", "published or assumed", Need::required},
            Choice<bool>(rule.assumed, {{"published", false}, {"assumed", true}}));
}

void amount_fields(Visitor& v, TaxiSubsidy& rules)
{
    v.field({"share", "of the fare of one who rides alone", Need::required},
            Percent(rules.share_ppm));
    v.field({"cap", "most that one alone is given for a ride", Need::required}, Money(rules.cap));
    v.field({"group", "for each of several registrants in one taxi", Need::required},
            Money(rules.group));
    v.field({"per_day", "rides of a person on one day", Need::required},
            Count(rules.per_day, 1, 100));
    v.field({"per_year", "rides of a person in one year", Need::required},
            Count(rules.per_year, 1, 1000));
}

void silence_fields(Visitor& v, TaxiSubsidy& rules)
{
    v.field({"year", "when the yearly count begins anew", Need::required},
            Choice<YearStart>(rules.year, {{"fiscal_year", YearStart::fiscal_year},
                                           {"calendar_year", YearStart::calendar_year}}));
    v.field({"rounding", "of half a fare that ends in 5 yen", Need::required},
            Choice<SubsidyRounding>(rules.rounding, {{"exact", SubsidyRounding::exact},
                                                     {"floor10", SubsidyRounding::floor10},
                                                     {"ceil10", SubsidyRounding::ceil10}}));
    v.field({"with_others", "one registrant beside riders who are none", Need::required},
            Choice<WithOthers>(rules.with_others,
                               {{"single", WithOthers::single}, {"group", WithOthers::group}}));
    v.field({"group_clamp", "most that a group is given: the fare, or no limit", Need::required},
            Choice<GroupClamp>(rules.group_clamp,
                               {{"fare", GroupClamp::fare}, {"none", GroupClamp::none}}));
    v.field({"ride_day", "the day a ride over midnight counts for", Need::required},
            Choice<RideDay>(rules.ride_day,
                            {{"boarding", RideDay::boarding}, {"alighting", RideDay::alighting}}));
    v.field({"out_of_quota", "a member of a group who has no ride left", Need::required},
            Choice<OutOfQuota>(rules.out_of_quota, {{"excluded", OutOfQuota::excluded},
                                                    {"refuses_group", OutOfQuota::refuses_group}}));
    v.field({"age_reached", "on the eve of the birthday, or on it", Need::required},
            Choice<AgeReached>(rules.age_reached,
                               {{"eve", AgeReached::eve}, {"birthday", AgeReached::birthday}}));
}

}  // namespace

void fields(Visitor& v, TaxiClass& one)
{
    v.field({"id", "name of the class", Need::required}, Text(one.id));
    v.field({"from_age", "years of age at least"},
            UnlessZero<std::int32_t, Count<std::int32_t>>(one.from_age));
    v.field({"licence", "to drive a car"}, OneOf(one.licence, {"none", "returned"}));
    v.field({"condition", "shown by a certificate"},
            OneOf(one.condition, {"disabled", "care", "illness", "pregnant"}));
    status_field(v, one);
}

void fields(Visitor& v, TaxiSource& source)
{
    std::vector<const char*> names(rule_names.begin(), rule_names.end());
    v.field({"rule", "key of the rule", Need::required}, OneOf(source.rule, names));
    status_field(v, source);
}

void fields(Visitor& v, TaxiSubsidy& rules)
{
    v.file(rules.file);
    v.field({"taxi_subsidy", "name of these rules", Need::heading}, Text(rules.id));
    amount_fields(v, rules);
    silence_fields(v, rules);
    v.field({"eligible", "who may register; any one class is enough", Need::required},
            List(rules.eligible, 1, &TaxiClass::id));
    v.field({"sources", "where each rule comes from", Need::required},
            List(rules.sources, 1, &TaxiSource::rule));
    for (const char* name : rule_names)
        v.require(std::any_of(rules.sources.begin(), rules.sources.end(),
                              [name](const TaxiSource& one) { return one.rule == name; }),
                  "sources", std::string("no source is given for \"") + name + "\"");
}

}  // namespace sim
