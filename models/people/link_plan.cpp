// SPDX-License-Identifier: Apache-2.0
#include "models/people/link_plan.h"

#include <algorithm>
#include <map>

#include "models/people/enough.h"

namespace model
{

namespace
{

constexpr std::int64_t second = 1'000'000'000;
constexpr fw::Nanos away_before{1800 * second}, away_after{3600 * second};

// Own numbering of a resident's draws.
enum Draw : std::uint64_t { draw_order, draw_arrival, draw_mishap, draw_place, draw_other };

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const People& people,
           const std::vector<Resident>& residents)
        : scenario_(scenario),
          linking_(*scenario.linking),
          people_(people),
          residents_(residents),
          stream_(scenario.seed, "link-plan")
    {
        for (const Rider& rider : people.riders)
            if (rider.card != Rider::cash) first_ride_.try_emplace(rider.card, rider.at_stop);
        for (std::uint32_t who = 0; who < residents.size(); ++who) sort_in(who);
        for (auto* group : {&linked_, &not_linked_})
            std::sort(group->begin(), group->end(), [this](auto a, auto b) {
                return std::pair(stream_.bits(a, draw_order), a) <
                       std::pair(stream_.bits(b, draw_order), b);
            });
    }

    LinkPlan draw(const std::vector<Attempt>& attempts)
    {
        LinkPlan plan;
        std::size_t next = 0;
        for (std::int64_t i = 0; i < linking_.visitors && next < not_linked_.size(); ++i)
            plan.counter.push_back(visit(not_linked_[next++], LinkErrand::light));
        for (; next < not_linked_.size() && plan.phone.size() < count(linking_.members); ++next)
            if (residents_[not_linked_[next]].smartphone)
                plan.phone.push_back(visit(not_linked_[next], LinkErrand::full));
        for (std::size_t i = 0; i < count(linking_.deletions) && i < linked_.size(); ++i) {
            const LinkVisit one = visit(linked_[i], LinkErrand::erase);
            (one.at_counter ? plan.counter : plan.phone).push_back(one);
        }
        require_all(plan);
        for (const Attempt& one : attempts) send(one, plan);
        if (scenario_.access) turn_to_counter(plan);
        for (auto* visits : {&plan.counter, &plan.phone})
            std::sort(visits->begin(), visits->end(), [](const auto& a, const auto& b) {
                return std::pair(a.arrives, a.resident) < std::pair(b.arrives, b.resident);
            });
        return plan;
    }

private:
    static std::size_t count(std::int64_t number) { return static_cast<std::size_t>(number); }

    void require_all(const LinkPlan& plan) const
    {
        const auto enough = [&](const std::vector<LinkVisit>& visits, LinkErrand errand,
                                std::int64_t wanted, const char* who) {
            const auto found = std::count_if(visits.begin(), visits.end(),
                                             [&](const auto& one) { return one.errand == errand; });
            require_enough(scenario_, linking_.line, static_cast<std::size_t>(found), wanted, who);
        };
        enough(plan.counter, LinkErrand::light, linking_.visitors,
               "residents have two cards that are not linked yet");
        enough(plan.phone, LinkErrand::full, linking_.members,
               "more have a smartphone and two cards that are not linked yet");
        require_enough(scenario_, linking_.line, linked_.size(), linking_.deletions,
                       "residents have a link to end");
    }

    // Who finds no network on the phone goes to a counter, where links are those of light members.
    void turn_to_counter(LinkPlan& plan) const
    {
        for (LinkVisit& one : plan.phone) {
            const sim::AccessClass* const its = access_of(scenario_, residents_[one.resident]);
            if (!its || its->network) continue;
            LinkVisit instead = one;
            instead.at_counter = true;
            if (one.errand == LinkErrand::full) instead.errand = LinkErrand::light;
            instead.arrives =
                beside_the_ride(one.arrives + its->on_foot, residents_[one.resident].card);
            plan.counter.push_back(instead);
            one.lacks = without_network;
        }
    }

    void send(const Attempt& one, LinkPlan& plan) const
    {
        static const std::map<std::string, LinkErrand> errands{{"link_counter", LinkErrand::light},
                                                               {"link_phone", LinkErrand::full},
                                                               {"unlink", LinkErrand::erase}};
        const auto errand = errands.find(one.service);
        if (errand == errands.end()) return;
        LinkVisit its = visit(one.resident, errand->second);
        its.at_counter = errand->second != LinkErrand::full;
        its.mishap = LinkMishap::none;
        its.touched_card = residents_[one.resident].card;
        its.lacks = one.lacks;
        (its.at_counter ? plan.counter : plan.phone).push_back(its);
    }

    void sort_in(std::uint32_t who)
    {
        const Resident& one = residents_[who];
        if (one.card == Resident::no_card || !one.my_number_card) return;
        (people_.holders[one.card].linked ? linked_ : not_linked_).push_back(who);
    }

    LinkVisit visit(std::uint32_t who, LinkErrand errand) const
    {
        LinkVisit one{who,  arrival(who), errand, mishap(who), residents_[who].card,
                      true, {},           {},     {}};
        const sim::AccessClass* const its = access_of(scenario_, residents_[who]);
        if (its) one.patience = its->patience;
        one.hands = hands_of(scenario_, residents_[who]);
        one.at_counter = errand == LinkErrand::light;
        if (errand == LinkErrand::erase) {
            const bool both = linking_.counters > 0 && linking_.phones > 0;
            one.at_counter = both ? stream_.chance(500'000, who, draw_place) : linking_.phones == 0;
            if (its && !its->phone) one.at_counter = true;
            return one;
        }
        one.arrives = beside_the_ride(one.arrives, one.touched_card);
        if (one.mishap == LinkMishap::wrong_card) one.touched_card = card_of_another(who);
        return one;
    }

    fw::Nanos arrival(std::uint32_t who) const
    {
        const auto length = static_cast<std::uint64_t>((scenario_.to - scenario_.from).count);
        return scenario_.from +
               fw::Nanos{static_cast<std::int64_t>(stream_.below(length, who, draw_arrival))};
    }

    fw::Nanos beside_the_ride(fw::Nanos at, std::uint32_t card) const
    {
        const auto ride = first_ride_.find(card);
        if (ride == first_ride_.end()) return at;
        const fw::Nanos stands{std::int64_t{ride->second} * second};
        const bool meanwhile = at > stands - away_before && at < stands + away_after;
        return meanwhile ? stands + away_after : at;
    }

    LinkMishap mishap(std::uint32_t who) const
    {
        const sim::LinkMishaps& shares = linking_.mishaps;
        auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, who, draw_mishap));
        const std::pair<LinkMishap, std::int32_t> all[]{
            {LinkMishap::wrong_pin, shares.wrong_pin_ppm},
            {LinkMishap::forgotten_pin, shares.forgotten_pin_ppm},
            {LinkMishap::lifted_early, shares.lifted_early_ppm},
            {LinkMishap::wrong_card, shares.wrong_card_ppm}};
        for (const auto& [mishap, share] : all) {
            if (pick < share) return mishap;
            pick -= share;
        }
        return LinkMishap::none;
    }

    // One that is linked already: any other would simply be linked to the wrong person.
    std::uint32_t card_of_another(std::uint32_t who) const
    {
        if (linked_.empty()) return residents_[who].card;
        return residents_[linked_[stream_.below(linked_.size(), who, draw_other)]].card;
    }

    const sim::Scenario& scenario_;
    const sim::Linking& linking_;
    const People& people_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    std::map<std::uint32_t, std::int32_t> first_ride_;  // by card: at the stop, s
    std::vector<std::uint32_t> linked_, not_linked_;    // residents, in drawn order
};

}  // namespace

LinkPlan draw_link_plan(const sim::Scenario& scenario, const People& people,
                        const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts)
{
    if (!scenario.linking) return {};
    return Drawer(scenario, people, residents).draw(attempts);
}

}  // namespace model
