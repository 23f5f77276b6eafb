// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/taxi_office.h"

#include <algorithm>

#include "models/card/certificate_check.h"
#include "models/taxi/office_words.h"
#include "sim/base/hex_text.h"

namespace model
{

TaxiOffice::TaxiOffice(const sim::Scenario& scenario, Octets certificate, sim::Recorder& recorder)
    : scenario_(scenario),
      rules_(scenario.taxi->rules),
      certificate_(std::move(certificate)),
      recorder_(recorder)
{
}

void TaxiOffice::enrol(std::uint32_t registration, std::int32_t until, std::int32_t used_this_year)
{
    Person& person = people_[registration];
    person.until = until;
    person.by_year[quota_year(rules_, scenario_.tariff_date)] = used_this_year;
}

sim::Form TaxiOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    if (request.kind() == "taxi.register") return enter(request);
    if (request.kind() == "ride.begin") return begin(request);
    if (request.kind() == "ride.commit") return commit(request, false, line.now());
    if (request.kind() == "paper.key") return commit(request, true, line.now());
    return outcome("refused", "unknown_request");
}

sim::Form TaxiOffice::enter(const sim::Form& request)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty() || request.text("class").value_or("").empty())
        return outcome("refused", "not_eligible");
    const std::uint32_t next = people_.empty() ? 1 : people_.rbegin()->first + 1;
    const auto [found, fresh] = requests_.try_emplace(number, next);
    if (fresh) enrol(next, static_cast<std::int32_t>(request.number("until").value_or(-1)), 0);
    return outcome("registered").set("registration", found->second);
}

// Used (and held by rides under way) against the quotas; "" when one more ride is left.
std::string TaxiOffice::why_not(std::uint32_t registration, std::int32_t day, bool with_held) const
{
    const auto found = people_.find(registration);
    if (found == people_.end()) return "unregistered";
    const Person& person = found->second;
    if (person.until >= 0 && day > person.until) return "expired";
    const int year = quota_year(rules_, {day});
    std::int32_t today = 0, this_year = 0;
    if (const auto used = person.by_day.find(day); used != person.by_day.end())
        today = used->second;
    if (const auto used = person.by_year.find(year); used != person.by_year.end())
        this_year = used->second;
    for (const auto& [ride, held] : held_) {
        const auto mine = static_cast<std::int32_t>(
            std::count(held.riders.begin(), held.riders.end(), registration));
        if (!with_held) break;
        today += held.day == day ? mine : 0;
        this_year += quota_year(rules_, {held.day}) == year ? mine : 0;
    }
    if (today >= rules_.per_day) return "day_full";
    return this_year >= rules_.per_year ? "year_full" : "";
}

bool TaxiOffice::signed_right(const sim::Form& request, std::size_t rider) const
{
    if (!scenario_.taxi->pin) return true;
    const std::vector<std::string> signatures = request.texts("signatures");
    if (rider >= signatures.size()) return false;
    const std::string message = std::to_string(request.number("ride").value_or(0));
    return signed_by(
        certificate_,
        fw::Bytes(reinterpret_cast<const std::uint8_t*>(message.data()), message.size()),
        sim::bytes_of_hex(signatures[rider]).value_or(Octets()));
}

sim::Form TaxiOffice::begin(const sim::Form& request)
{
    const std::int64_t ride = request.number("ride").value_or(0);
    const fw::Nanos boarded{request.number("boarded").value_or(0)};
    const std::int32_t day = quota_day(rules_, scenario_.tariff_date, boarded, boarded).days;
    const bool closed = closed_.contains(ride);
    held_.erase(ride);  // told again: looked at again
    Held held{day, {}};
    std::vector<std::string> refused;
    const std::vector<std::uint32_t> riders = riders_of(request);
    for (std::size_t i = 0; i < riders.size(); ++i) {
        std::string reason = why_not(riders[i], day, true);
        const bool twice =
            std::find(held.riders.begin(), held.riders.end(), riders[i]) != held.riders.end();
        if (twice) reason = "twice_in_group";
        if (reason.empty() && !signed_right(request, i)) reason = "wrong_signature";
        if (reason.empty())
            held.riders.push_back(riders[i]);
        else
            refused.push_back(std::to_string(riders[i]) + " " + reason);
    }
    if (!closed && !held.riders.empty()) held_[ride] = held;
    return outcome("begun").set("ride", ride).set("refused", refused);
}

}  // namespace model
