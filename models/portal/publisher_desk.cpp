// SPDX-License-Identifier: Apache-2.0
#include "models/portal/publisher_desk.h"

#include "models/service/ask_again.h"

namespace model
{

namespace
{

constexpr fw::Nanos publish_again{5'000'000'000};  // *assumed*
constexpr int attempts_to_publish = 100;

sim::Form publish_form(const Publication& one)
{
    const sim::PortalNotice& notice = one.notice;
    sim::Form form("portal.publish");
    form.set("request", one.request).set("sender", notice.sender);
    form.set("everyone", notice.segment.everyone).set("districts", notice.segment.districts);
    form.set("age_from", notice.segment.age_from).set("age_to", notice.segment.age_to);
    for (const sim::PortalCoupon& coupon : notice.coupon)
        form.set("yen", coupon.yen.count)
            .set("from", coupon.from.count)
            .set("shop", coupon.shop)
            .set("until_ns", coupon.until.count);
    return form;
}

}  // namespace

void PublisherDesk::serve(Desk& desk)
{
    const Asking how{ground_.rules().deadline, attempts_to_publish, publish_again};
    for (const Publication& one : ground_.plan.publications) {
        if (desk.now() < one.at) desk.wait_until(one.at);
        for (int sent = 0; sent < (one.twice ? 2 : 1); ++sent)
            ask_again(desk, "villageportal", publish_form(one), how);
    }
}

}  // namespace model
