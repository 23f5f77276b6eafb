// SPDX-License-Identifier: Apache-2.0
#include "models/people/everyone.h"

#include <algorithm>
#include <set>

#include "models/people/lacking.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

constexpr int child_card_below = 12, half_a_year = 183;
constexpr fw::Nanos whole_second{1'000'000'000};

class Sender
{
public:
    Sender(const sim::Scenario& scenario, People& people, const ShopDay& shops,
           std::vector<Resident>& residents)
        : scenario_(scenario),
          people_(people),
          shops_(shops),
          residents_(residents),
          spare_(static_cast<std::uint32_t>(people.holders.size()))
    {
    }

    Attempt send(const sim::ResidentKind& kind, const std::string& service)
    {
        Attempt one{kind.id, service, 0, -1, lacking(scenario_, kind, service)};
        if (service == "bus" && kind.transit_card)
            one.resident = find_rider(one);
        else if (service == "shop" && kind.transit_card)
            one.resident = find_sale(one);
        else
            one.resident = kind.transit_card ? find_card() : next_spare();
        become(one.resident, kind);
        const bool member = service == "pass" || service == "unlink";
        if (member && one.lacks.empty()) join(one.resident);
        return one;
    }

private:
    [[noreturn]] void too_few(const char* of_what) const
    {
        throw sim::ScenarioError(scenario_.file,
                                 std::string("everyone: too few ") + of_what + " for each to try");
    }

    // Passes are for members, and so is the end of a link: these are members since an earlier day.
    void join(std::uint32_t who) { people_.holders[residents_[who].card].linked = true; }

    // A card of nobody whose link stands already.
    bool free(std::uint32_t card) const
    {
        return !people_.holders[card].linked && !taken_.contains(card);
    }

    std::uint32_t find_rider(Attempt& one)
    {
        for (std::size_t i = 0; i < people_.riders.size(); ++i) {
            const Rider& rider = people_.riders[i];
            if (rider.card == Rider::cash || rider.riders > 1 || !free(rider.card)) continue;
            taken_.insert(rider.card);
            one.subject = static_cast<std::int64_t>(i);
            return rider.card;
        }
        too_few("riders");
    }

    std::uint32_t find_sale(Attempt& one)
    {
        for (std::size_t i = 0; i < shops_.sales.size(); ++i) {
            const Sale& sale = shops_.sales[i];
            if (sale.returned || !free(sale.card)) continue;
            taken_.insert(sale.card);
            one.subject = static_cast<std::int64_t>(i);
            return sale.card;
        }
        too_few("sales");
    }

    // From the end: customers of shops come last, riders before them.
    std::uint32_t find_card()
    {
        for (auto card = static_cast<std::uint32_t>(people_.holders.size()); card-- > 0;)
            if (free(card)) {
                taken_.insert(card);
                return card;
            }
        too_few("transit cards");
    }

    std::uint32_t next_spare()
    {
        if (spare_ >= residents_.size()) too_few("residents");
        return spare_++;
    }

    void become(std::uint32_t who, const sim::ResidentKind& kind)
    {
        Resident& one = residents_[who];
        one.birth = {scenario_.tariff_date.days - kind.age * 365 - kind.age / 4 - half_a_year};
        one.district = district_in(home_of(scenario_, kind));
        one.licence = licence_of(kind.licence);
        one.condition = condition_of(kind.condition);
        one.my_number_card = kind.my_number_card;
        one.signature = kind.signature;
        one.smartphone = kind.smartphone;
        if (kind.transit_card) become(people_.holders[one.card], one, kind);
    }

    void become(CardHolder& holder, const Resident& one, const sim::ResidentKind& kind) const
    {
        holder.birth = one.birth;
        holder.lives_here =
            home_of(scenario_, kind) == scenario_.residents->population.municipality;
        holder.card_type = kind.condition == "disabled" ? 2 : 0;
        if (kind.age < child_card_below) holder.card_type = 1;
    }

    std::uint16_t district_in(const std::string& municipality) const
    {
        const auto& all = scenario_.residents->population.districts;
        const auto found = std::find_if(all.begin(), all.end(), [&](const sim::District& one) {
            return one.municipality == municipality;
        });
        return static_cast<std::uint16_t>(found - all.begin());
    }

    static Licence licence_of(const std::string& word)
    {
        if (word == "holds") return Licence::holds;
        return word == "returned" ? Licence::returned : Licence::none;
    }

    static Condition condition_of(const std::string& word)
    {
        if (word == "disabled") return Condition::disabled;
        if (word == "care") return Condition::care;
        if (word == "illness") return Condition::illness;
        return word == "pregnant" ? Condition::pregnant : Condition::none;
    }

    const sim::Scenario& scenario_;
    People& people_;
    const ShopDay& shops_;
    std::vector<Resident>& residents_;
    std::set<std::uint32_t> taken_;  // cards
    std::uint32_t spare_;            // resident without a transit card
};

}  // namespace

std::vector<Attempt> draw_everyone(const sim::Scenario& scenario, People& people,
                                   const ShopDay& shops, std::vector<Resident>& residents)
{
    std::vector<Attempt> attempts;
    if (!scenario.everyone) return attempts;
    Sender sender(scenario, people, shops, residents);
    const sim::Everyone& everyone = *scenario.everyone;
    const auto tries = std::ssize(everyone.kinds) * std::ssize(everyone.services);
    const fw::Nanos step =
        whole_second * ((scenario.to - scenario.from).count / whole_second.count / (tries + 1));
    for (const sim::ResidentKind& kind : everyone.kinds)
        for (const std::string& service : everyone.services) {
            attempts.push_back(sender.send(kind, service));
            attempts.back().at = scenario.from + step * std::ssize(attempts);
        }
    return attempts;
}

}  // namespace model
