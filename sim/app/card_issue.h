// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/reader/reader.h"
#include "models/card/transit_card.h"

// Personalisation of a real FeliCa Lite-S for the bench: purse, key and bench name are written with
// the card's own plain commands, read back, and the key is proven. Block MC, whose change cannot be
// taken back, is left as the maker delivered it: nothing is locked, so the card can be issued
// again, and anybody may write to it.
namespace app
{

struct IssueTerms {
    bool again = false;  // a card of the bench may be on it already, however far that came
};

// `target`: the card as it was selected. ScenarioError when it is not fit to be issued, NotHere
// when it leaves in the middle, std::runtime_error when the reader fails.
void issue_lite_s_at(hil::Reader& reader, const hil::Target& target,
                     const model::TransitCard& wanted, const IssueTerms& terms);

}  // namespace app
