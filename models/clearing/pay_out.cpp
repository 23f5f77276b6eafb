// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/pay_out.h"

#include <algorithm>

namespace model
{

void pay_out(Ledger& ledger, fw::Yen minimum, fw::Nanos at)
{
    const std::vector<Ledger::Owed> owed = ledger.owed();
    for (auto first = owed.begin(); first != owed.end();) {
        const auto last = std::find_if(first, owed.end(), [first](const Ledger::Owed& one) {
            return one.card != first->card;
        });
        std::int64_t sum = 0;
        for (auto one = first; one != last; ++one) sum += one->yen;
        if (sum < minimum.count) sum = 0;
        for (auto one = first; one != last && sum > 0; ++one) {
            const std::int64_t yen = std::min(one->yen, sum);
            if (yen <= 0) continue;
            sum -= yen;
            ledger.post({at.count,
                         sim::PostingKind::pay_out,
                         {sim::AccountKind::owed, one->operator_index},
                         {sim::AccountKind::points, one->card},
                         {static_cast<std::int32_t>(yen)},
                         {},
                         {},
                         one->card});
        }
        first = last;
    }
}

}  // namespace model
