// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/clinic_book.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct KeptReceptions final : sim::Recorder {
    std::string effects;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyClinicRow>(&row))
            if (const auto* const one = std::get_if<sim::ClinicBookRow>(any))
                effects += one->effect + " ";
    }
};

class Clinic final : private Line
{
public:
    Clinic() { book.adopt("anna", 3); }
    std::string send(const char* kind, const char* number, const char* patient,
                     const char* insurance, int insurer)
    {
        const sim::Form reply = book.answer(sim::Form(kind)
                                                .set("request", number)
                                                .set("patient", patient)
                                                .set("insurance", insurance)
                                                .set("insurer", insurer)
                                                .set("asked_ns", 5),
                                            "reception-1", *this);
        if (reply.kind() == "reception.refused") return reply.text("reason").value_or("");
        return std::to_string(reply.number("number").value_or(0)) + " " +
               reply.text("effect").value_or("") + " " + reply.text("insurance").value_or("");
    }
    std::string receive(const char* number, const char* patient, const char* insurance = "valid",
                        int insurer = 3)
    {
        return send("reception.book", number, patient, insurance, insurer);
    }

    KeptReceptions kept;

private:
    fw::Nanos now() override { return {1000}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    ClinicBook book{4, kept};
};

TEST(ClinicBook, ReceivesEverybodyOnceUnderOneNumber)
{
    Clinic clinic;
    EXPECT_EQ(clinic.receive("visit-1", "anna"), "1 new valid");
    EXPECT_EQ(clinic.receive("visit-1", "anna"), "1 new valid");  // sent again
    EXPECT_EQ(clinic.receive("visit-2", "ben"), "2 new valid");
    EXPECT_EQ(clinic.receive("visit-3", "anna"), "1 again valid");  // came again
    EXPECT_EQ(clinic.kept.effects, "new new again ");
}

TEST(ClinicBook, CallsAValidInsuranceOfAnotherInsurerThanTheChartsChanged)
{
    Clinic clinic;
    EXPECT_EQ(clinic.receive("visit-1", "anna", "valid", 7), "1 new changed");
    EXPECT_EQ(clinic.receive("visit-2", "ben", "valid", 7), "2 new valid");  // was never here
    EXPECT_EQ(clinic.receive("visit-3", "carl", "expired", 0), "3 new expired");
}

TEST(ClinicBook, NotesLaterWhatWasUnchecked)
{
    Clinic clinic;
    EXPECT_EQ(clinic.send("reception.checked", "checked-1", "anna", "valid", 7), "not_received");
    EXPECT_EQ(clinic.receive("visit-1", "anna", "unchecked", 0), "1 new unchecked");
    EXPECT_EQ(clinic.send("reception.checked", "checked-1", "anna", "valid", 7),
              "1 checked changed");
}

TEST(ClinicBook, RefusesWhatItDoesNotUnderstand)
{
    Clinic clinic;
    EXPECT_EQ(clinic.receive("", "anna"), "malformed");
    EXPECT_EQ(clinic.receive("visit-1", ""), "malformed");
    EXPECT_EQ(clinic.send("reception.burn", "visit-1", "anna", "valid", 3), "malformed");
    EXPECT_EQ(clinic.kept.effects, "");
}

}  // namespace

}  // namespace model
