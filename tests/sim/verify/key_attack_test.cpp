// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/key_attack.h"

#include <gtest/gtest.h>

namespace sim
{

namespace
{

const Bytes data{'b', 'l', 'o', 'o', 'd'};

// Keys of a domain and of a consent, the holder's for this use, and the content key; the lowest
// three bits of an X25519 key do not count.
const KeyBytes domain({8}), consent({16}), use({24}), content({32});

KeyBytes rule(const KeyBytes& mine, const KeyBytes& theirs, const char* kind)
{
    return derived(agreed(mine, public_half(theirs))->reveal(), "about", kind);
}

HeardRelease heard(const Bytes& wrapped)
{
    return {7,       "about", {public_half(domain), public_half(consent), public_half(use)},
            wrapped, 0,       sealed(content, 0, "about", data)};
}

// As the format has it: by the consent's key, then by the domain's.
Bytes wrapped_twice()
{
    const Bytes inner = sealed(rule(use, consent, "consent key"), 0, "about", content.reveal());
    return sealed(rule(use, domain, "domain key"), 0, "about", inner);
}

bool opens(const KeyBytes& secret, const Bytes& wrapped)
{
    return KeyAttack({secret}).open(heard(wrapped)).has_value();
}

}  // namespace

TEST(KeyAttack, OneKindOfKeyOpensNothingThatIsWrappedTwice)
{
    EXPECT_FALSE(opens(domain, wrapped_twice()));
    EXPECT_FALSE(opens(consent, wrapped_twice()));
    EXPECT_EQ(KeyAttack({domain, consent}).open(heard(wrapped_twice())), content);
}

TEST(KeyAttack, FindsAKeyThatIsWrappedOnce)
{
    const Bytes once = sealed(rule(use, domain, "domain key"), 0, "about", content.reveal());
    EXPECT_TRUE(opens(domain, once));
    EXPECT_FALSE(opens(consent, once));
}

TEST(KeyAttack, FindsAnInnerWrapByTheSameKind)
{
    const Bytes inner = sealed(rule(use, domain, "consent key"), 0, "about", content.reveal());
    EXPECT_TRUE(opens(domain, sealed(rule(use, domain, "domain key"), 0, "about", inner)));
}

TEST(KeyAttack, FindsDataUnderAWrappingKey)
{
    HeardRelease bare = heard(wrapped_twice());
    bare.piece = sealed(rule(use, consent, "consent key"), 0, "about", data);
    EXPECT_TRUE(KeyAttack({consent}).open(bare));
    EXPECT_FALSE(KeyAttack({domain}).open(bare));
}

TEST(KeyAttack, CountsWhatItTries)
{
    KeyAttack attack({domain});
    (void)attack.open(heard(wrapped_twice()));
    EXPECT_GT(attack.tried(), 20);
}

}  // namespace sim
