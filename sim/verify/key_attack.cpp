// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/key_attack.h"

#include <algorithm>

namespace sim
{

namespace
{

std::optional<KeyBytes> key_of(const std::optional<Bytes>& bytes)
{
    if (!bytes || bytes->size() != KeyBytes::size) return std::nullopt;
    std::array<std::uint8_t, KeyBytes::size> key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return KeyBytes(key);
}

}  // namespace

std::set<KeyBytes> KeyAttack::agreed_on(const std::set<KeyBytes>& secrets,
                                        const std::vector<PublicHalf>& halves) const
{
    std::set<KeyBytes> all = secrets;
    for (const KeyBytes& mine : secrets)
        for (const PublicHalf& theirs : halves)
            if (const auto shared = agreed(mine, theirs)) all.insert(*shared);
    return all;
}

std::set<KeyBytes> KeyAttack::makeable(const HeardRelease& heard) const
{
    std::set<KeyBytes> secrets = secrets_;
    for (const KeyBytes& shared : agreed_on(secrets_, heard.halves))
        secrets.insert(derived(shared.reveal(), "use " + std::to_string(heard.use), "consent"));
    std::set<KeyBytes> all;
    for (const KeyBytes& shared : agreed_on(secrets, heard.halves)) {
        all.insert(shared);
        for (const char* rule : {"domain key", "consent key"})
            all.insert(derived(shared.reveal(), heard.about, rule));
    }
    return all;
}

std::optional<Bytes> KeyAttack::tried_on(const std::set<KeyBytes>& keys, const HeardRelease& heard,
                                         fw::Bytes sealed)
{
    for (const KeyBytes& key : keys) {
        ++tried_;
        if (auto plain = unsealed(key, 0, heard.about, sealed)) return plain;
    }
    return std::nullopt;
}

bool KeyAttack::opens(const KeyBytes& key, const HeardRelease& heard)
{
    ++tried_;
    return unsealed(key, heard.number, heard.about, heard.piece).has_value();
}

std::optional<KeyBytes> KeyAttack::open(const HeardRelease& heard)
{
    const std::set<KeyBytes> keys = makeable(heard);
    for (const KeyBytes& key : keys)
        if (opens(key, heard)) return key;
    const auto inner = tried_on(keys, heard, heard.wrapped);
    if (!inner) return std::nullopt;
    for (const auto& content : {key_of(inner), key_of(tried_on(keys, heard, *inner))})
        if (content && opens(*content, heard)) return content;
    return std::nullopt;
}

}  // namespace sim
