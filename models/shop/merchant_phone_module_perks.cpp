// SPDX-License-Identifier: Apache-2.0
// What a shop's phone asks the cloud for (services.md S10).
#include "models/identity/domain_names.h"
#include "models/shop/merchant_phone_module.h"
#include "sim/base/hex_text.h"
#include "sim/link/form.h"

namespace model
{

// A phone that asks for a pass names the card as shops do, and learns what the answer's bytes say.
fw::AttributeAnswer MerchantPhoneModule::ask(const fw::AttributeQuery& question, fw::Nanos deadline,
                                             fw::Nanos& now)
{
    if (!city_.scenario.pass_sales) return cloud_.ask(query_, question, deadline, now);
    const std::string holder =
        name_in(city_.scenario.seed, "commerce", sim::hex_of(question.card.bytes));
    query_.shop.bytes = sim::Form("perk.ask").set("holder", holder).bytes();
    fw::AttributeAnswer answer = cloud_.ask(query_, question, deadline, now);
    const auto told = sim::Form::parse(fw::Bytes(query_.told));
    answer.in_time = answer.in_time && told.has_value();
    answer.holds = {};
    if (answer.in_time && told->flag("pass")) answer.holds.pass = fw::Entitlement::some_pass;
    return answer;
}

}  // namespace model
