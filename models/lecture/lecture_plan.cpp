// SPDX-License-Identifier: Apache-2.0
#include "models/lecture/lecture_plan.h"

#include <algorithm>
#include <array>

#include "models/people/enough.h"
#include "sim/base/part_drawn.h"

namespace model
{

namespace
{

// Own numbering of a ticket's draws.
enum LectureDraw : std::uint64_t {
    lecture_draw_order,
    lecture_draw_buys,
    lecture_draw_hitch,
    lecture_draw_resold,
    lecture_draw_like,
    lecture_draw_early,
    lecture_draw_comes,
    lecture_draw_door,
    lecture_draw_mask,
    lecture_draw_twin,
    lecture_draw_again,
    lecture_draw_returns,
};

constexpr std::uint64_t without_ticket = 1'000'000;      // keys of who comes without one
constexpr std::uint64_t sent_key = 2'000'000;            // and of who is sent
constexpr std::uint64_t soonest_back = 300'000'000'000,  // to another door, *assumed*
    latest_back = 900'000'000'000;

class LectureDrawer
{
public:
    LectureDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario), rules_(*scenario.lectures), stream_(scenario.seed, "lectures")
    {
        for (std::uint32_t who = 0; who < residents.size(); ++who)
            if (residents[who].my_number_card) holders_.push_back(who);
        std::sort(holders_.begin(), holders_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(stream_.bits(a, lecture_draw_order), a) <
                   std::pair(stream_.bits(b, lecture_draw_order), b);
        });
        require_enough(
            scenario, rules_.line, holders_.size(), 2 * rules_.tickets + rules_.without,
            "residents hold a My Number Card, and twice the tickets and who come without");
    }

    LecturePlan draw(const std::vector<Attempt>& attempts)
    {
        const auto tickets = static_cast<std::size_t>(rules_.tickets);
        for (std::size_t i = 0; i < tickets; ++i) buy(i);
        std::stable_sort(plan_.buys.begin(), plan_.buys.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; });
        for (std::size_t i = 0; i < tickets; ++i) come(i);
        for (std::size_t i = 0; i < static_cast<std::size_t>(rules_.without); ++i)
            add(without_ticket + i, holders_[2 * tickets + i], std::nullopt,
                {Face::stranger, false, {}});
        for (const Attempt& one : attempts)
            if (one.service == "lecture" && one.lacks.empty()) send(one.resident);
        std::stable_sort(plan_.visits.begin(), plan_.visits.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; });
        std::int64_t number = 0;
        for (LectureVisit& one : plan_.visits) one.number = ++number;
        return std::move(plan_);
    }

private:
    fw::Nanos within(fw::Nanos from, fw::Nanos span, std::uint64_t key, LectureDraw draw) const
    {
        return from + fw::Nanos{static_cast<std::int64_t>(
                          stream_.below(static_cast<std::uint64_t>(span.count), key, draw))};
    }

    void buy(std::size_t i)
    {
        const sim::LectureMishaps& m = rules_.mishaps;
        const std::array<std::int32_t, 3> parts{m.forgotten_pin_ppm, m.wrong_card_ppm,
                                                m.sent_again_ppm};
        const auto pick =
            static_cast<std::int64_t>(stream_.below(1'000'000, i, lecture_draw_hitch));
        plan_.buys.push_back({within(rules_.sale_from, rules_.sale_within, i, lecture_draw_buys),
                              holders_[i],
                              static_cast<LectureHitch>(sim::part_drawn(parts, pick))});
    }

    // The buyer, and perhaps once more; or whoever the ticket was sold on to.
    void come(std::size_t i)
    {
        const auto buyer = static_cast<std::uint32_t>(i);
        const bool masked = stream_.chance(rules_.faces.masks_ppm, i, lecture_draw_mask);
        if (stream_.chance(rules_.mishaps.resold_ppm, i, lecture_draw_resold)) {
            Face face{Face::stranger, masked, {}};
            if (stream_.chance(rules_.mishaps.lookalike_ppm, i, lecture_draw_like))
                face.twin = buyer;
            return add(i, holders_[plan_.buys.size() + i], i, face);
        }
        Face face{buyer, masked, {}};
        // Numbers 2n and 2n + 1 are twins, where the share has it so.
        const std::uint32_t other = buyer ^ 1U;
        if (other < plan_.buys.size() &&
            stream_.chance(rules_.faces.twins_ppm, i / 2, lecture_draw_twin))
            face.twin = other;
        add(i, plan_.buys[i].resident, i, face);
        if (!stream_.chance(rules_.mishaps.again_ppm, i, lecture_draw_again)) return;
        LectureVisit back = plan_.visits.back();
        back.at =
            std::max(back.at, rules_.opens) +
            fw::Nanos{static_cast<std::int64_t>(
                soonest_back + stream_.below(latest_back - soonest_back, i, lecture_draw_returns))};
        back.door = back.door % rules_.doors + 1;
        plan_.visits.push_back(back);
    }

    void send(std::uint32_t resident)
    {
        const std::size_t which = plan_.buys.size();
        plan_.buys.push_back({rules_.sale_from + rules_.sale_within, resident, LectureHitch::none});
        add(sent_key + which, resident, which, {static_cast<std::uint32_t>(which), false, {}});
    }

    void add(std::uint64_t key, std::uint32_t resident, std::optional<std::size_t> buy,
             const Face& face)
    {
        const bool early = stream_.chance(rules_.early_ppm, key, lecture_draw_early);
        const fw::Nanos at =
            early ? within(rules_.opens - rules_.before, rules_.before, key, lecture_draw_comes)
                  : within(rules_.opens, rules_.within, key, lecture_draw_comes);
        const auto doors = static_cast<std::uint64_t>(rules_.doors);
        const auto door = static_cast<std::int32_t>(stream_.below(doors, key, lecture_draw_door));
        plan_.visits.push_back({0, at, door + 1, resident, buy, face});
    }

    const sim::Scenario& scenario_;
    const sim::Lectures& rules_;
    sim::RngStream stream_;
    std::vector<std::uint32_t> holders_;
    LecturePlan plan_;
};

}  // namespace

const char* word_of(LectureHitch hitch)
{
    constexpr const char* words[] = {"", "forgotten_pin", "wrong_card", "sent_again"};
    return words[static_cast<std::size_t>(hitch)];
}

LecturePlan draw_lectures(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                          const std::vector<Attempt>& attempts)
{
    return LectureDrawer(scenario, residents).draw(attempts);
}

}  // namespace model
