// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/city_id/id_office.h"
#include "models/city_id/id_plan.h"
#include "models/identity/card_holder.h"
#include "models/service/ask_again.h"
#include "sim/base/quantiles.h"

// What all counters and terminals of the city's ID share; made once, kept by reference.
namespace model
{

struct IdGround {
    // A My Number Card, or its functions inside a phone.
    struct Card {
        std::shared_ptr<const MyNumberProfile> profile;
        sim::Secret pin, password;  // of authentication and of signatures
    };

    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    const IdPeople& people;
    std::vector<PlannedIssue> issues;
    std::vector<PlannedProof> proofs;
    Card card, card_in_phone, card_without_signature;
    std::shared_ptr<const MyNumberProfile> other_card;  // one without the application
    ApduReaderTimes reader;
    ApduReaderTimes inside;  // of the card's functions in a phone
    sim::Quantiles handling, pin_entry;
    std::array<sim::Quantiles, 3> signing, making;  // by KeyCustody
    sim::RngStream stream;
    std::function<std::string(const std::string& auth_serial)> id_for;

    const sim::CityId& rules() const { return *scenario.city_id; }
    const Card& card_of(const IdPerson& person) const
    {
        if (person.sign.empty()) return card_without_signature;
        return person.in_phone ? card_in_phone : card;
    }
    const sim::Quantiles& signing_in(KeyCustody custody) const
    {
        return signing[static_cast<std::size_t>(custody)];
    }
    const sim::Quantiles& making_in(KeyCustody custody) const
    {
        return making[static_cast<std::size_t>(custody)];
    }
    // The number of the ID that was given to somebody's first certificate.
    std::string id_of(const IdPerson& person) const { return id_for(person.auth[0].serial); }
};

// The office of IDs.
inline std::optional<sim::Form> ask(Desk& desk, const sim::CityId& rules, const sim::Form& request)
{
    return ask_again(desk, "cityid", request, {rules.deadline, rules.attempts, {}});
}

}  // namespace model
