// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/pass_plan.h"

#include <algorithm>
#include <map>

#include "models/people/link_plan.h"
#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

// Own numbering of a resident's draws.
enum Draw : std::uint64_t {
    draw_order,
    draw_on_board,
    draw_time,
    draw_agrees,
    draw_twice,
    draw_unknown,
    draw_second,
    draw_withdrawal,
    draw_copied,
    draw_friend,
};

constexpr fw::Nanos minute{60'000'000'000};
constexpr fw::Nanos before = minute * 60, on_board_from = minute * 2, on_board_to = minute * 12;
constexpr fw::Nanos after_counter = minute * 30;
constexpr const char* unknown_product = "pass-of-last-year";

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const People& people,
           const std::vector<Resident>& residents)
        : scenario_(scenario),
          sales_(*scenario.pass_sales),
          people_(people),
          residents_(residents),
          stream_(scenario.seed, "pass-plan")
    {
        for (const Rider& rider : people.riders)
            if (rider.card != Rider::cash) first_ride_.try_emplace(rider.card, rider.at_stop);
        for (const auto& [card, at_stop] : first_ride_) sort_in(card);
        for (auto* group : {&members_, &unlinked_})
            std::sort(group->begin(), group->end(), [this](auto a, auto b) {
                return std::pair(stream_.bits(a, draw_order), a) <
                       std::pair(stream_.bits(b, draw_order), b);
            });
    }

    std::vector<PassVisit> draw(const std::vector<Attempt>& attempts)
    {
        for (std::size_t i = 0; i < members_.size() && i < count(sales_.purchases); ++i)
            buy(members_[i], time_of(members_[i]));
        const std::size_t first = count(sales_.purchases);
        for (std::size_t i = 0; first + i < members_.size() && i < count(sales_.agreements); ++i)
            agree(members_[first + i], i < count(sales_.withdrawals));
        for (std::size_t i = 0; i < unlinked_.size() && i < count(sales_.strangers); ++i)
            buy(unlinked_[unlinked_.size() - 1 - i], time_of(unlinked_[unlinked_.size() - 1 - i]));
        add_light_members();
        for (const Attempt& one : attempts)
            if (one.service == "pass" && one.lacks.empty())
                visits_.push_back(
                    {one.resident, one.at, PassErrand::buy, sales_.pass, false, false, {}});
        std::stable_sort(visits_.begin(), visits_.end(), [](const auto& a, const auto& b) {
            return std::pair(a.at, a.resident) < std::pair(b.at, b.resident);
        });
        return std::move(visits_);
    }

private:
    static std::size_t count(std::int64_t number) { return static_cast<std::size_t>(number); }

    void sort_in(std::uint32_t card)
    {
        const Resident& one = residents_[card];
        if (!one.my_number_card || people_.holders[card].card_type == 1) return;
        (people_.holders[card].linked ? members_ : unlinked_).push_back(card);
    }

    fw::Nanos between(fw::Nanos from, fw::Nanos to, std::uint32_t who, std::uint64_t draw) const
    {
        const auto length = static_cast<std::uint64_t>((to - from).count);
        return from + fw::Nanos{static_cast<std::int64_t>(stream_.below(length, who, draw))};
    }

    fw::Nanos time_of(std::uint32_t who) const
    {
        const auto found = first_ride_.find(who);
        const fw::Nanos ride = fw::Nanos{std::int64_t{found->second} * 1'000'000'000};
        const fw::Nanos at = stream_.chance(sales_.on_board_ppm, who, draw_on_board)
                                 ? between(ride + on_board_from, ride + on_board_to, who, draw_time)
                                 : between(ride - before, ride, who, draw_time);
        return std::max(at, scenario_.from);
    }

    void buy(std::uint32_t who, fw::Nanos at)
    {
        PassVisit visit{who, at, PassErrand::buy, sales_.pass, false, false, {}};
        visit.agrees = stream_.chance(sales_.agree_ppm, who, draw_agrees);
        visit.pressed_twice = stream_.chance(sales_.pressed_twice_ppm, who, draw_twice);
        if (stream_.chance(sales_.unknown_ppm, who, draw_unknown)) visit.product = unknown_product;
        if (stream_.chance(sales_.copied_ppm, who, draw_copied)) visit.copied_by = friend_of(who);
        visits_.push_back(visit);
        visit.copied_by.reset();
        if (!stream_.chance(sales_.second_ppm, who, draw_second)) return;
        visit.at = at + minute * 10;
        visits_.push_back(visit);
    }

    std::optional<std::uint32_t> friend_of(std::uint32_t who) const
    {
        if (members_.empty()) return std::nullopt;
        const std::uint32_t other = members_[stream_.below(members_.size(), who, draw_friend)];
        return other == who ? std::nullopt : std::optional(other);
    }

    void agree(std::uint32_t who, bool withdraws)
    {
        const fw::Nanos at = time_of(who);
        visits_.push_back({who, at, PassErrand::agree, "", false, false, {}});
        if (!withdraws) return;
        const fw::Nanos again = between(at + minute * 10, at + minute * 60, who, draw_withdrawal);
        visits_.push_back({who, again, PassErrand::withdraw, "", false, false, {}});
    }

    void add_light_members()
    {
        std::size_t left = count(sales_.light);
        const LinkPlan plan = draw_link_plan(scenario_, people_, residents_);
        for (const LinkVisit& visit : plan.counter) {
            if (visit.errand != LinkErrand::light || left == 0) continue;
            buy(visit.resident, visit.arrives + after_counter);
            --left;
        }
    }

    const sim::Scenario& scenario_;
    const sim::PassSales& sales_;
    const People& people_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    std::map<std::uint32_t, std::int32_t> first_ride_;  // by card: at the stop, s
    std::vector<std::uint32_t> members_, unlinked_;     // residents, in drawn order
    std::vector<PassVisit> visits_;
};

}  // namespace

std::vector<PassVisit> draw_pass_plan(const sim::Scenario& scenario, const People& people,
                                      const std::vector<Resident>& residents,
                                      const std::vector<Attempt>& attempts)
{
    if (!scenario.pass_sales) return {};
    return Drawer(scenario, people, residents).draw(attempts);
}

}  // namespace model
