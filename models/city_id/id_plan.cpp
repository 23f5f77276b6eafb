// SPDX-License-Identifier: Apache-2.0
#include "models/city_id/id_plan.h"

#include <algorithm>
#include <array>

#include "models/identity/payment_methods.h"
#include "sim/base/part_drawn.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t {
    draw_time,
    draw_who,
    draw_other,
    draw_service,
    draw_amount,
    draw_at_tier,
    draw_band,
    draw_beside,
    draw_any,
    draw_method,
    draw_hitch,
};

constexpr std::array<const char*, 5> all_methods{"face", "phone", "card", "face_and_phone",
                                                 "face_and_card"};

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const IdPeople& people)
        : scenario_(scenario),
          rules_(*scenario.city_id),
          people_(people),
          stream_(scenario.seed, "city ID proofs")
    {
    }

    PlannedProof draw(std::int64_t number) const
    {
        const auto key = static_cast<std::uint64_t>(number);
        PlannedProof proof;
        proof.number = number;
        proof.prover = static_cast<std::int32_t>((number - 1) % rules_.provers) + 1;
        proof.at = moment(key);
        proof.service = service(key);
        proof.amount = amount(rules_.services[proof.service], key);
        proof.method = method(rules_.services[proof.service], proof.amount, key);
        const auto& all = people_.registered();
        proof.resident = proof.claims = all[stream_.below(all.size(), key, draw_who)];
        proof.hitch = hitch(proof, key);
        choose_people(proof, key);
        return proof;
    }

private:
    fw::Nanos moment(std::uint64_t key) const
    {
        const auto window = static_cast<std::uint64_t>((scenario_.to - scenario_.from).count);
        return scenario_.from +
               fw::Nanos{static_cast<std::int64_t>(stream_.below(window, key, draw_time))};
    }

    std::size_t service(std::uint64_t key) const
    {
        auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, key, draw_service));
        for (std::size_t i = 0; i < rules_.services.size(); ++i) {
            if (pick < rules_.services[i].share_ppm) return i;
            pick -= rules_.services[i].share_ppm;
        }
        return 0;
    }

    std::int64_t amount(const sim::IdService& service, std::uint64_t key) const
    {
        if (service.amount_to.count == 0) return 0;
        std::vector<std::int64_t> ends;
        for (const sim::MethodBand& band : service.bands)
            if (band.to <= service.amount_to) ends.push_back(band.to.count);
        if (!ends.empty() && stream_.chance(rules_.at_tier_ppm, key, draw_at_tier))
            return ends[stream_.below(ends.size(), key, draw_band)] - 1 +
                   static_cast<std::int64_t>(stream_.below(3, key, draw_beside));
        const auto range =
            static_cast<std::uint64_t>(service.amount_to.count - service.amount_from.count) + 1;
        return service.amount_from.count +
               static_cast<std::int64_t>(stream_.below(range, key, draw_amount));
    }

    std::string method(const sim::IdService& service, std::int64_t amount, std::uint64_t key) const
    {
        const auto enough =
            accepted_methods({service.bands, rules_.boundary, rules_.stronger}, amount).enough;
        if (enough.empty() || stream_.chance(rules_.any_method_ppm, key, draw_any))
            return all_methods[stream_.below(all_methods.size(), key, draw_method)];
        return *std::next(enough.begin(), static_cast<std::ptrdiff_t>(
                                              stream_.below(enough.size(), key, draw_method)));
    }

    // A mishap whose means are no part of the proof does not happen.
    static bool possible(ProofHitch hitch, const PlannedProof& proof)
    {
        const bool card = proof.takes("card"), two = proof.takes("_and_");
        switch (hitch) {
            case ProofHitch::look_alike:
                return proof.takes("face");
            case ProofHitch::two_persons:
            case ProofHitch::other_order:
            case ProofHitch::slow:
                return two;
            case ProofHitch::forgotten_pin:
            case ProofHitch::wrong_card:
            case ProofHitch::lifted_early:
                return card;
            case ProofHitch::replayed:
                return card || proof.takes("phone");
            case ProofHitch::unknown:
                return !card;
            default:
                return true;
        }
    }

    ProofHitch hitch(const PlannedProof& proof, std::uint64_t key) const
    {
        const sim::IdMishaps& shares = rules_.mishaps;
        const std::array<std::int32_t, 10> parts{shares.impostor_ppm,    shares.look_alike_ppm,
                                                 shares.two_persons_ppm, shares.other_order_ppm,
                                                 shares.slow_ppm,        shares.forgotten_pin_ppm,
                                                 shares.wrong_card_ppm,  shares.lifted_early_ppm,
                                                 shares.replayed_ppm,    shares.unknown_ppm};
        const auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, key, draw_hitch));
        const auto here = static_cast<ProofHitch>(sim::part_drawn(parts, pick));
        return possible(here, proof) ? here : ProofHitch::none;
    }

    void choose_people(PlannedProof& proof, std::uint64_t key) const
    {
        // Nothing is laid down where the card's functions are inside the phone.
        if ((proof.hitch == ProofHitch::wrong_card || proof.hitch == ProofHitch::lifted_early) &&
            people_.person(proof.claims).in_phone)
            proof.hitch = ProofHitch::none;
        const auto& all = people_.registered();
        const auto& without = people_.strangers();
        if (proof.hitch == ProofHitch::unknown && without.empty()) proof.hitch = ProofHitch::none;
        if (proof.hitch == ProofHitch::unknown)
            proof.resident = proof.claims = without[stream_.below(without.size(), key, draw_other)];
        if (proof.hitch != ProofHitch::impostor && proof.hitch != ProofHitch::look_alike &&
            proof.hitch != ProofHitch::two_persons)
            return;
        proof.resident = all[stream_.below(all.size(), key, draw_other)];
        if (proof.resident == proof.claims) proof.hitch = ProofHitch::none;
    }

    const sim::Scenario& scenario_;
    const sim::CityId& rules_;
    const IdPeople& people_;
    sim::RngStream stream_;
};

}  // namespace

const char* word_of(ProofHitch hitch)
{
    static constexpr std::array<const char*, 11> words{
        "",          "impostor",    "look_alike", "two_persons", "other_order",
        "slow",      "pin_blocked", "wrong_card", "card_lifted", "replayed",
        "unknown_id"};
    return words[static_cast<std::size_t>(hitch)];
}

std::vector<PlannedProof> draw_proofs(const sim::Scenario& scenario, const IdPeople& people,
                                      const std::vector<Attempt>& attempts)
{
    const Drawer drawer(scenario, people);
    std::vector<PlannedProof> proofs;
    for (std::int64_t i = 1; i <= scenario.city_id->proofs; ++i) proofs.push_back(drawer.draw(i));
    for (const Attempt& one : attempts)
        if (one.service.starts_with(id_tries) && one.lacks.empty())
            proofs.push_back(proof_tried(scenario, people, one, std::ssize(proofs) + 1));
    in_order_of_time(proofs);
    return proofs;
}

}  // namespace model
