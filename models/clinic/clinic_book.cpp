// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/clinic_book.h"

namespace model
{

namespace
{

sim::Form not_booked(const std::string& reason)
{
    return sim::Form("reception.refused").set("reason", reason);
}

}  // namespace

sim::Form ClinicBook::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    const bool books = request.kind() == "reception.book";
    if (number.empty() || request.text("patient").value_or("").empty() ||
        (!books && request.kind() != "reception.checked"))
        return not_booked("malformed");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    const bool known = numbers_.contains(*request.text("patient"));
    if (!books && !known) return not_booked("not_received");
    return answers_[number] =
               books ? receive(request, line.now()) : note(request, "checked", line.now());
}

sim::Form ClinicBook::receive(const sim::Form& request, fw::Nanos now)
{
    const auto next = static_cast<std::int64_t>(numbers_.size()) + 1;
    const bool is_new = numbers_.try_emplace(*request.text("patient"), next).second;
    return note(request, is_new ? "new" : "again", now);
}

sim::Form ClinicBook::note(const sim::Form& request, const std::string& effect, fw::Nanos now)
{
    const std::string patient = *request.text("patient"), insurance = insurance_of(request);
    recorder_.service(sim::ClinicBookRow{
        now.count, clinic_, *request.text("request"), patient, numbers_[patient], effect, insurance,
        request.number("insurer").value_or(0), request.number("asked_ns").value_or(-1)});
    return sim::Form("reception.number")
        .set("number", numbers_[patient])
        .set("effect", effect)
        .set("insurance", insurance);
}

std::string ClinicBook::insurance_of(const sim::Form& request) const
{
    const std::string told = request.text("insurance").value_or("unchecked");
    const auto chart = charts_.find(*request.text("patient"));
    const bool other =
        chart != charts_.end() && chart->second != request.number("insurer").value_or(0);
    return told == "valid" && other ? "changed" : told;
}

}  // namespace model
