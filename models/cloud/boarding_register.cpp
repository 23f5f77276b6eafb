// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/boarding_register.h"

namespace model
{

namespace
{

sim::Form refusal(const char* reason)
{
    return sim::Form("face.boarded").set("accepted", false).set("reason", reason);
}

}  // namespace

sim::Form BoardingRegister::answer(const sim::Form& request, const std::string& /*from*/,
                                   Line& /*line*/)
{
    const auto number = request.text("request");
    const auto rider = request.text("rider");
    if (request.kind() != "face.board" || !number || !rider) return refusal("not_understood");
    const auto person = people_.find(*rider);
    if (person == people_.end()) return refusal("not_registered");
    const auto [boarding, first] = done_.try_emplace(*number, *rider);
    if (!first && boarding->second != *rider) return refusal("request_of_another");
    return sim::Form("face.boarded").set("accepted", true).set("discount", person->second);
}

}  // namespace model
