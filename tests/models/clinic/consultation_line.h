// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/clinic/checkup_store.h"
#include "models/clinic/consultation_service.h"
#include "models/ticket/credit_company.h"

// One doctor with two times a day, a store of check-ups and a card company, without a kernel; what
// is asked of whom stands in `calls`.
namespace model
{

struct KeptConsultations final : sim::Recorder {
    std::string events;
    void keep(const sim::ServiceRow& row) override;
};

class OneDoctor final : public Line
{
public:
    OneDoctor();

    sim::Form send(const std::string& from, const sim::Form& request)
    {
        return service.answer(request, from, *this);
    }
    sim::Form tell(const std::string& from, const char* kind, const char* name = "oc-1")
    {
        return send(from, sim::Form(kind).set("identifier", name));
    }
    // The reason of a refusal, else the status.
    static std::string word(const sim::Form& reply)
    {
        return reply.text("reason").value_or(reply.text("status").value_or(reply.kind()));
    }
    std::string book(const char* name = "oc-1", const std::string& phone = "patientphone-1");
    std::string prove(const char* serial = "aa");
    std::string agree(const char* status);
    // Booked, proven, in the waiting room and called in.
    std::string begin();
    void hold(std::int64_t yen);
    std::string pay(const char* card);
    std::int64_t charged() const;

    fw::Nanos now() override { return time; }
    std::optional<sim::Form> call(const std::string& to, const sim::Form& request,
                                  fw::Nanos) override;

    sim::Scenario scenario;
    fw::Nanos time{1'000};
    std::string calls, lost;  // lost: kind of a request whose answer does not come
    std::vector<std::pair<std::string, std::int64_t>> charges;
    KeptConsultations kept;
    DomainNames names{1};
    CheckupStore checkups;
    CreditCompany company{1, 0, [this](fw::Nanos, const std::string& request, std::int64_t yen) {
                              charges.emplace_back(request, yen);
                          }};
    ConsultationService service;
};

}  // namespace model
