// SPDX-License-Identifier: Apache-2.0
#include "models/portal/notice_board.h"

#include <algorithm>

namespace model
{

namespace
{

constexpr const char* office = "office";
constexpr std::int64_t second = 1'000'000'000;

std::string field_of(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

sim::PortalNotice notice_of(const sim::Form& request)
{
    const auto number = [&](const char* name) {
        return static_cast<std::int32_t>(request.number(name).value_or(0));
    };
    sim::PortalNotice notice;
    notice.sender = field_of(request, "sender");
    notice.segment = {request.flag("everyone"), request.texts("districts"), number("age_from"),
                      number("age_to")};
    if (request.number("yen"))
        notice.coupon.push_back({{number("yen")},
                                 {number("from")},
                                 number("shop"),
                                 {request.number("until_ns").value_or(0)}});
    return notice;
}

sim::PortalNoticeRow row_of(const sim::PortalNotice& notice)
{
    sim::PortalNoticeRow row;
    row.sender = notice.sender;
    row.everyone = notice.segment.everyone ? 1 : 0;
    for (const std::string& id : notice.segment.districts) row.districts += " " + id;
    if (!row.districts.empty()) row.districts += " ";
    row.age_from = notice.segment.age_from;
    row.age_to = notice.segment.age_to;
    for (const sim::PortalCoupon& coupon : notice.coupon) {
        row.yen = coupon.yen.count;
        row.least_sale = coupon.from.count;
        row.shop = coupon.shop;
        row.until = coupon.until.count;
    }
    return row;
}

}  // namespace

NoticeBoard::NoticeBoard(const sim::Scenario& scenario, const std::vector<PortalMember>& members,
                         CouponBook& coupons, sim::Recorder& recorder)
    : scenario_(scenario),
      members_(members),
      coupons_(coupons),
      recorder_(recorder),
      cells_(static_cast<std::size_t>(std::count_if(members.begin(), members.end(),
                                                    [](const auto& one) { return one.counted; })),
             scenario.portal->least),
      agrees_(members.size())
{
    for (std::size_t i = 0; i < members.size(); ++i) by_name_[members[i].name] = i;
}

sim::Form NoticeBoard::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = field_of(request, "request");
    if (request.kind() == "inbox.ask") return inbox(request, line.now());
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    return answers_[number] = once(request, line.now());
}

sim::Form NoticeBoard::once(const sim::Form& request, fw::Nanos now)
{
    if (request.kind() == "portal.publish") return publish(request, now);
    if (request.kind() == "coupon.claim") return claim(request, now);
    return choose(request, now);
}

std::vector<bool> NoticeBoard::inside(const sim::PortalSegment& segment) const
{
    std::vector<bool> all;
    for (const PortalMember& member : members_)
        if (member.counted) all.push_back(belongs(segment, member));
    return all;
}

sim::Form NoticeBoard::publish(const sim::Form& request, fw::Nanos now)
{
    const sim::PortalNotice notice = notice_of(request);
    const std::vector<bool> who = inside(notice.segment);
    const bool allowed = cells_.allows(who);
    sim::PortalNoticeRow row = row_of(notice);
    row.t = now.count;
    row.request = field_of(request, "request");
    row.outcome = allowed ? "published" : "refused";
    if (allowed) {
        cells_.cut(who);
        published_.push_back({now, notice});
        row.notice = std::ssize(published_);
        row.people = std::count(who.begin(), who.end(), true);
    }
    recorder_.service(row);
    if (!allowed) return sim::Form("portal.refused").set("reason", "too_few");
    return sim::Form("portal.published").set("people", row.people);
}

bool NoticeBoard::reaches(const sim::PortalNotice& notice, const PortalMember& member) const
{
    return belongs(notice.segment, member) && (member.counted || notice.segment.everyone);
}

sim::Form NoticeBoard::inbox(const sim::Form& request, fw::Nanos now)
{
    const auto found = by_name_.find(field_of(request, "member"));
    if (found == by_name_.end()) return sim::Form("portal.refused").set("reason", "unknown_member");
    const PortalMember& member = members_[found->second];
    const auto after = static_cast<std::size_t>(request.number("after").value_or(0));
    std::vector<std::string> notices, offers;
    for (std::size_t n = after; n < published_.size(); ++n) {
        const sim::PortalNotice& notice = published_[n].notice;
        if (!reaches(notice, member)) continue;
        if (notice.sender == office)
            notices.push_back(item(n, member, now));
        else if (agrees_[found->second])
            offers.push_back(item(n, member, now));
    }
    sim::Form told("inbox.told");
    told.set("member", member.name).set("made_ns", now.count).set("newest", published_.size());
    told.set("notices", notices);
    return offers.empty() ? told : told.set("offers", offers);
}

// "3", or with a coupon "3:code:100:500:0:46800": notice, code, yen off, of so much at least, shop,
// until (seconds).
std::string NoticeBoard::item(std::size_t notice, const PortalMember& member, fw::Nanos now)
{
    const sim::PortalNotice& sent = published_[notice].notice;
    const auto number = static_cast<std::int64_t>(notice + 1);
    std::string text = std::to_string(number);
    for (const sim::PortalCoupon& one : sent.coupon) {
        const std::string code = coupon_code(scenario_.seed, number, member.resident);
        if (coupons_.issue(code, {number, sent.sender, one.yen, one.from, one.shop, one.until}))
            recorder_.service(sim::CouponRow{code, now.count, number, member.name});
        text += ":" + code;
        for (const std::int64_t word : {std::int64_t{one.yen.count}, std::int64_t{one.from.count},
                                        std::int64_t{one.shop}, one.until.count / second})
            text += ":" + std::to_string(word);
    }
    return text;
}

sim::Form NoticeBoard::choose(const sim::Form& request, fw::Nanos now)
{
    const auto found = by_name_.find(field_of(request, "member"));
    const bool live = request.kind() == "offers.agree";
    if (found == by_name_.end() || (!live && request.kind() != "offers.end"))
        return sim::Form("portal.refused").set("reason", "malformed");
    agrees_[found->second] = live;
    recorder_.service(sim::PortalConsentRow{now.count, found->first, live ? 1 : 0});
    return sim::Form("offers.state").set("live", live);
}

sim::Form NoticeBoard::claim(const sim::Form& request, fw::Nanos now)
{
    CouponClaim claim;
    claim.coupon = field_of(request, "coupon");
    claim.shop = request.number("shop").value_or(0);
    claim.receipt = request.number("receipt").value_or(0);
    claim.amount = {static_cast<std::int32_t>(request.number("yen").value_or(0))};
    const std::string outcome = coupons_.claim(claim, now);
    const fw::Yen off = outcome == "granted" ? coupons_.worth(claim.coupon) : fw::Yen{};
    recorder_.service(sim::CouponClaimRow{now.count, field_of(request, "request"), claim.coupon,
                                          claim.shop, claim.receipt, claim.amount.count, outcome,
                                          off.count});
    if (outcome != "granted") return sim::Form("coupon.refused").set("reason", outcome);
    return sim::Form("coupon.granted").set("yen", off.count);
}

}  // namespace model
