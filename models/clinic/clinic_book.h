// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/service/desk.h"
#include "sim/record/recorder.h"

// The back end "clinic-N": a clinic's own book of receptions and the insurers on its charts
// (services.md S46). A patient is received once a day, under one number; who comes again is told
// the same one. What patients come for stays here (P7).
//
//   reception.book    request, patient, insurance, insurer, asked_ns, department
//   reception.checked request, patient, insurance, insurer, asked_ns
//                                                    -> reception.number number, effect, insurance
// Otherwise reception.refused with a reason. A valid insurance of another insurer than the chart's
// is "changed".
namespace model
{

class ClinicBook final : public BackEnd
{
public:
    ClinicBook(std::int64_t clinic, sim::Recorder& recorder) : clinic_(clinic), recorder_(recorder)
    {
    }

    // From an earlier visit.
    void adopt(const std::string& patient, std::int64_t insurer) { charts_[patient] = insurer; }
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    sim::Form receive(const sim::Form& request, fw::Nanos now);
    sim::Form note(const sim::Form& request, const std::string& effect, fw::Nanos now);
    std::string insurance_of(const sim::Form& request) const;

    std::int64_t clinic_;
    sim::Recorder& recorder_;
    std::map<std::string, std::int64_t> charts_;   // insurer, by patient
    std::map<std::string, std::int64_t> numbers_;  // by patient
    std::map<std::string, sim::Form> answers_;     // by request
};

}  // namespace model
