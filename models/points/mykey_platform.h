// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/points/mykey_plan.h"
#include "models/service/desk.h"

// The back end "mykey": accounts of points on the national platform (services.md S52). A holder
// fetches a one-time ticket, to be credited under or to pay with; neither the city nor a shop ever
// learns the account (P2, P4). Each request to credit and each receipt is decided once; a receipt
// that its till has voided is paid no more, whether the request came before or comes after.
//
//   mykey.ticket request, account, purpose       -> mykey.ready ticket
//   mykey.credit request, ticket, points         -> mykey.credited points
//   mykey.spend  request, ticket, shop, points   -> mykey.paid points
//   mykey.void   request, receipt                -> mykey.voided points
// Otherwise mykey.refused with a reason.
namespace model
{

class MyKeyPlatform final : public BackEnd
{
public:
    MyKeyPlatform(const std::vector<PointMember>& members, std::uint64_t seed,
                  fw::Nanos ticket_life, sim::Recorder& recorder);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    // What the accounts hold, and what each shop is paid.
    void close_day() const;

private:
    struct Ticket {
        std::string account, purpose;
        fw::Nanos until{};
        bool used = false;
    };
    struct Payment {
        std::string account;
        std::int64_t shop = 0, points = 0;
    };

    sim::Form ticket(const sim::Form& request, fw::Nanos now);
    sim::Form credit(const sim::Form& request, fw::Nanos now);
    sim::Form spend(const sim::Form& request, fw::Nanos now);
    sim::Form take_back(const std::string& receipt, fw::Nanos now);
    // Why this ticket is not good for that, empty: it is.
    std::string objection(const std::string& ticket, const std::string& purpose,
                          fw::Nanos now) const;

    sim::RngStream stream_;
    fw::Nanos ticket_life_;
    sim::Recorder& recorder_;
    std::map<std::string, std::int64_t> balances_;  // by account
    std::map<std::string, Ticket> tickets_;
    std::map<std::string, sim::Form> answers_;  // by request
    std::map<std::string, Payment> payments_;   // that stand, by receipt
};

}  // namespace model
