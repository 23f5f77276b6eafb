// SPDX-License-Identifier: Apache-2.0
// How a phone gives a proxy a mandate, and takes it back.
#include "models/broker/signing_phone.h"

namespace model
{

namespace
{

constexpr fw::Nanos mandate_over_before{30'000'000'000};  // the desk asks, assumed

}  // namespace

void SigningPhone::give_mandate(Desk& desk, const PlannedDataUse& planned)
{
    sim::FlowRow flow = begin(desk, "S40", planned.resident);
    const bool ends = planned.mandate == Mandate::expired;
    const bool other = planned.mandate == Mandate::out_of_scope;
    const fw::Nanos until =
        ends ? planned.asks - mandate_over_before : desk.now() + ground_.rules().lasts;
    auto grant =
        sim::Form("proxy.grant")
            .set("request", "mandate/" + std::to_string(planned.use))
            .set("person", person(planned.resident))
            .set("actor", person(planned.proxy))
            .set("purposes",
                 std::vector<std::string>{other ? "something_else"
                                                : ground_.rules().uses[planned.line].purpose})
            .set("until_ns", until.count);
    desk.spend(drawn(ground_.rules().signs, planned.use, draw_sign_again));
    flow.u[1] = desk.now().count;
    const sim::Form form = signed_by(planned.resident, std::move(grant));
    end(desk, flow, sent(desk, form, "proxy.granted"));
}

void SigningPhone::end_mandate(Desk& desk, const PlannedDataUse& planned)
{
    sim::FlowRow flow = begin(desk, "S40", planned.resident);
    auto ends = sim::Form("proxy.revoke")
                    .set("request", "mandate_end/" + std::to_string(planned.use))
                    .set("person", person(planned.resident))
                    .set("actor", person(planned.proxy));
    desk.spend(drawn(ground_.rules().signs, planned.use, draw_sign_again));
    flow.u[1] = desk.now().count;
    const sim::Form form = signed_by(planned.resident, std::move(ends));
    end(desk, flow, sent(desk, form, "proxy.revoked"));
}

}  // namespace model
