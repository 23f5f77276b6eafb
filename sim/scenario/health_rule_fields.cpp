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

constexpr std::int64_t greatest_value = 1'000'000;

}  // namespace

void fields(Visitor& v, HealthItem& item)
{
    v.field({"id", "name of the item", Need::required}, Text(item.id));
    v.field({"code", "LOINC, or one of ours", Need::required}, Text(item.code));
    v.field({"resource", "of FHIR R4: Observation, MedicationStatement or Condition"},
            Text(item.resource));
    v.field({"unit", "values are whole numbers of it", Need::required}, Text(item.unit));
    v.field({"from", "who tells it", Need::required},
            Choice<ItemSource>(item.source, {{"wearable", ItemSource::wearable},
                                             {"phone", ItemSource::phone},
                                             {"checkup", ItemSource::checkup},
                                             {"history", ItemSource::history}}));
    v.field({"low", "least invented value"}, Count(item.low, 0, greatest_value));
    v.field({"high", "greatest invented value"}, Count(item.high, 0, greatest_value));
    v.field({"per_day", "readings of a wearable or phone"}, Count(item.per_day, 1, 96));
    v.require(item.low <= item.high, "high", "\"high\" must not be less than \"low\"");
    v.require(item.resource == "Observation" || item.resource == "MedicationStatement" ||
                  item.resource == "Condition",
              "resource", "expected Observation, MedicationStatement or Condition");
}

void fields(Visitor& v, HealthItems& items)
{
    v.file(items.file);
    v.field({"health_items", "name of this list", Need::heading}, Text(items.id));
    v.field({"items", "what is measured or noted", Need::required},
            List(items.items, 1, &HealthItem::id));
    v.require(items.items.size() <= 99, "items", "at most 99 items have a place in a check-up");
}

void fields(Visitor& v, MileageRule& rule)
{
    v.field({"id", "name of the rule", Need::required}, Text(rule.id));
    v.field({"item", "of the items file", Need::required}, Text(rule.item));
    v.field({"of", "what is made of a day's readings"},
            Choice<DayValue>(rule.of, {{"sum", DayValue::sum},
                                       {"count", DayValue::count},
                                       {"latest", DayValue::latest}}));
    v.field({"at_least", "so much on a day"}, Count(rule.at_least, 1, greatest_value * 100));
    v.field({"points", "for that day", Need::required}, Count(rule.points, 1, 10'000));
    source_fields(v, rule.source);
}

void fields(Visitor& v, AdviceRule& rule)
{
    v.field({"id", "name of the rule", Need::required}, Text(rule.id));
    v.field({"item", "of the items file", Need::required}, Text(rule.item));
    v.field({"from", "least newest value"}, Count(rule.from, 0, greatest_value));
    v.field({"to", "greatest newest value"}, Count(rule.to, 0, greatest_value));
    v.field({"advice", "word that stands for the text", Need::required}, Text(rule.advice));
    source_fields(v, rule.source);
    v.require(rule.from <= rule.to, "to", "\"to\" must not be less than \"from\"");
}

void fields(Visitor& v, DashboardRole& role)
{
    v.field({"id", "name of the role", Need::required}, Text(role.id));
    v.field({"municipality", "whose people it sees", Need::required}, Text(role.municipality));
    v.field({"districts", "of them; left out: all"}, List<std::string, Text>(role.districts));
    v.field({"items", "it sees", Need::required}, List<std::string, Text>(role.items, 1));
}

void fields(Visitor& v, HealthRules& rules)
{
    v.file(rules.file);
    v.field({"health_rules", "name of these rules", Need::heading}, Text(rules.id));
    v.field({"mileage", "what earns points", Need::required},
            List(rules.mileage, 1, &MileageRule::id));
    v.field({"daily_cap", "most points of a day"}, Count(rules.daily_cap, 1, 1'000'000));
    v.field({"advice", "for values in a range"}, List(rules.advice, 0, &AdviceRule::id));
    v.field({"roles", "who looks at a dashboard"}, List(rules.roles, 0, &DashboardRole::id));
    v.field({"k", "cells of fewer people are not shown"}, Count(rules.k, 2, 1000));
}

}  // namespace sim
