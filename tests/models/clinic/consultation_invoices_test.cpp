// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/clinic/consultation_line.h"

namespace model
{

namespace
{

std::string bill(OneDoctor& clinic, const char* kind, std::int64_t yen = 0)
{
    return clinic
        .send("billing-1", sim::Form(kind).set("identifier", "oc-1").set("totalGross", yen))
        .kind()
        .substr(8);
}

TEST(ConsultationInvoices, ChargesNothingForWhatWasNotHeld)
{
    OneDoctor clinic;
    clinic.begin();
    EXPECT_EQ(OneDoctor::word(clinic.tell("patientphone-1", "invoice.pay")), "no_invoice");
    EXPECT_EQ(clinic.charged(), 0);
}

TEST(ConsultationInvoices, ChargesOnceHoweverOftenAndByWhomItIsAsked)
{
    OneDoctor clinic;
    clinic.hold(2'500);
    EXPECT_EQ(clinic.pay("first"), "balanced");
    EXPECT_EQ(clinic.pay("first"), "balanced");
    EXPECT_EQ(clinic.pay("other"), "balanced");
    EXPECT_EQ(bill(clinic, "invoice.settle"), "balanced");
    EXPECT_EQ(clinic.charges.size(), 1u);
}

TEST(ConsultationInvoices, ChargesNoSecondCardWhileTheFirstOnesAnswerIsOut)
{
    OneDoctor clinic;
    clinic.hold(2'500);
    clinic.lost = "payment.charge";
    EXPECT_EQ(clinic.pay("first"), "busy");
    EXPECT_EQ(clinic.pay("other"), "busy");
    clinic.lost = "";
    EXPECT_EQ(clinic.pay("other"), "balanced");
    EXPECT_EQ(clinic.charges.size(), 1u);
    EXPECT_EQ(clinic.charged(), 2'500);
}

TEST(ConsultationInvoices, TakesTheOtherCardAfterARefusalAndThenASlip)
{
    OneDoctor clinic;
    clinic.hold(100'001);  // more than the company charges
    EXPECT_EQ(clinic.pay("first"), "refused");
    EXPECT_EQ(clinic.pay("first"), "refused");
    EXPECT_EQ(clinic.pay("other"), "slip");
    EXPECT_EQ(clinic.charged(), 0);
    EXPECT_EQ(clinic.calls, "certificate.check payment.charge payment.charge ");
}

TEST(ConsultationInvoices, GivesAWrongFeeBackWholeAndChargesTheRightOneOnce)
{
    OneDoctor clinic;
    clinic.hold(1'200);
    clinic.pay("first");
    clinic.lost = "payment.refund";
    EXPECT_EQ(bill(clinic, "invoice.correct", 2'500), "busy");
    clinic.lost = "";
    EXPECT_EQ(bill(clinic, "invoice.correct", 2'500), "balanced");
    EXPECT_EQ(bill(clinic, "invoice.correct", 2'500), "balanced");
    EXPECT_EQ(clinic.charged(), 2'500);
    EXPECT_EQ(clinic.charges.size(), 3u);
}

TEST(ConsultationInvoices, LearnsWhatIsOutBeforeItCorrects)
{
    OneDoctor clinic;
    clinic.hold(1'200);
    clinic.lost = "payment.charge";
    clinic.pay("first");
    EXPECT_EQ(bill(clinic, "invoice.correct", 2'500), "busy");
    clinic.lost = "";
    EXPECT_EQ(bill(clinic, "invoice.correct", 2'500), "balanced");
    EXPECT_EQ(clinic.charged(), 2'500);
}

TEST(ConsultationInvoices, AreNobodysButTheBillingOfficesToSettle)
{
    OneDoctor clinic;
    clinic.hold(2'500);
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "invoice.settle")), "not_yours");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "invoices.read")), "malformed");
    EXPECT_EQ(clinic.charged(), 0);
}

}  // namespace

}  // namespace model
