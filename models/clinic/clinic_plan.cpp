// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/clinic_plan.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "models/people/enough.h"
#include "sim/base/part_drawn.h"

namespace model
{

namespace
{

// Own numbering of a visit's draws.
enum VisitDraw : std::uint64_t {
    visit_order,
    visit_early,
    visit_at,
    visit_at_too,
    visit_face,
    visit_paper,
    visit_hitch,
    visit_department,
    visit_again,
    visit_later,
};

// The way back to the queue takes five to forty minutes; assumed.
constexpr fw::Nanos at_least{300'000'000'000};
constexpr std::uint64_t at_most = 2'100'000'000'000;

class VisitDrawer
{
public:
    VisitDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : rules_(*scenario.clinics), residents_(residents), stream_(scenario.seed, "clinic visits")
    {
    }

    // In the order in which they fall ill.
    std::vector<std::uint32_t> people() const
    {
        std::vector<std::uint32_t> all(residents_.size());
        for (std::uint32_t who = 0; who < all.size(); ++who) all[who] = who;
        std::sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(stream_.bits(a, visit_order), a) <
                   std::pair(stream_.bits(b, visit_order), b);
        });
        return all;
    }

    ClinicVisit visit(std::int64_t number, std::uint32_t who) const
    {
        const auto key = static_cast<std::uint64_t>(number);
        ClinicVisit one;
        one.number = number;
        one.clinic = static_cast<std::int32_t>((number - 1) % rules_.institutions) + 1;
        one.at = arrival(key);
        one.resident = one.claims = who;
        one.card = residents_[who].my_number_card;
        one.by_face = stream_.chance(rules_.face_ppm, key, visit_face);
        one.paper = stream_.chance(rules_.paper_ppm, key, visit_paper);
        one.hitch = hitch(key);
        static constexpr std::array<const char*, 4> departments{"internal", "orthopaedics",
                                                                "paediatrics", "dermatology"};
        one.department = departments[stream_.below(4, key, visit_department)];
        return one;
    }

    // Without a mishap of one's own.
    ClinicVisit sent(std::int64_t number, const Attempt& attempt) const
    {
        ClinicVisit one = visit(number, attempt.resident);
        one.at = std::max(attempt.at, rules_.opens);
        one.hitch = ClinicHitch::none;
        return one;
    }

    // Somebody else comes with the card of `owner`, if there is one.
    void steal(ClinicVisit& one, std::uint32_t owner) const
    {
        if (!residents_[owner].my_number_card) {
            one.hitch = ClinicHitch::none;
            return;
        }
        one.claims = owner;
        one.card = true;
        one.paper = false;
    }

    bool comes_again(const ClinicVisit& one) const
    {
        return one.hitch != ClinicHitch::impostor &&
               stream_.chance(rules_.mishaps.again_ppm, static_cast<std::uint64_t>(one.number),
                              visit_again);
    }

    ClinicVisit again(ClinicVisit one, std::int64_t number) const
    {
        const auto key = static_cast<std::uint64_t>(one.number);
        one.number = number;
        one.at = std::max(one.at, rules_.opens) + at_least +
                 fw::Nanos{static_cast<std::int64_t>(stream_.below(at_most, key, visit_later))};
        one.hitch = ClinicHitch::none;
        return one;
    }

private:
    fw::Nanos arrival(std::uint64_t key) const
    {
        const auto within = [&](fw::Nanos span, VisitDraw draw) {
            const auto most = static_cast<std::uint64_t>(std::max<std::int64_t>(span.count, 1));
            return fw::Nanos{static_cast<std::int64_t>(stream_.below(most, key, draw))};
        };
        if (stream_.chance(rules_.early_ppm, key, visit_early))
            return rules_.opens - within(rules_.before, visit_at);
        return rules_.opens +
               std::min(within(rules_.within, visit_at), within(rules_.within, visit_at_too));
    }

    ClinicHitch hitch(std::uint64_t key) const
    {
        const sim::ClinicMishaps& shares = rules_.mishaps;
        const std::array<std::int32_t, 5> parts{shares.impostor_ppm, shares.forgotten_pin_ppm,
                                                shares.lifted_early_ppm, shares.wrong_card_ppm,
                                                shares.sent_again_ppm};
        const auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, key, visit_hitch));
        return static_cast<ClinicHitch>(sim::part_drawn(parts, pick));
    }

    const sim::Clinics& rules_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
};

}  // namespace

const char* word_of(ClinicHitch hitch)
{
    static constexpr std::array<const char*, 6> words{
        "", "impostor", "pin_blocked", "card_lifted", "wrong_card", "sent_again"};
    return words[static_cast<std::size_t>(hitch)];
}

std::vector<ClinicVisit> draw_visits(const sim::Scenario& scenario,
                                     const std::vector<Resident>& residents,
                                     const std::vector<Attempt>& attempts)
{
    const sim::Clinics& rules = *scenario.clinics;
    const std::int64_t patients = rules.institutions * rules.patients;
    require_enough(scenario, rules.line, residents.size(), patients, "residents may fall ill");
    const VisitDrawer drawer(scenario, residents);
    const std::vector<std::uint32_t> people = drawer.people();
    const std::size_t healthy = people.size() - static_cast<std::size_t>(patients);
    std::vector<ClinicVisit> visits;
    for (std::int64_t i = 0; i < patients; ++i) {
        visits.push_back(drawer.visit(i + 1, people[static_cast<std::size_t>(i)]));
        if (visits.back().hitch != ClinicHitch::impostor) continue;
        if (healthy == 0)
            visits.back().hitch = ClinicHitch::none;
        else
            drawer.steal(visits.back(),
                         people[people.size() - 1 - static_cast<std::size_t>(i) % healthy]);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(patients); ++i)
        if (drawer.comes_again(visits[i]))
            visits.push_back(drawer.again(visits[i], std::ssize(visits) + 1));
    for (const Attempt& one : attempts)
        if (one.service == "clinic") visits.push_back(drawer.sent(std::ssize(visits) + 1, one));
    std::sort(visits.begin(), visits.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.clinic, a.at, a.number) < std::tuple(b.clinic, b.at, b.number);
    });
    return visits;
}

}  // namespace model
