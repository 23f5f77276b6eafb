// SPDX-License-Identifier: Apache-2.0
#include "models/points/mykey_plan.h"

#include <algorithm>
#include <map>

#include "models/people/person_names.h"

namespace model
{

namespace
{

enum MyKeyPlanDraw : std::uint64_t {
    draw_point_sale,
    draw_point_moved_at,
    draw_point_share,
    draw_point_move,
    draw_point_spent_at,
    draw_point_shop,
    draw_point_amount,
    draw_point_copied,
};

class MyKeyDrawer
{
public:
    MyKeyDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                const ShopDay& shops)
        : rules_(*scenario.mykey), seed_(scenario.seed), stream_(scenario.seed, "mykey")
    {
        for (const Sale& sale : shops.sales)
            if (residents[sale.card].my_number_card && residents[sale.card].smartphone)
                customers_.push_back(&sale);
    }

    std::vector<PointMember> members()
    {
        for (const Sale* const sale : customers_) member_of_[sale->card] = 0;
        std::vector<PointMember> members;
        for (auto& [card, member] : member_of_) {
            member = members.size();
            members.push_back({card, card, hex_name(sim::RngStream(seed_, "point member"), card),
                               hex_name(sim::RngStream(seed_, "mykey account"), card)});
        }
        return members;
    }

    PointMove move(std::uint64_t number) const
    {
        const Sale& sale = *customers_[stream_.below(customers_.size(), number, draw_point_sale)];
        PointMove move{sale.at + within(number, draw_point_moved_at), member_of_.at(sale.card),
                       500'000, "move-" + std::to_string(number + 1)};
        const auto pick =
            static_cast<std::int64_t>(stream_.below(1'000'000, number, draw_point_share));
        if (pick < rules_.all_ppm) move.share_ppm = 1'000'000;
        if (pick >= 1'000'000 - rules_.over_ppm) move.share_ppm = 2'000'000;
        return move;
    }

    PointPurchase purchase(std::uint64_t number, const std::vector<PointMove>& moves) const
    {
        const PointMove& after = moves[stream_.below(moves.size(), number, draw_point_move)];
        const auto shop =
            stream_.below(static_cast<std::uint64_t>(rules_.shops), number, draw_point_shop);
        const auto span =
            static_cast<std::uint64_t>((rules_.amount_to - rules_.amount_from).count + 1);
        const auto more = static_cast<std::int64_t>(stream_.below(span, number, draw_point_amount));
        return {after.at + rules_.lead + within(number, draw_point_spent_at),
                after.member,
                static_cast<std::int64_t>(shop) + 1,
                rules_.amount_from.count + more,
                "receipt-" + std::to_string(number + 1),
                number};
    }

    bool copies(std::uint64_t number) const
    {
        return stream_.chance(rules_.copied_ppm, number, draw_point_copied);
    }

    bool anybody() const { return !customers_.empty(); }

private:
    fw::Nanos within(std::uint64_t number, MyKeyPlanDraw draw) const
    {
        return {static_cast<std::int64_t>(
            stream_.below(static_cast<std::uint64_t>(rules_.within.count), number, draw))};
    }

    const sim::MyKey& rules_;
    std::uint64_t seed_;
    sim::RngStream stream_;
    std::vector<const Sale*> customers_;
    std::map<std::uint32_t, std::size_t> member_of_;  // by card
};

// Who shows a copy shows what they have shown before, if they have.
void show_again(const MyKeyDrawer& drawer, std::vector<PointPurchase>& purchases)
{
    std::map<std::size_t, std::size_t> newest;  // own ticket, by member
    for (std::size_t i = 0; i < purchases.size(); ++i) {
        const auto before = newest.find(purchases[i].member);
        const bool again = before != newest.end() && drawer.copies(i);
        purchases[i].shows = again ? before->second : i;
        newest[purchases[i].member] = purchases[i].shows;
    }
}

}  // namespace

MyKeyPlan draw_mykey(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                     const ShopDay& shops)
{
    MyKeyDrawer drawer(scenario, residents, shops);
    MyKeyPlan plan;
    if (!drawer.anybody()) return plan;
    plan.members = drawer.members();
    const sim::MyKey& rules = *scenario.mykey;
    for (std::int64_t i = 0; i < rules.moves; ++i)
        plan.moves.push_back(drawer.move(static_cast<std::uint64_t>(i)));
    for (std::int64_t i = 0; i < rules.purchases && !plan.moves.empty(); ++i)
        plan.purchases.push_back(drawer.purchase(static_cast<std::uint64_t>(i), plan.moves));
    std::stable_sort(plan.purchases.begin(), plan.purchases.end(),
                     [](const PointPurchase& a, const PointPurchase& b) { return a.at < b.at; });
    show_again(drawer, plan.purchases);
    return plan;
}

void MyKeyGround::end_flow(Desk& desk, sim::FlowRow& flow, std::size_t member,
                           const std::string& reason) const
{
    flow.service = "S52";
    flow.place = desk.name();
    flow.resident = plan.members[member].resident;
    flow.outcome = reason.empty() ? "done" : reason == "no_answer" ? "failed" : "refused";
    flow.reason = reason;
    desk.end_flow(flow);
}

}  // namespace model
