// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/clinic/consultation_line.h"

namespace model
{

namespace
{

TEST(ConsultationService, GivesEachTimeOfADoctorOnce)
{
    OneDoctor clinic;
    EXPECT_EQ(clinic.book("oc-1", "patientphone-1"), "booked");
    EXPECT_EQ(clinic.book("oc-1", "patientphone-1"), "booked");  // sent again
    EXPECT_EQ(clinic.book("oc-2", "patientphone-2"), "booked");
    EXPECT_EQ(clinic.book("oc-3", "patientphone-3"), "full");
    EXPECT_EQ(clinic.kept.events, "booked booked ");
}

TEST(ConsultationService, BeginsWithNobodyWhoIsNotProven)
{
    OneDoctor clinic;
    clinic.book();
    EXPECT_EQ(OneDoctor::word(clinic.tell("patientphone-1", "encounter.join")), "unproven");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "encounter.begin")), "booked");
    EXPECT_EQ(clinic.prove(), "arrived");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "encounter.begin")), "arrived");
    clinic.tell("patientphone-1", "encounter.join");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "encounter.begin")), "in-progress");
}

TEST(ConsultationService, RefusesTheCardOfSomebodyElseForGood)
{
    OneDoctor clinic;
    clinic.book();
    EXPECT_EQ(clinic.prove("bb"), "other_person");
    EXPECT_EQ(clinic.prove("aa"), "other_person");
    EXPECT_EQ(clinic.calls, "certificate.check ");
}

TEST(ConsultationService, AsksTheAuthorityAgainWhenItDidNotAnswerAndNotOtherwise)
{
    OneDoctor clinic;
    clinic.book();
    clinic.lost = "certificate.check";
    EXPECT_EQ(clinic.prove(), "no_answer");
    clinic.lost = "";
    EXPECT_EQ(clinic.prove(), "arrived");
    EXPECT_EQ(clinic.prove(), "arrived");
    EXPECT_EQ(clinic.calls, "certificate.check certificate.check ");
}

TEST(ConsultationService, ProvesNobodyOnceTheDoctorHasGivenThemUp)
{
    OneDoctor clinic;
    clinic.book();
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "appointment.noshow")), "noshow");
    EXPECT_EQ(clinic.prove(), "noshow");
}

TEST(ConsultationService, GivesNobodyUpWhoIsThere)
{
    OneDoctor clinic;
    clinic.book();
    clinic.prove();
    clinic.tell("patientphone-1", "encounter.join");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "appointment.noshow")), "arrived");
    clinic.time = clinic.time + clinic.scenario.online_clinic->times.gone_after + fw::Nanos{1};
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "appointment.noshow")), "noshow");
}

TEST(ConsultationService, NoticesThatALineIsLostAndThatItIsBack)
{
    OneDoctor clinic;
    clinic.begin();
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "encounter.look")), "in-progress");
    clinic.time = clinic.time + clinic.scenario.online_clinic->times.gone_after + fw::Nanos{1};
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "encounter.look")), "onleave");
    EXPECT_EQ(OneDoctor::word(clinic.tell("patientphone-1", "encounter.join")), "in-progress");
    EXPECT_EQ(clinic.kept.events, "booked proven begun left back ");
}

TEST(ConsultationService, OpensTheChartForTheDoctorInChargeWhileItLasts)
{
    OneDoctor clinic;
    clinic.book();
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "chart.read")), "not_yours");
    clinic.begin();
    EXPECT_EQ(clinic.tell("doctor-1", "chart.read").kind(), "chart.shown");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-2", "chart.read")), "not_yours");
    EXPECT_EQ(OneDoctor::word(clinic.tell("patientphone-1", "chart.read")), "not_yours");
    clinic.tell("doctor-1", "encounter.break");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "chart.read")), "not_yours");
}

TEST(ConsultationService, ShowsResultsWhileThePatientAgrees)
{
    OneDoctor clinic;
    clinic.begin();
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "chart.read")), "no_consent");
    EXPECT_EQ(clinic.agree("active"), "active");
    EXPECT_EQ(clinic.tell("doctor-1", "chart.read").texts("valueQuantity"),
              std::vector<std::string>{"121"});
    clinic.agree("inactive");
    clinic.agree("active");  // an old one that comes again
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "chart.read")), "no_consent");
}

TEST(ConsultationService, EndsNoConsultationWithoutAChart)
{
    OneDoctor clinic;
    clinic.begin();
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "encounter.finish")), "no_chart");
    clinic.tell("doctor-1", "chart.write");
    EXPECT_EQ(OneDoctor::word(clinic.tell("doctor-1", "encounter.finish")), "finished");
}

}  // namespace

}  // namespace model
