// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/record/database.h"
#include "sim/verify/findings.h"
#include "sim/verify/key_attack.h"

// Every release of a run is opened once more, from the bytes that were recorded: with the keys of
// all domains alone and with the keys of its consent alone, which must fail, and with both, which
// must give what the holder holds of that person (services.md S35). No key is in the result file:
// the judge makes those of the bench again from the run's seed and their names, HKDF("key of the
// bench", salt = seed, label = name), and holds their public halves against those in the messages.
// The tables of data_use_sql.h have been made.
namespace sim
{

class KeyTrials
{
public:
    KeyTrials(const Database& database, Findings& findings);

    std::int64_t releases() const { return std::ssize(releases_); }
    std::int64_t tried() const { return tried_; }

private:
    struct Release {
        std::int64_t use = 0, release = 0, pieces = 0;
        std::string purpose, receiver;
        PublicHalf use_half{};
        Bytes wrapped;
        std::map<std::int64_t, Bytes> sealed;  // by piece

        std::string name() const;
        std::string about() const;
    };
    // Public halves in the messages of a use.
    struct Halves {
        PublicHalf request{}, phone{}, consent{};
    };

    // What one kind of keys alone came to.
    struct Attacked {
        bool by_domains = false, by_consent = false;
        std::int64_t tried = 0;
    };

    void read_keys(const Database& database);
    void read_releases(const Database& database, Findings& findings);
    std::vector<Attacked> attack_all() const;  // in the order of the releases; on all cores
    Attacked attack(const Release& one) const;
    void check(const Database& database, const Release& one, const Attacked& attacked,
               Findings& findings);
    KeyBytes bench_key(const std::string& name) const;
    std::vector<KeyBytes> consent_secrets(const Release& one) const;
    HeardRelease heard(const Release& one) const;
    // What both kinds of keys make of it; none: they do not fit.
    std::optional<KeyBytes> content_of(const Release& one) const;
    std::optional<Bytes> data_of(const Release& one, const KeyBytes& content,
                                 Findings& findings) const;
    void check_data(const Database& database, const Release& one, const KeyBytes& content,
                    Findings& findings);

    std::string seed_;
    std::map<std::string, PublicHalf> domains_;
    std::map<std::int64_t, Halves> halves_;  // by use
    std::map<std::pair<std::int64_t, std::int64_t>, Release> releases_;
    std::set<KeyBytes> contents_;
    std::set<PublicHalf> use_halves_;
    std::int64_t tried_ = 0;
};

}  // namespace sim
