// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/claim.h"

namespace fw
{

namespace
{

Claim claim_without_cloud(const DecisionInput& in, const TapEvent& event)
{
    switch (in.policy.without_cloud) {
        case WithoutCloud::full_price:
            break;
        case WithoutCloud::cached_list:
            return {in.tables.attributes.of(event.card), DecidedBy::fallback};
        case WithoutCloud::refuse:
            return {{}, DecidedBy::fallback, true};
    }
    return {{}, DecidedBy::fallback};
}

Claim claim_by_class(const DecisionInput& in, Uplink& uplink, const TapEvent& event)
{
    switch (in.policy.class_source) {
        case ClassSource::none:
            break;
        case ClassSource::cached_list:
            return {in.tables.attributes.of(event.card), DecidedBy::cached};
        case ClassSource::cloud: {
            const auto answer =
                uplink.ask({event.card, event.operator_id}, in.policy.cloud_deadline);
            if (answer.in_time) return {answer.holds, DecidedBy::cloud};
            return claim_without_cloud(in, event);
        }
    }
    return {};
}

// Silence is a no: the cloud puts the price right later.
void ask_for_pass(const DecisionInput& in, Uplink& uplink, const TapEvent& event, Claim& claim)
{
    claim.holds.pass = 0;
    const auto answer = uplink.ask({event.card, event.operator_id}, in.policy.cloud_deadline);
    if (!answer.in_time) return;
    claim.by = DecidedBy::cloud;
    claim.holds.pass = answer.holds.pass;
    claim.holds.pass_until = answer.holds.pass_until;
}

}  // namespace

Claim claim_of(const DecisionInput& in, Uplink& uplink, const TapEvent& event)
{
    Claim claim = claim_by_class(in, uplink, event);
    if (in.policy.asks_for_pass && !claim.refused) ask_for_pass(in, uplink, event, claim);
    return claim;
}

}  // namespace fw
