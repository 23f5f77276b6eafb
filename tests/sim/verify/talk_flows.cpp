// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/verify/talk_flows.h"

namespace sim::test
{

namespace
{

constexpr const char* flows_text = R"(
flows: test
domains:
  - { id: city, roles: [portal, counter] }
  - { id: shops, roles: [shop], classes_only: true }
  - { id: clinics, roles: [clinic], health: true }
types:
  - { id: request_id, letters: word }
  - { id: class, holds: number, to: 9 }
  - { id: note, longest: 40 }
  - { id: name_of_card, letters: hex, identifier: true }
  - { id: birth_date, letters: date, personal: true }
  - { id: pulse, holds: number, health: true }
messages:
  - kind: class.tell
    from: [portal]
    to: [shop]
    fields:
      - { name: request, type: request_id }
      - { name: class, type: class }
      - { name: card, type: name_of_card, domain: shops, optional: true }
      - { name: born, type: birth_date, optional: true }
      - { name: note, type: note, optional: true }
    answers:
      - { kind: class.heard, fields: [ { name: request, type: request_id } ] }
    while_linked: true
    basis: test
    source: test
    status: assumed
  - kind: card.tell
    from: [counter]
    to: [portal, clinic]
    fields:
      - { name: card, type: name_of_card, domain: city }
      - { name: pulse, type: pulse, optional: true }
    basis: test
    source: test
    status: assumed
  - kind: points.tell
    from: [portal]
    to: [counter]
    fields:
      - { name: person, type: note }
    needs_consent: { person: person, domain: shops, purpose: points }
    basis: test
    source: test
    status: assumed
  - kind: consent.give
    from: [counter]
    to: [portal]
    fields: &consent
      - { name: request, type: request_id }
      - { name: person, type: note }
      - { name: domain, type: note }
      - { name: purpose, type: note }
    consent: { effect: gives, person: person, domain: domain, purpose: purpose }
    basis: test
    source: test
    status: assumed
)";

}  // namespace

std::string flows_of_the_talk()
{
    std::string text = flows_text;
    text.replace(text.find(" &consent"), 9, "");
    const std::size_t give = text.find("  - kind: consent.give");
    std::string revoke = text.substr(give);
    revoke.replace(revoke.find("consent.give"), 12, "consent.revoke");
    revoke.replace(revoke.find("effect: gives"), 13, "effect: revokes");
    return text + revoke;
}

}  // namespace sim::test
