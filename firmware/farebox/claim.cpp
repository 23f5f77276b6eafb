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

}  // namespace

Claim claim_of(const DecisionInput& in, Uplink& uplink, const TapEvent& event)
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

}  // namespace fw
