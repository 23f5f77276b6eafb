// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "sim/base/cipher.h"

// Somebody who has heard every message of a release and holds some of the secret keys, and tries
// whatever can be made of them: every key agreed on with every public half, derived by every rule
// of the format, on the wrapped content key, on what comes out of it, and on the data itself.
namespace sim
{

// A release as it was sent, and what else was told of it.
struct HeardRelease {
    std::int64_t use = 0;
    std::string about;               // what each part is bound to
    std::vector<PublicHalf> halves;  // of all keys in its messages
    Bytes wrapped;                   // content key
    std::uint64_t number = 0;        // of the piece
    Bytes piece;
};

class KeyAttack
{
public:
    explicit KeyAttack(const std::vector<KeyBytes>& secrets)
        : secrets_(secrets.begin(), secrets.end())
    {
    }

    // The content key, once it has opened the piece.
    std::optional<KeyBytes> open(const HeardRelease& heard);
    std::int64_t tried() const { return tried_; }  // keys on ciphertexts

private:
    std::set<KeyBytes> agreed_on(const std::set<KeyBytes>& secrets,
                                 const std::vector<PublicHalf>& halves) const;
    std::set<KeyBytes> makeable(const HeardRelease& heard) const;
    std::optional<Bytes> tried_on(const std::set<KeyBytes>& keys, const HeardRelease& heard,
                                  fw::Bytes sealed);
    bool opens(const KeyBytes& key, const HeardRelease& heard);

    std::set<KeyBytes> secrets_;
    std::int64_t tried_ = 0;
};

}  // namespace sim
