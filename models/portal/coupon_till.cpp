// SPDX-License-Identifier: Apache-2.0
#include "models/portal/coupon_till.h"

#include "firmware/core/tap_event.h"
#include "models/people/person_names.h"
#include "models/service/ask_again.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

enum TillDraw : std::uint64_t { draw_which, draw_whose, draw_code, draw_showing };

constexpr int attempts_to_claim = 3;  // *assumed*

}  // namespace

CouponTill::CouponTill(PortalGround& ground, const ShopDay& day, std::size_t shop)
    : ground_(ground),
      day_(day),
      shop_(shop),
      showing_(sim::quantiles_of(ground.rules().coupons.showing))
{
}

void CouponTill::serve(Desk& desk)
{
    for (const std::uint32_t sale : day_.shops[shop_].sales) {
        const fw::Nanos at = day_.sales[sale].at - ground_.rules().coupons.lead;
        if (desk.now() < at) desk.wait_until(at);
        const std::string coupon = coupon_for(sale, desk.now());
        if (!coupon.empty()) claim(desk, sale, coupon);
    }
}

// The holders of cards are the first residents, in the order of their cards.
std::string CouponTill::coupon_for(std::uint32_t sale, fw::Nanos now) const
{
    const sim::RngStream stream(ground_.scenario.seed, "coupon till");
    const auto found = ground_.wallets.find(day_.sales[sale].card);
    const ShownCoupon way = shown_at(ground_.scenario, sale);
    if (way == ShownCoupon::none) return "";
    if (way == ShownCoupon::invented) return hex_name(stream, sale, draw_code);
    if (way == ShownCoupon::copied) return copy_of(sale);
    if (found == ground_.wallets.end()) return "";
    const std::vector<PhoneCoupon>& mine = found->second;
    if (way == ShownCoupon::any) return mine[stream.below(mine.size(), sale, draw_which)].code;
    for (const PhoneCoupon& one : mine)
        if (!one.used && now < one.until && day_.sales[sale].amount >= one.from &&
            (one.shop == 0 || one.shop == std::int64_t{day_.sales[sale].shop} + 1))
            return one.code;
    return "";
}

std::string CouponTill::copy_of(std::uint32_t sale) const
{
    const sim::RngStream stream(ground_.scenario.seed, "coupon till");
    if (ground_.wallets.empty()) return "";
    auto owner = ground_.wallets.begin();
    std::advance(owner, stream.below(ground_.wallets.size(), sale, draw_whose));
    return owner->second[stream.below(owner->second.size(), sale, draw_which)].code;
}

void CouponTill::claim(Desk& desk, std::uint32_t sale, const std::string& coupon)
{
    sim::CouponTrialRow trial{sale, desk.now().count, coupon, "failed", -1, 0};
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    desk.spend(
        showing_.at(sim::RngStream(ground_.scenario.seed, "coupon till").bits(sale, draw_showing)));
    flow.u[1] = desk.now().count;
    const auto reply = ask_again(desk, "villageportal",
                                 sim::Form("coupon.claim")
                                     .set("request", "coupon-" + std::to_string(sale))
                                     .set("coupon", coupon)
                                     .set("shop", std::int64_t{day_.sales[sale].shop} + 1)
                                     .set("receipt", std::int64_t{fw::first_receipt} + sale)
                                     .set("yen", day_.sales[sale].amount.count),
                                 {ground_.rules().deadline, attempts_to_claim, {}});
    if (reply) {
        flow.u[2] = trial.heard = desk.now().count;
        const bool granted = reply->kind() == "coupon.granted";
        trial.outcome = granted ? "granted" : reply->text("reason").value_or("");
        if (granted && desk.now() < day_.sales[sale].at) {
            trial.keyed = 1;
            take_off(sale, coupon, {static_cast<std::int32_t>(reply->number("yen").value_or(0))});
        }
    }
    close(desk, flow, trial);
}

void CouponTill::take_off(std::uint32_t sale, const std::string& coupon, fw::Yen yen)
{
    ground_.taken_off[sale] = yen;
    const auto mine = ground_.wallets.find(day_.sales[sale].card);
    if (mine == ground_.wallets.end()) return;
    for (PhoneCoupon& one : mine->second)
        if (one.code == coupon) one.used = true;
}

void CouponTill::close(Desk& desk, sim::FlowRow& flow, const sim::CouponTrialRow& trial)
{
    if (trial.keyed == 1) flow.u[3] = flow.u[2];
    flow.service = "S60";
    flow.place = desk.name();
    flow.resident = day_.sales[static_cast<std::size_t>(trial.sale)].card;
    flow.outcome = trial.keyed == 1 ? "done" : trial.heard >= 0 ? "refused" : "failed";
    flow.reason = trial.keyed == 1             ? ""
                  : trial.heard < 0            ? "no_answer"
                  : trial.outcome == "granted" ? "too_late"
                                               : trial.outcome;
    desk.end_flow(flow);
    ground_.recorder.service(trial);
}

}  // namespace model
