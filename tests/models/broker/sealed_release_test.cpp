// SPDX-License-Identifier: Apache-2.0
#include "models/broker/sealed_release.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

const sim::Bytes data{'1', '2', '8', '/', '8', '2'};

// Use 7, for the domain "care" and the consent that phone and request agree on.
struct Parties {
    sim::KeyBytes domain = test_key(1, "domain/care");
    sim::KeyBytes phone = test_key(1, "phone/7");
    sim::KeyBytes request = test_key(1, "request/care/7");
    sim::KeyBytes consent = *consent_key(phone, sim::public_half(request), 7);
    ReleaseHead head{7, 1, "care_plan"};
    ReleaseSeal seal{head, test_key(1, "content/7/1"), test_key(1, "use/7/1"),
                     sim::public_half(domain), sim::public_half(consent)};

    std::optional<sim::Bytes> opened(const ReleaseHead& as, const sim::KeyBytes& by_domain,
                                     const sim::KeyBytes& by_consent) const
    {
        const auto content =
            content_key(as, seal.use_half(), seal.wrapped(), by_domain, by_consent);
        if (!content) return std::nullopt;
        return sim::unsealed(*content, 3, as.about(), seal.piece(3, data));
    }
};

}  // namespace

TEST(SealedRelease, OpensWithBothKeysForTheUseItWasMadeFor)
{
    const Parties all;
    EXPECT_EQ(all.opened(all.head, all.domain, all.consent), data);
}

TEST(SealedRelease, StaysShutForAnotherDomainConsentUseReleaseOrPurpose)
{
    const Parties all;
    const sim::KeyBytes other = test_key(1, "domain/shop");
    EXPECT_EQ(all.opened(all.head, other, all.consent), std::nullopt);
    EXPECT_EQ(all.opened(all.head, all.domain, other), std::nullopt);
    EXPECT_EQ(all.opened({8, 1, "care_plan"}, all.domain, all.consent), std::nullopt);
    EXPECT_EQ(all.opened({7, 2, "care_plan"}, all.domain, all.consent), std::nullopt);
    EXPECT_EQ(all.opened({7, 1, "offers"}, all.domain, all.consent), std::nullopt);
}

TEST(SealedRelease, BothSidesOfAConsentComeToOneKeyThatCrossesNoMessage)
{
    const Parties all;
    EXPECT_EQ(consent_key(all.request, sim::public_half(all.phone), 7), all.consent);
    EXPECT_NE(consent_key(all.request, sim::public_half(all.phone), 8), all.consent);
    EXPECT_EQ(consent_key(all.phone, sim::PublicHalf{}, 7), std::nullopt);
}

TEST(SealedRelease, KeysOfTheBenchFollowFromSeedAndName)
{
    EXPECT_EQ(test_key(1, "content/7/1"), test_key(1, "content/7/1"));
    EXPECT_NE(test_key(1, "content/7/1"), test_key(1, "content/7/2"));
    EXPECT_NE(test_key(1, "content/7/1"), test_key(2, "content/7/1"));
}

}  // namespace model
