// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos one_second{1'000'000'000};

}  // namespace

void fields(Visitor& v, PortalSegment& s)
{
    v.field({"everyone", "whoever uses the app"}, Flag(s.everyone));
    v.field({"districts", "of residence, none: all"}, List<std::string, Text>(s.districts));
    v.field({"age_from", "in years"}, Count(s.age_from, 0, 120));
    v.field({"age_to", "and to, included"}, Count(s.age_to, 0, 120));
    v.require(s.age_from <= s.age_to, "age_to", "ends before it begins");
    v.require(!s.everyone || (s.districts.empty() && s.age_from == 0 && s.age_to == 120),
              "everyone", "names no district and no age");
}

void fields(Visitor& v, PortalCoupon& c)
{
    v.field({"yen", "off the amount on the till", Need::required}, Money(c.yen, 1, 100'000));
    v.field({"from", "for sales of so much at least", Need::required}, Money(c.from, 1));
    v.field({"shop", "number of the shop, 0: each"}, Count(c.shop, 0, 10'000));
    v.field({"until", "time of day at which it ends", Need::required}, TimeOfDay(c.until));
    v.require(c.yen < c.from, "from", "must be more than the coupon takes off");
}

void fields(Visitor& v, PortalNotice& n)
{
    v.place(&n.line, nullptr);
    v.field({"at", "time of day", Need::required}, TimeOfDay(n.at));
    v.field({"sender", "\"office\", or the name of a firm", Need::required}, Text(n.sender));
    v.field({"segment", "whom it is for", Need::required}, Struct(n.segment));
    v.field({"coupon", "that comes with it, at most one"}, List(n.coupon));
    v.require(n.coupon.size() <= 1, "coupon", "a notice brings one coupon at most");
}

void fields(Visitor& v, CouponUse& c)
{
    v.field({"shown", "of the sales to who has a coupon: one is shown"}, Percent(c.shown_ppm));
    v.field({"careless", "of those: any on the phone, good or not"}, Percent(c.careless_ppm));
    v.field({"copied", "of those: a picture of somebody else's"}, Percent(c.copied_ppm));
    v.field({"invented", "of those: a code that was never issued"}, Percent(c.invented_ppm));
    v.field({"showing", "until the till has read it"}, RandomTime(c.showing));
    v.field({"lead", "before the amount is keyed in"}, Duration(c.lead, one_second));
    v.require(std::int64_t{c.careless_ppm} + c.copied_ppm + c.invented_ppm <= 1'000'000, "invented",
              "the ways exceed 100 % together");
}

void fields(Visitor& v, VillagePortal& p)
{
    v.place(&p.line, nullptr);
    v.field({"municipality", "whose residents use the app", Need::required}, Text(p.municipality));
    v.field({"least", "people in a segment, and by which two may differ (P6)"},
            Count(p.least, 1, 100'000));
    v.field({"offers", "of the members agree to offers of firms"}, Percent(p.offers_ppm));
    v.field({"withdraw", "of those, end that in the window"}, Percent(p.withdraw_ppm));
    v.field({"phones", "of members, in use at once"}, Count(p.phones, 1, 1000));
    v.field({"wakes", "the push service wakes each phone so often"},
            Duration(p.wakes, one_second * 60));
    v.field({"sent_twice", "of the publications"}, Percent(p.sent_twice_ppm));
    v.field({"probes", "segments tried to find out about somebody"}, Count(p.probes, 0, 10'000));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(p.deadline, {1'000'000}));
    v.field({"notices", "that office and firms publish"}, List(p.notices));
    v.field({"coupons", "what customers do with them"}, Struct(p.coupons));
}

void require_portal(Visitor& v, const Scenario& scenario)
{
    if (!scenario.portal) return;
    v.require(scenario.residents.has_value(), "portal",
              "\"portal\" needs \"residents\": who uses it");
    if (!scenario.residents) return;
    Names districts;
    for (const District& one : scenario.residents->population.districts)
        if (one.municipality == scenario.portal->municipality) districts.push_back(one.id);
    v.require(!districts.empty(), "portal.municipality", "nobody lives there");
    for (std::size_t i = 0; i < scenario.portal->notices.size(); ++i) {
        const PortalNotice& notice = scenario.portal->notices[i];
        const std::string at = "portal.notices." + std::to_string(i);
        for (const std::string& id : notice.segment.districts)
            v.require(std::find(districts.begin(), districts.end(), id) != districts.end(), at,
                      "\"" + id + "\" is no district of this municipality");
        for (const PortalCoupon& coupon : notice.coupon)
            v.require(scenario.shops && coupon.shop <= scenario.shops->count, at,
                      "there is no such shop");
    }
}

}  // namespace sim
