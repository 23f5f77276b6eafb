// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/insurance.h"

namespace model
{

namespace
{

enum InsuranceDraw : std::uint64_t {
    insurance_kind,
    insurance_first,
    insurance_step,
    insurance_when,
    insurance_regular,
};

constexpr std::uint64_t insurers = 8;                // assumed
constexpr fw::Nanos days_ago{-864'000'000'000'000};  // ten of them; assumed

}  // namespace

Insurance::Insurance(const sim::Scenario& scenario)
    : scenario_(scenario), stream_(scenario.seed, "insurance")
{
}

std::int64_t Insurance::insurer(std::uint32_t resident, bool next) const
{
    std::uint64_t one = stream_.below(insurers, resident, insurance_first);
    if (next) one = (one + 1 + stream_.below(insurers - 1, resident, insurance_step)) % insurers;
    return 1 + static_cast<std::int64_t>(one);
}

std::vector<InsuranceCover> Insurance::covers(std::uint32_t resident) const
{
    const sim::ClinicCover& shares = scenario_.clinics->cover;
    const std::int64_t before = insurer(resident, false), after = insurer(resident, true);
    auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, resident, insurance_kind));
    const auto is = [&pick](std::int32_t share) {
        pick -= share;
        return pick < 0 && pick + share >= 0;
    };
    const auto change = [&](fw::Nanos at) {
        return std::vector<InsuranceCover>{{before, {INT64_MIN}, at}, {after, at, {INT64_MAX}}};
    };
    if (is(shares.changed_ppm)) return change(days_ago);
    if (is(shares.changing_ppm)) {
        const auto span = static_cast<std::uint64_t>((scenario_.to - scenario_.from).count);
        const std::uint64_t at = stream_.below(span, resident, insurance_when);
        return change(scenario_.from + fw::Nanos{static_cast<std::int64_t>(at)});
    }
    if (is(shares.expired_ppm)) return {{before, {INT64_MIN}, days_ago}};
    if (is(shares.unknown_ppm)) return {};
    return {{before, {INT64_MIN}, {INT64_MAX}}};
}

InsuranceState Insurance::at(std::uint32_t resident, fw::Nanos t) const
{
    const std::vector<InsuranceCover> all = covers(resident);
    for (const InsuranceCover& one : all)
        if (one.from <= t && t < one.until) return {"valid", one.insurer};
    return {all.empty() ? "unknown" : "expired", 0};
}

std::int64_t Insurance::on_chart(std::uint32_t resident) const
{
    const bool regular =
        stream_.chance(scenario_.clinics->cover.regular_ppm, resident, insurance_regular);
    return regular ? insurer(resident, false) : 0;
}

}  // namespace model
