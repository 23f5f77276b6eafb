// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/base/date.h"
#include "sim/scenario/taxi.h"

// What the rules of the taxi subsidy say of a person and of a ride (services.md S21 to S24, and
// A.10 for what they leave open). Pure: rules and facts in, class, yen, day and year out.
namespace model
{

// What somebody's documents say at the counter.
struct TaxiDocuments {
    sim::Date birth{};
    std::string licence;    // none | holds | returned
    std::string condition;  // disabled | care | illness | pregnant, or empty
};

// The first class of the rules that takes this person on that day, or null. A class with a
// condition ends with the certificate that shows it.
const sim::TaxiClass* class_of(const sim::TaxiSubsidy& rules, const TaxiDocuments& documents,
                               sim::Date day);

// For a ride on which `counted` registrants have a ride left; `others`: somebody rode along who is
// no registrant at all.
fw::Yen subsidy_of(const sim::TaxiSubsidy& rules, fw::Yen meter, int counted, bool others);

// The day a ride counts for, and the year of a day. Times are since midnight of `service_day`.
sim::Date quota_day(const sim::TaxiSubsidy& rules, sim::Date service_day, fw::Nanos boarded,
                    fw::Nanos alighted);
int quota_year(const sim::TaxiSubsidy& rules, sim::Date day);

}  // namespace model
