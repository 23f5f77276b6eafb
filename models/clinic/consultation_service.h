// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "models/clinic/consultation_invoices.h"
#include "models/clinic/online_plan.h"
#include "models/identity/domain_names.h"

// The back end "consultation": the service between patients' phones and a clinic's doctors
// (services.md S61). Appointments, questions, the check of the card, the consultation itself, chart
// and invoice are one record, which goes on in this order alone. Status words are those of FHIR R4
// Appointment and Encounter: booked, arrived, in-progress, onleave, finished, cancelled, noshow.
//
//   patient  appointment.book | cancel, questionnaire.answer, identity.begin | check,
//            checkup.agree, encounter.join, invoice.pay
//   doctor   agenda.read, encounter.begin | look | break | finish, appointment.noshow,
//            chart.read | write
//   billing  invoices.read, invoice.settle | correct
//
// Each names its appointment by `identifier`; otherwise consultation.refused with a reason. A phone
// is heard for the patient who booked with it, a doctor for the own patients.
namespace model
{

class ConsultationService final : public BackEnd
{
public:
    ConsultationService(const sim::Scenario& scenario, sim::Recorder& recorder, DomainNames& names);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    void close_day() const { invoices_.close_day(); }

private:
    enum class Who : std::uint8_t { patient, doctor, any_doctor, billing };
    enum class Agreed : std::uint8_t { no, yes, withdrawn };
    struct Visit {
        std::int64_t number = 0;
        std::string name, patient, phone, kind, doctor;
        fw::Nanos start{};
        std::string status = "booked";
        std::vector<std::string> items, answers;  // of the questions before
        std::string challenge, subject;           // in the domain of check-ups, once proven
        std::optional<sim::Form> proof;           // how the check was answered
        Agreed agreed = Agreed::no;
        std::optional<fw::Nanos> heard;  // the phone's newest word
        bool charted = false;
    };
    using Act = sim::Form (ConsultationService::*)(Visit&, const sim::Form&, const std::string&,
                                                   Line&);
    struct Acts {
        const char* kind;
        Who who;
        Act act;
    };
    static const Acts acts[];

    sim::Form book(const sim::Form& request, const std::string& from, fw::Nanos now);
    sim::Form agenda(const sim::Form& request, const std::string& from) const;
    bool take_slot(Visit& one, std::int64_t wish);
    static bool may(const Visit& one, Who who, const std::string& from);
    sim::Form cancel(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form keep_answers(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form begin_proof(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form check_proof(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form agree(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form join(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form begin(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form look(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form noshow(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form break_off(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form finish(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form read_chart(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form write_chart(Visit& one, const sim::Form&, const std::string&, Line&);
    sim::Form bill(Visit& one, const sim::Form&, const std::string&, Line&);
    // Empty: good; fills the subject. None: the authority did not answer.
    std::optional<std::string> proven(Visit& one, const sim::Form& request, Line& line);
    bool present(const Visit& one, fw::Nanos now) const;
    void turn(Visit& one, const char* status, const char* event, const std::string& who,
              fw::Nanos now);
    void note(const Visit& one, fw::Nanos now, const char* event, const std::string& who,
              std::int64_t value = 0) const;

    const sim::OnlineClinic& rules_;
    sim::Recorder& recorder_;
    DomainNames& names_;
    sim::RngStream stream_;
    std::map<std::string, Visit> visits_;                             // by name
    std::map<std::pair<fw::Nanos, std::string>, std::string> slots_;  // by start and doctor
    ConsultationInvoices invoices_;
};

}  // namespace model
