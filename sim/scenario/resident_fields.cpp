// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

template <class T>
void require_whole(Visitor& v, const std::vector<T>& parts, const char* key)
{
    std::int64_t shares = 0;
    for (const T& part : parts) shares += part.share_ppm;
    v.require(shares == 1'000'000, key,
              "the shares must add up to 100 %, found " + percent_text(shares));
}

}  // namespace

void fields(Visitor& v, AgeBand& band)
{
    v.field({"from", "youngest age", Need::required}, Count(band.from, 0, 120));
    v.field({"to", "oldest age, itself included", Need::required}, Count(band.to, 0, 120));
    v.field({"share", "part of all residents", Need::required}, Percent(band.share_ppm));
    v.require(band.from <= band.to, "to", "\"to\" must not be less than \"from\"");
}

void fields(Visitor& v, District& district)
{
    v.field({"id", "name of the district", Need::required}, Text(district.id));
    v.field({"municipality", "it belongs to", Need::required}, Text(district.municipality));
    v.field({"share", "part of all residents", Need::required}, Percent(district.share_ppm));
}

void fields(Visitor& v, ResidentParameters& residents)
{
    v.file(residents.file);
    v.field({"residents", "name of this population; all of it is invented", Need::heading},
            Text(residents.id));
    v.field({"municipality", "whose residents the tariff means", Need::required},
            Text(residents.municipality));
    v.field({"ages", "how old they are", Need::required}, List(residents.ages, 1));
    v.field({"districts", "where they live", Need::required},
            List(residents.districts, 1, &District::id));
    v.field({"my_number_card", "hold a My Number Card"}, Percent(residents.my_number_card_ppm));
    v.field({"smartphone", "those of 15 to 74 with one; half as many of the others"},
            Percent(residents.smartphone_ppm));
    v.field({"licence", "of those of 18 and older: hold a driving licence or gave it back"},
            Percent(residents.licence_ppm));
    v.field({"licence_returned", "of those of 65 and older with a licence: gave it back"},
            Percent(residents.licence_returned_ppm));
    v.field({"disabled", "hold a disability certificate"}, Percent(residents.disabled_ppm));
    v.field({"care", "certified as needing care"}, Percent(residents.care_ppm));
    v.field({"illness", "registered with an intractable disease"}, Percent(residents.illness_ppm));
    v.field({"pregnant", "registered as pregnant, of those of 18 to 44"},
            Percent(residents.pregnant_ppm));
    v.field({"protected_share", "of whom nobody may be told where they are (support measures)"},
            UnlessZero<std::int32_t, Percent>(residents.protected_ppm));
    require_whole(v, residents.ages, "ages");
    require_whole(v, residents.districts, "districts");
    std::vector<std::string> known;
    for (const District& district : residents.districts) known.push_back(district.municipality);
    v.require(std::find(known.begin(), known.end(), residents.municipality) != known.end(),
              "municipality",
              "no district of \"" + residents.municipality + "\"" +
                  did_you_mean(residents.municipality, known));
}

void fields(Visitor& v, Residents& residents)
{
    v.field({"count", "people; at least the holders of the riders' cards", Need::required},
            Count(residents.count, 1, 10'000'000));
    v.field({"population", "who they are", Need::required},
            Include(residents.population_file, residents.population));
}

}  // namespace sim
