// SPDX-License-Identifier: Apache-2.0
#include "models/portal/coupon_book.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr std::int64_t receipt_a = fw::first_receipt, receipt_b = receipt_a + 1;

class OneCoupon
{
public:
    OneCoupon() { book.issue("c", {1, "bakery", {50}, {300}, 2, {1000}}); }

    std::string claim(std::int64_t receipt, std::int64_t at, std::int64_t shop = 2)
    {
        return book.claim({"c", shop, receipt, {400}}, {at});
    }
    void sold(std::int64_t receipt, std::int32_t amount, fw::TapVerdict verdict,
              fw::TapKind kind = fw::TapKind::sale)
    {
        fw::TapEvent event;
        event.trip = static_cast<std::uint32_t>(receipt);
        event.kind = kind;
        event.verdict = verdict;
        event.base_fare = {amount};
        book.add(event, {100});
    }
    std::string end(std::int64_t at = 2000) { return book.ends({at}).at(0).state; }

    CouponBook book;
};

TEST(CouponBook, GrantsACouponForOneReceiptAlone)
{
    OneCoupon one;

    EXPECT_EQ(one.claim(receipt_a, 10), "granted");
    EXPECT_EQ(one.claim(receipt_a, 11), "granted");
    EXPECT_EQ(one.claim(receipt_b, 12), "used");
}

TEST(CouponBook, RefusesWhatTheTermsDoNotAllow)
{
    OneCoupon one;

    EXPECT_EQ(one.book.claim({"d", 2, receipt_a, {400}}, {10}), "unknown");
    EXPECT_EQ(one.book.claim({"c", 2, receipt_a, {299}}, {10}), "too_little");
    EXPECT_EQ(one.claim(receipt_a, 10, 3), "wrong_shop");
    EXPECT_EQ(one.claim(receipt_a, 1000), "expired");
}

TEST(CouponBook, CountsItRedeemedWhenTheSaleWasPaidWithIt)
{
    OneCoupon one;
    one.claim(receipt_a, 10);
    one.sold(receipt_a, 350, fw::TapVerdict::accepted);

    EXPECT_EQ(one.claim(receipt_b, 200), "used");
    EXPECT_EQ(one.end(), "redeemed");
    ASSERT_EQ(one.book.statements({2000}).size(), 1U);
    EXPECT_EQ(one.book.statements({2000}).at(0).yen, 50);
}

TEST(CouponBook, IsFreeAgainAfterASaleInFull)
{
    OneCoupon one;
    one.claim(receipt_a, 10);
    one.sold(receipt_a, 400, fw::TapVerdict::accepted);

    EXPECT_EQ(one.claim(receipt_b, 99), "used");  // the cloud has not heard of the sale
    EXPECT_EQ(one.claim(receipt_b, 101), "granted");
}

TEST(CouponBook, IsNotFreeWhileItsSaleIsInDoubt)
{
    OneCoupon one;
    one.claim(receipt_a, 10);
    one.sold(receipt_a, 350, fw::TapVerdict::unconfirmed);

    EXPECT_EQ(one.claim(receipt_b, 200), "used");
    EXPECT_EQ(one.end(), "held");
    one.sold(receipt_a, 350, fw::TapVerdict::recovered);
    EXPECT_EQ(one.end(), "redeemed");
}

TEST(CouponBook, IsFreeAgainWhenTheGoodsCameBack)
{
    OneCoupon one;
    one.claim(receipt_a, 10);
    one.sold(receipt_a, 350, fw::TapVerdict::accepted, fw::TapKind::cancel);
    one.sold(receipt_a, 350, fw::TapVerdict::accepted);

    EXPECT_EQ(one.claim(receipt_b, 200), "granted");
    EXPECT_EQ(one.end(), "expired");
    EXPECT_TRUE(one.book.statements({2000}).empty());
}

}  // namespace

}  // namespace model
