// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/credit_company.h"

#include "sim/base/text_key.h"

namespace model
{

namespace
{

constexpr std::int64_t most_yen = 100'000;  // of one charge, assumed

sim::Form refused(const char* reason)
{
    return sim::Form("payment.refused").set("reason", reason);
}

}  // namespace

sim::Form CreditCompany::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    if (request.kind() == "payment.refund")
        return sim::Form("payment.done").set("yen", refund(number, line.now()));
    if (request.kind() != "payment.charge" || request.text("payer").value_or("").empty())
        return refused("malformed");
    return charge(number, request.number("yen").value_or(0), line.now());
}

sim::Form CreditCompany::charge(const std::string& request, std::int64_t yen, fw::Nanos at)
{
    if (const auto known = charged_.find(request); known != charged_.end())
        return known->second > 0 ? sim::Form("payment.done").set("yen", known->second)
                                 : refused("given_back");
    if (yen <= 0 || yen > most_yen) return refused("amount");
    if (stream_.chance(refused_ppm_, sim::key_of(request))) return refused("not_covered");
    charged_[request] = yen;
    book_(at, request, yen);
    return sim::Form("payment.done").set("yen", yen);
}

std::int64_t CreditCompany::charged(const std::string& request) const
{
    const auto found = charged_.find(request);
    return found == charged_.end() ? 0 : found->second;
}

// What was given back; 0: nothing was charged.
std::int64_t CreditCompany::refund(const std::string& request, fw::Nanos at)
{
    const std::int64_t yen = charged(request);
    if (yen == 0) return 0;
    charged_[request] = 0;
    book_(at, request, -yen);
    return yen;
}

}  // namespace model
