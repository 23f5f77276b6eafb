// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "models/city_id/id_people.h"
#include "models/people/everyone.h"

// Who asks for an ID, binds new certificates, and proves what to whom on the day, drawn beforehand
// (services.md S28 to S32, S36, S37).
namespace model
{

enum class ProofHitch : std::uint8_t {
    none,
    impostor,
    look_alike,
    two_persons,
    other_order,
    slow,
    forgotten_pin,
    wrong_card,
    lifted_early,
    replayed,
    unknown,
};

const char* word_of(ProofHitch hitch);

struct PlannedIssue {
    std::int64_t number = 0;  // from 1
    std::int32_t counter = 1;
    fw::Nanos at{};
    std::uint32_t resident = 0;
    bool again = false;          // has an ID, binds new certificates
    bool false_custody = false;  // the phone keeps nothing and says it does
};

struct PlannedProof {
    std::int64_t number = 0;  // from 1
    std::int32_t prover = 1;
    fw::Nanos at{};
    std::uint32_t resident = 0;  // who stands there
    std::uint32_t claims = 0;    // who they say they are
    std::size_t service = 0;
    std::int64_t amount = 0;
    std::string method;
    ProofHitch hitch = ProofHitch::none;

    bool takes(const char* factor) const { return method.find(factor) != std::string::npos; }
};

template <class Planned>
void in_order_of_time(std::vector<Planned>& all)
{
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::pair(a.at, a.number) < std::pair(b.at, b.number);
    });
}

// Both in order of time.
std::vector<PlannedIssue> draw_issues(const sim::Scenario& scenario, const IdPeople& people,
                                      const std::vector<Attempt>& attempts);
std::vector<PlannedProof> draw_proofs(const sim::Scenario& scenario, const IdPeople& people,
                                      const std::vector<Attempt>& attempts = {});
// What `id_face_and_phone` tries: a proof by this method.
PlannedProof proof_tried(const sim::Scenario& scenario, const IdPeople& people,
                         const Attempt& attempt, std::int64_t number);

}  // namespace model
