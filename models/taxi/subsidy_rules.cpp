// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/subsidy_rules.h"

#include <algorithm>

namespace model
{

namespace
{

constexpr std::int64_t day_ns = std::int64_t{24} * 3'600'000'000'000;
constexpr int april = 4;

std::int32_t rounded(std::int64_t yen_ppm, sim::SubsidyRounding rounding)
{
    const std::int64_t step = rounding == sim::SubsidyRounding::exact ? 1'000'000 : 10'000'000;
    const std::int64_t up = rounding == sim::SubsidyRounding::ceil10 ? step - 1 : 0;
    return static_cast<std::int32_t>((yen_ppm + up) / step * (step / 1'000'000));
}

}  // namespace

const sim::TaxiClass* class_of(const sim::TaxiSubsidy& rules, const TaxiDocuments& documents,
                               sim::Date day)
{
    const int age = age_on(documents.birth, day, rules.age_reached == sim::AgeReached::eve);
    for (const sim::TaxiClass& one : rules.eligible) {
        if (age < one.from_age) continue;
        if (!one.licence.empty() && one.licence != documents.licence) continue;
        if (!one.condition.empty() && one.condition != documents.condition) continue;
        return &one;
    }
    return nullptr;
}

fw::Yen subsidy_of(const sim::TaxiSubsidy& rules, fw::Yen meter, int counted, bool others)
{
    if (counted == 0 || meter.count <= 0) return {};
    const bool several = counted > 1 || (others && rules.with_others == sim::WithOthers::group);
    if (several) {
        const fw::Yen all = rules.group * counted;
        return rules.group_clamp == sim::GroupClamp::fare ? std::min(all, meter) : all;
    }
    const std::int64_t part = std::int64_t{meter.count} * rules.share_ppm;
    return std::min({fw::Yen{rounded(part, rules.rounding)}, rules.cap, meter});
}

sim::Date quota_day(const sim::TaxiSubsidy& rules, sim::Date service_day, fw::Nanos boarded,
                    fw::Nanos alighted)
{
    const fw::Nanos at = rules.ride_day == sim::RideDay::boarding ? boarded : alighted;
    return {service_day.days + static_cast<std::int32_t>(at.count / day_ns)};
}

int quota_year(const sim::TaxiSubsidy& rules, sim::Date day)
{
    const sim::CivilDate civil = civil_of(day);
    const bool before = rules.year == sim::YearStart::fiscal_year && civil.month < april;
    return before ? civil.year - 1 : civil.year;
}

}  // namespace model
