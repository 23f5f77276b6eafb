// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/portal/coupon_book.h"
#include "models/portal/portal_plan.h"
#include "models/portal/segment_cells.h"
#include "models/service/desk.h"

// The back end "villageportal": what office and firms publish, to whom it goes, and the coupons
// that come with it (services.md S57, S60). A segment is refused in one word whatever the cause,
// and who is protected is counted in none and reached by what goes to everyone alone (P8). A phone
// says what it has shown last and is told what is newer, so nothing comes twice; offers of firms go
// to those who agree to them at that moment (P3).
//
//   portal.publish request, sender, everyone, districts, age_from, age_to, yen, from, shop,
//   until_ns
//                  -> portal.published people | portal.refused reason
//   inbox.ask      request, member, after -> inbox.told member, made_ns, newest, notices, offers
//   offers.agree, offers.end request, member, domain, purpose -> offers.state live
//   coupon.claim   request, coupon, shop, receipt, yen -> coupon.granted yen | coupon.refused
//   reason
namespace model
{

class NoticeBoard final : public BackEnd
{
public:
    NoticeBoard(const sim::Scenario& scenario, const std::vector<PortalMember>& members,
                CouponBook& coupons, sim::Recorder& recorder);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    struct Published {
        fw::Nanos at{};
        sim::PortalNotice notice;
    };

    sim::Form once(const sim::Form& request, fw::Nanos now);
    sim::Form publish(const sim::Form& request, fw::Nanos now);
    std::vector<bool> inside(const sim::PortalSegment& segment) const;
    bool reaches(const sim::PortalNotice& notice, const PortalMember& member) const;
    sim::Form inbox(const sim::Form& request, fw::Nanos now);
    std::string item(std::size_t notice, const PortalMember& member, fw::Nanos now);
    sim::Form choose(const sim::Form& request, fw::Nanos now);
    sim::Form claim(const sim::Form& request, fw::Nanos now);

    const sim::Scenario& scenario_;
    const std::vector<PortalMember>& members_;
    CouponBook& coupons_;
    sim::Recorder& recorder_;
    SegmentCells cells_;
    std::map<std::string, std::size_t> by_name_;  // members
    std::vector<bool> agrees_;                    // of each member
    std::vector<Published> published_;            // notice n at n - 1
    std::map<std::string, sim::Form> answers_;    // by request
};

}  // namespace model
