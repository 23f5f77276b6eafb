// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "models/identity/payment_methods.h"
#include "models/service/desk.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The back end "checkout" of the shared cloud: a customer shows a My Number Card in a shop, the
// cloud asks the authority, derives the discount class and tells the shop class and price alone
// (services.md S12, P2). A request that arrives twice is answered twice and booked once.
//
//   sale.begin   request, shop, amount, method      -> sale.challenge challenge, methods
//   sale.settle  request, challenge, serial, certificate, [signature], means
//                                                    -> sale.paid class, price
//   sale.void    request                             -> sale.voided; nothing is booked for it
// Otherwise sale.refused with a reason, and the methods that would be enough where that is known.
namespace model
{

class CardSaleOffice final : public BackEnd
{
public:
    // What lies on the account of the holder of this certificate.
    using AccountOf = std::function<fw::Yen(const std::string& serial)>;

    CardSaleOffice(const sim::Scenario& scenario, AccountOf account_of, sim::Recorder& recorder);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    struct Begun {
        std::string challenge;
        std::int64_t amount = 0;
    };

    sim::Form begin(const sim::Form& request);
    std::string objection(const sim::Form& request, const AcceptedMethods& methods) const;
    sim::Form settle(const sim::Form& request, Line& line);
    sim::Form decide(const sim::Form& request, const sim::Form* facts, const Begun& begun,
                     fw::Nanos now);
    sim::Form take_back(const std::string& request, fw::Nanos now);
    std::optional<sim::Form> authority(const sim::Form& request, Line& line) const;
    int class_for(const sim::Form& facts) const;
    std::int64_t price_of(std::int64_t amount, int discount_class) const;
    bool take(const sim::Form& request, std::int64_t price);

    const sim::Scenario& scenario_;
    const sim::CardSales& rules_;
    AccountOf account_of_;
    sim::Recorder& recorder_;
    sim::RngStream stream_;
    std::map<std::string, Begun> begun_;                                 // by request
    std::map<std::string, sim::Form> settled_;                           // by request
    std::map<std::string, std::pair<std::string, std::int64_t>> taken_;  // account and yen
    std::map<std::string, std::int64_t> accounts_;                       // by serial
};

}  // namespace model
