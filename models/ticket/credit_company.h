// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "models/service/desk.h"
#include "sim/base/rng_stream.h"

// A company whose credit card people pay with: the back end "credit" of the portal's passes, and
// "cardcompany" of consultations online. It charges a request once however often it is asked,
// refuses some (*assumed*), and gives back. It knows the payer by a name of its own and not what is
// bought.
namespace model
{

class CreditCompany final : public BackEnd
{
public:
    // Hears of each charge, and of what is given back (negative).
    using Book = std::function<void(fw::Nanos at, const std::string& request, std::int64_t yen)>;

    CreditCompany(std::uint64_t seed, std::int32_t refused_ppm, Book book)
        : stream_(seed, "credit"), refused_ppm_(refused_ppm), book_(std::move(book))
    {
    }

    // "payment.charge": request, payer, yen. "payment.refund": request. "payment.done" with yen, or
    // "payment.refused" with a reason.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

    // The night's exchange of books: what is charged for a request, and giving it back.
    std::int64_t charged(const std::string& request) const;
    std::int64_t refund(const std::string& request, fw::Nanos at);

private:
    sim::Form charge(const std::string& request, std::int64_t yen, fw::Nanos at);

    sim::RngStream stream_;
    std::int32_t refused_ppm_;
    Book book_;
    std::map<std::string, std::int64_t> charged_;  // by request, 0: given back
};

}  // namespace model
