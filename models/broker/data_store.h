// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "models/broker/held_data.h"
#include "models/broker/sealed_release.h"
#include "models/service/desk.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"

// The back end "ID_store" of a domain: keeps its own data under its own names of the people. As a
// holder it encrypts what it releases, piece by piece, and asks the broker before each; where a
// protected person is, it tells nobody, and answers as if there were nothing to tell (services.md
// P8). As a receiver it asks for data in the name of its desks and opens it with the keys it has.
//
//   from its desks    use.request  use, person, holder, item, purpose, expires_ns
//                     use.fetch    use, release, purpose -> use.arrived | use.nothing | use.waiting
//                     use.open     use, release -> use.opened
//   from other stores data.fetch   use, release, piece -> data.sealed | data.nothing
//   from the broker   use.stop     use -> use.stopped: nothing is sent or opened any more
// Otherwise use.refused with a reason.
namespace model
{

class DataStore final : public BackEnd
{
public:
    DataStore(const sim::DataUses& rules, const sim::DataDomain& domain, std::uint64_t seed);

    void enter(const std::string& name, std::uint32_t resident, bool protected_person);
    // Of its own, for those who encrypt for it.
    sim::PublicHalf public_key() const { return sim::public_half(domain_key_); }

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    struct Person {
        std::uint32_t resident = 0;
        bool hidden = false;
    };
    // What has come of a release, as it was sent.
    struct Arrived {
        ReleaseHead head;
        sim::PublicHalf use_half{}, person_key{};
        sim::Bytes wrapped;
        std::vector<sim::Bytes> pieces;
    };
    using Key = std::pair<std::int64_t, std::int64_t>;  // use, release
    enum class Work : std::uint8_t { seal, open };

    sim::Form request(const sim::Form& form, Line& line);
    sim::Form fetch(const sim::Form& form, Line& line);
    sim::Form fetch_pieces(const Key& key, const sim::Form& permit, Line& line);
    sim::Form open(const sim::Form& form, Line& line);
    sim::Form release(const sim::Form& form, Line& line);
    sim::Form seal(const Key& key, std::int64_t piece, const sim::Form& leave, Line& line);
    sim::Form ask(const std::string& whom, const sim::Form& what, Line& line) const;
    sim::Bytes cut(const sim::HeldItem& item, std::uint32_t resident, std::int64_t piece) const;
    ReleaseSeal seal_of(const ReleaseHead& head, const sim::PublicHalf& domain,
                        const sim::PublicHalf& consent) const;
    fw::Nanos takes(Work work, const Key& key, std::int64_t piece) const;
    const sim::HeldItem* shown_item(const Person* person, const std::string& item) const;
    sim::KeyBytes request_key(std::int64_t use) const;

    const sim::DataUses& rules_;
    const sim::DataDomain& domain_;
    std::uint64_t seed_;
    sim::KeyBytes domain_key_;
    sim::RngStream stream_;
    sim::Quantiles seal_time_, open_time_;
    std::map<std::string, Person> people_;  // by name
    std::map<Key, Arrived> arrived_;
    std::set<std::int64_t> stopped_;  // uses
};

}  // namespace model
