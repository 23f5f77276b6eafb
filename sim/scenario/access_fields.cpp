// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

// As keys of expectations and parts of a query.
constexpr const char* letters_of_id = "abcdefghijklmnopqrstuvwxyz0123456789_-";

bool is_by_access_class(const Expectation& wanted)
{
    return wanted.measure.starts_with("access_");
}

}  // namespace

void fields(Visitor& v, AccessClass& c)
{
    v.field({"id", "name of the class", Need::required}, Text(c.id));
    v.field({"share", "of the residents, or of those of its districts", Need::required},
            Percent(c.share_ppm));
    v.field({"hands", "percent: how long their own handling takes"},
            Count(c.hands_percent, 10, 10'000));
    v.field({"phone", "may have a smartphone"}, Flag(c.phone));
    v.field({"network", "the phone has a link where they are"}, Flag(c.network));
    v.field({"districts", "where they live, none: anywhere"}, List<std::string, Text>(c.districts));
    v.field({"nears", "their card is in the field so long before it can be read"},
            Duration(c.nears, {}, {10'000'000'000}));
    v.field({"patience", "for a turn at a counter, 0 s: as long as it takes"},
            Duration(c.patience));
    v.field({"on_foot", "from a phone without a link to a counter"},
            Duration(c.on_foot, {1'000'000'000}));
    v.require(c.id != Access::others, "id", "is the name of those in no class");
    v.require(c.id.find_first_not_of(letters_of_id) == std::string::npos, "id",
              "must be of small letters, digits, \"_\" and \"-\"");
}

void fields(Visitor& v, Access& a)
{
    v.place(&a.line, nullptr);
    v.field({"classes", "the first that somebody falls into counts", Need::required},
            List(a.classes, 1, &AccessClass::id));
    v.require(a.classes.size() <= 100, "classes", "must be at most 100");
    std::int64_t shares = 0;
    for (const AccessClass& one : a.classes) shares += one.share_ppm;
    v.require(shares <= 1'000'000, "classes", "the shares exceed 100 % together");
}

void require_access(Visitor& v, const Scenario& scenario)
{
    Names known{Access::others};
    if (scenario.access)
        for (const AccessClass& one : scenario.access->classes) known.push_back(one.id);
    for (const Expectation& wanted : scenario.expect)
        if (is_by_access_class(wanted))
            require_known(v, known, wanted.hop, "expect", "access class");
    if (!scenario.access) return;
    v.require(scenario.residents.has_value(), "access",
              "\"access\" needs \"residents\": who is in the classes");
    v.require(!scenario.linking || scenario.linking->counters > 0, "access",
              "\"access\" needs counters in \"linking\", for who cannot link on a phone");
    if (!scenario.residents) return;
    Names districts;
    for (const District& one : scenario.residents->population.districts)
        districts.push_back(one.id);
    for (const AccessClass& one : scenario.access->classes)
        for (const std::string& id : one.districts)
            require_known(v, districts, id, "access", "district");
}

}  // namespace sim
