// SPDX-License-Identifier: Apache-2.0
#include "models/portal/portal_plan.h"

#include <algorithm>

#include "models/people/person_names.h"

namespace model
{

namespace
{

// Own numbering of a member's draws, of a publication's and of a sale's.
enum PortalDraw : std::uint64_t {
    draw_offers,
    draw_agreed_at,
    draw_withdraws,
    draw_withdrawn_at,
    draw_twice_sent,
    draw_probe_at,
    draw_probe_district,
    draw_probe_age,
    draw_probe_span,
    draw_shown,
    draw_way,
};

// A probe is about people of so many years at most; assumed.
constexpr std::uint64_t widest_probe = 40, oldest_probe = 90;

std::vector<PortalMember> members_of(const sim::Scenario& scenario,
                                     const std::vector<Resident>& residents)
{
    const sim::ResidentParameters& population = scenario.residents->population;
    const sim::RngStream names(scenario.seed, "portal member");
    std::vector<PortalMember> members;
    for (std::uint32_t who = 0; who < residents.size(); ++who) {
        const Resident& one = residents[who];
        if (!one.smartphone || !lives_in(population, one, scenario.portal->municipality)) continue;
        members.push_back({hex_name(names, who), who, population.districts[one.district].id,
                           sim::age_on(one.birth, scenario.tariff_date, true), !one.protection});
    }
    return members;
}

class PortalDrawer
{
public:
    explicit PortalDrawer(const sim::Scenario& scenario)
        : scenario_(scenario), rules_(*scenario.portal), stream_(scenario.seed, "portal")
    {
        for (const sim::District& one : scenario.residents->population.districts)
            if (one.municipality == rules_.municipality) districts_.push_back(one.id);
    }

    void choose(std::size_t member, std::uint32_t who, std::vector<OfferChoice>& choices) const
    {
        if (!stream_.chance(rules_.offers_ppm, who, draw_offers)) return;
        const fw::Nanos quarter{(scenario_.to - scenario_.from).count / 4};
        const OfferChoice first{between(scenario_.from, quarter, who, draw_agreed_at), member,
                                true};
        choices.push_back(first);
        if (stream_.chance(rules_.withdraw_ppm, who, draw_withdraws))
            choices.push_back(
                {between(first.at, quarter + quarter, who, draw_withdrawn_at), member, false});
    }

    Publication publication(std::size_t number, const sim::PortalNotice& notice) const
    {
        return {notice.at, "notice-" + std::to_string(number + 1), notice,
                stream_.chance(rules_.sent_twice_ppm, number, draw_twice_sent)};
    }

    Publication probe(std::uint64_t number) const
    {
        sim::PortalNotice notice;
        notice.sender = "prober";
        notice.at = between(scenario_.from, scenario_.to - scenario_.from, number, draw_probe_at);
        const std::uint64_t district =
            stream_.below(districts_.size() + 1, number, draw_probe_district);
        if (district < districts_.size()) notice.segment.districts = {districts_[district]};
        notice.segment.age_from =
            static_cast<std::int32_t>(stream_.below(oldest_probe, number, draw_probe_age));
        const auto span = stream_.below(widest_probe, number, draw_probe_span);
        notice.segment.age_to =
            std::min(120, notice.segment.age_from + static_cast<std::int32_t>(span));
        return {notice.at, "probe-" + std::to_string(number + 1), notice, false};
    }

private:
    fw::Nanos between(fw::Nanos from, fw::Nanos length, std::uint64_t key, PortalDraw draw) const
    {
        const auto span = static_cast<std::uint64_t>(std::max<std::int64_t>(length.count, 1));
        return from + fw::Nanos{static_cast<std::int64_t>(stream_.below(span, key, draw))};
    }

    const sim::Scenario& scenario_;
    const sim::VillagePortal& rules_;
    sim::RngStream stream_;
    std::vector<std::string> districts_;
};

template <class Row>
void sort_by_time(std::vector<Row>& rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.at < b.at; });
}

}  // namespace

PortalPlan draw_portal(const sim::Scenario& scenario, const std::vector<Resident>& residents)
{
    const sim::VillagePortal& rules = *scenario.portal;
    const PortalDrawer drawer(scenario);
    PortalPlan plan;
    plan.members = members_of(scenario, residents);
    for (std::size_t i = 0; i < plan.members.size(); ++i)
        drawer.choose(i, plan.members[i].resident, plan.choices);
    for (std::size_t i = 0; i < rules.notices.size(); ++i)
        plan.publications.push_back(drawer.publication(i, rules.notices[i]));
    for (std::int64_t i = 0; i < rules.probes; ++i)
        plan.publications.push_back(drawer.probe(static_cast<std::uint64_t>(i)));
    sort_by_time(plan.publications);
    sort_by_time(plan.choices);
    return plan;
}

ShownCoupon shown_at(const sim::Scenario& scenario, std::uint32_t sale)
{
    const sim::CouponUse& use = scenario.portal->coupons;
    const sim::RngStream stream(scenario.seed, "coupons shown");
    if (!stream.chance(use.shown_ppm, sale, draw_shown)) return ShownCoupon::none;
    auto pick = static_cast<std::int64_t>(stream.below(1'000'000, sale, draw_way));
    if (pick < use.careless_ppm) return ShownCoupon::any;
    if ((pick -= use.careless_ppm) < use.copied_ppm) return ShownCoupon::copied;
    if (pick - use.copied_ppm < use.invented_ppm) return ShownCoupon::invented;
    return ShownCoupon::good;
}

std::string coupon_code(std::uint64_t seed, std::int64_t notice, std::uint32_t resident)
{
    return hex_name(sim::RngStream(seed, "coupon"), static_cast<std::uint64_t>(notice), resident);
}

bool belongs(const sim::PortalSegment& segment, const PortalMember& member)
{
    if (segment.everyone) return true;
    const auto& all = segment.districts;
    return member.age >= segment.age_from && member.age <= segment.age_to &&
           (all.empty() || std::find(all.begin(), all.end(), member.district) != all.end());
}

}  // namespace model
