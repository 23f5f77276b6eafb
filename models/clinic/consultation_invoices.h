// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>

#include "models/service/desk.h"
#include "sim/record/recorder.h"

// Invoices of consultations online and their payment by credit card (services.md S61, O2). A charge
// has an execution id of appointment, card and round; while its answer is out no other is asked
// for, whoever asks, so a lost answer is no second charge. A card that is refused is followed by
// the patient's other one, then by a slip on paper. A wrong fee is given back whole and charged
// anew. How fees are put right is *assumed*.
namespace model
{

class ConsultationInvoices
{
public:
    ConsultationInvoices(fw::Nanos deadline, sim::Recorder& recorder)
        : deadline_(deadline), recorder_(recorder)
    {
    }

    void issue(std::int64_t visit, const std::string& payer, const std::string& kind,
               std::int64_t yen, fw::Nanos now);
    // With the card `first` or `other`. invoice.balanced with totalGross, invoice.slip,
    // invoice.refused with a reason, or invoice.busy: ask again.
    sim::Form pay(std::int64_t visit, const std::string& card, const std::string& who, Line& line);
    // With the card on file, as far as it goes.
    sim::Form settle(std::int64_t visit, const std::string& who, Line& line);
    sim::Form correct(std::int64_t visit, std::int64_t yen, const std::string& who, Line& line);
    // invoices.list of those issued until then.
    sim::Form list(fw::Nanos until) const;
    void close_day() const;

private:
    struct Invoice {
        std::string payer, kind;
        std::int64_t yen = 0, paid = 0;
        std::string state = "issued";  // issued | balanced | slip
        fw::Nanos issued{};
        std::int64_t round = 0;           // how often the fee was put right
        std::set<std::string> refused;    // cards
        std::optional<std::string> open;  // a card whose charge was not answered
        std::string request;              // of the charge that stands
        bool at_work = false;             // another copy is being served
    };

    sim::Form charge(std::int64_t visit, Invoice& one, const std::string& card,
                     const std::string& who, Line& line);
    sim::Form on_slip(std::int64_t visit, Invoice& one, const std::string& who,
                      fw::Nanos now) const;
    bool given_back(std::int64_t visit, const Invoice& one, const std::string& who, Line& line);
    sim::Form state_of(std::int64_t visit, const Invoice& one) const;
    void note(std::int64_t visit, fw::Nanos now, const char* event, const std::string& who,
              std::int64_t yen) const;

    fw::Nanos deadline_;
    sim::Recorder& recorder_;
    std::map<std::int64_t, Invoice> invoices_;  // by appointment
};

}  // namespace model
