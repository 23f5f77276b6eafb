// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/online_plan.h"

#include <algorithm>
#include <charconv>

#include "models/people/enough.h"
#include "sim/base/part_drawn.h"

namespace model
{

namespace
{

// Own numbering of an appointment's draws.
enum OnlineDraw : std::uint64_t {
    online_order,
    online_hitch,
    online_books,
    online_wish,
    online_early,
    online_agrees,
    online_withdraws,
    online_drops,
    online_ready,
    online_result,  // one for each code
};

constexpr std::int64_t second = 1'000'000'000;
// *Assumed*: bookings end so long before the first consultation, the phone is in hand up to five
// minutes before, and a network drops within the first six minutes.
constexpr fw::Nanos bookings_end{1'800 * second};
constexpr std::uint64_t early_at_most = 300 * second;
constexpr std::uint64_t drops_within = 24;
// Of an earlier check-up, seen in a consultation: results are long there.
constexpr fw::Nanos long_ago{-864'000 * second};

// LOINC codes; value from and to, *assumed*.
struct Measured {
    const char* code;
    std::int64_t from, to;
};
constexpr std::array<Measured, 3> measured{
    {{"8480-6", 95, 180}, {"4548-4", 48, 92}, {"13457-7", 60, 220}}};

class OnlineDrawer
{
public:
    OnlineDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario), stream_(scenario.seed, "online visits")
    {
        for (std::uint32_t who = 0; who < residents.size(); ++who)
            if (residents[who].signature && residents[who].smartphone) people_.push_back(who);
        std::sort(people_.begin(), people_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(stream_.bits(a, online_order), a) <
                   std::pair(stream_.bits(b, online_order), b);
        });
    }

    const std::vector<std::uint32_t>& people() const { return people_; }

    OnlineVisit drawn(std::int64_t number, bool explanation) const
    {
        const auto key = static_cast<std::uint64_t>(number);
        OnlineVisit one = visit(number, explanation, people_[key - 1]);
        one.hitch = hitch(key);
        // Of somebody who wants no consultation; nobody is left: the own one.
        if (one.hitch == OnlineHitch::other_person)
            one.claims = people_[people_.size() - key % (people_.size() / 2 + 1) - 1];
        if (one.claims == one.resident && one.hitch == OnlineHitch::other_person)
            one.hitch = OnlineHitch::none;
        return one;
    }

    OnlineVisit visit(std::int64_t number, bool explanation, std::uint32_t resident) const
    {
        const auto key = static_cast<std::uint64_t>(number);
        const sim::OnlineShares& shares = rules().shares;
        OnlineVisit one;
        one.number = number;
        one.explanation = explanation;
        one.resident = one.claims = resident;
        one.books = scenario_.from +
                    within(rules().opens - scenario_.from - bookings_end, key, online_books);
        one.wish = static_cast<std::int64_t>(
            stream_.below(static_cast<std::uint64_t>(rules().session.count / rules().slot.count),
                          key, online_wish));
        one.early =
            fw::Nanos{static_cast<std::int64_t>(stream_.below(early_at_most, key, online_early))};
        one.agrees = stream_.chance(shares.agree_ppm, key, online_agrees);
        one.withdraws = one.agrees && stream_.chance(shares.withdraw_ppm, key, online_withdraws);
        one.drops_after =
            1 + static_cast<std::int64_t>(stream_.below(drops_within, key, online_drops));
        take_checkup(one, key);
        return one;
    }

private:
    fw::Nanos within(fw::Nanos span, std::uint64_t key, OnlineDraw draw) const
    {
        const auto most = static_cast<std::uint64_t>(std::max<std::int64_t>(span.count, 1));
        return fw::Nanos{static_cast<std::int64_t>(stream_.below(most, key, draw))};
    }

    OnlineHitch hitch(std::uint64_t key) const
    {
        const sim::OnlineMishaps& m = rules().mishaps;
        const std::array<std::int32_t, 11> parts{
            m.stays_away_ppm, m.cancels_ppm,     m.forgotten_pin_ppm, m.lifted_early_ppm,
            m.wrong_card_ppm, m.other_first_ppm, m.other_person_ppm,  m.drop_ppm,
            m.lost_ppm,       m.leaves_ppm,      m.sent_again_ppm};
        const auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, key, online_hitch));
        return static_cast<OnlineHitch>(sim::part_drawn(parts, pick));
    }

    void take_checkup(OnlineVisit& one, std::uint64_t key) const
    {
        one.ready = one.explanation
                        ? scenario_.from + within(rules().results_within, key, online_ready)
                        : long_ago;
        for (std::size_t i = 0; i < measured.size(); ++i) {
            const auto span = static_cast<std::uint64_t>(measured[i].to - measured[i].from);
            one.results.push_back(
                {measured[i].code, measured[i].from + static_cast<std::int64_t>(stream_.below(
                                                          span, key, online_result + i))});
        }
    }

    const sim::OnlineClinic& rules() const { return *scenario_.online_clinic; }

    const sim::Scenario& scenario_;
    sim::RngStream stream_;
    std::vector<std::uint32_t> people_;
};

}  // namespace

const char* word_of(OnlineHitch hitch)
{
    static constexpr std::array<const char*, 12> words{
        "",           "stays_away",  "cancels",      "pin_blocked", "card_lifted",
        "wrong_card", "other_first", "other_person", "drop",        "lost",
        "leaves",     "sent_again"};
    return words[static_cast<std::size_t>(hitch)];
}

const char* service_type(const OnlineVisit& visit)
{
    return visit.explanation ? "explanation" : "consultation";
}

std::string appointment_name(std::int64_t visit)
{
    return "oc-" + std::to_string(visit);
}

std::int64_t appointment_number(const std::string& name)
{
    std::int64_t number = 0;
    if (name.starts_with("oc-"))
        std::from_chars(name.data() + 3, name.data() + name.size(), number);
    return number;
}

std::vector<OnlineVisit> draw_online_visits(const sim::Scenario& scenario,
                                            const std::vector<Resident>& residents,
                                            const std::vector<Attempt>& attempts)
{
    const sim::OnlineClinic& rules = *scenario.online_clinic;
    const OnlineDrawer drawer(scenario, residents);
    const std::int64_t wanted = rules.consultations + rules.explanations;
    require_enough(scenario, rules.line, drawer.people().size(), wanted,
                   "residents have a My Number Card to sign with and a phone");
    std::vector<OnlineVisit> visits;
    for (std::int64_t i = 1; i <= wanted; ++i)
        visits.push_back(drawer.drawn(i, i > rules.consultations));
    for (const Attempt& one : attempts)
        if (one.service == "online_clinic" && one.lacks.empty())
            visits.push_back(drawer.visit(std::ssize(visits) + 1, false, one.resident));
    return visits;
}

}  // namespace model
