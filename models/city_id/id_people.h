// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/identity/phone_key.h"
#include "models/people/everyone.h"

// Who holds the city's ID, what their phone is and what becomes of their certificates on the day:
// drawn when asked for, always the same, so that nobody is kept who does nothing.
namespace model
{

// Tries whose names begin so prove an ID, or the card.
constexpr const char* id_tries = "id_";

// One of a card's certificates in the course of the day; it ends because of `ends`.
struct IdCertificate {
    std::string serial;
    fw::Nanos from{INT64_MIN}, until{INT64_MAX};
    std::string ends;
};

struct IdPerson {
    std::uint32_t resident = 0;
    KeyCustody custody = KeyCustody::none;
    bool in_phone = false;                  // the card's functions are inside the phone
    std::vector<IdCertificate> auth, sign;  // one after the other; sign: none if never issued
    bool rebinds = false;                   // binds what is new
    fw::Nanos changed{INT64_MAX};
    Hands hands{};

    const IdCertificate& auth_at(fw::Nanos t) const { return at(auth, t); }
    const IdCertificate& sign_at(fw::Nanos t) const { return at(sign, t); }

private:
    static const IdCertificate& at(const std::vector<IdCertificate>& all, fw::Nanos t)
    {
        static const IdCertificate never_issued;
        if (all.empty()) return never_issued;
        return all.size() > 1 && t >= all[1].from ? all[1] : all[0];
    }
};

class IdPeople
{
public:
    // ScenarioError when there are fewer residents who may hold an ID than the scenario has. Who is
    // sent to prove who they are has one if they may, who is sent for one has none.
    IdPeople(const sim::Scenario& scenario, const std::vector<Resident>& residents,
             const std::vector<Attempt>& attempts = {});

    IdPerson person(std::uint32_t resident) const;
    const std::vector<std::uint32_t>& registered() const { return registered_; }
    const std::vector<std::uint32_t>& newcomers() const { return newcomers_; }  // ask for one today
    const std::vector<std::uint32_t>& strangers() const { return strangers_; }  // have none
    // Type of custody and its data; that of a phone without one where there is none.
    const sim::IdCustody& custody(KeyCustody custody) const;

private:
    KeyCustody custody_of(std::uint32_t resident) const;
    fw::Nanos when(std::uint32_t resident) const;
    void change(IdPerson& person) const;

    const sim::Scenario& scenario_;
    const sim::CityId& rules_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    std::vector<std::uint32_t> registered_, newcomers_, strangers_;
};

}  // namespace model
