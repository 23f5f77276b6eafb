// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_card.h"

#include <algorithm>

#include "models/card/my_number_commands.h"

namespace model
{

MyNumberCard::MyNumberCard(std::shared_ptr<const MyNumberProfile> profile, MyNumberState state)
    : profile_(std::move(profile)), state_(std::move(state))
{
    power_off();
}

void MyNumberCard::power_off()
{
    session_ = {.application = &profile_->applications.front(), .verified = {}};
}

std::size_t MyNumberCard::transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think)
{
    if (answer.size() < 2) return 0;
    Octets data;
    StatusWord status = answer_to(command, data, think);
    if (data.size() + 2 > std::min(answer.size(), longest_answer)) {
        data.clear();
        status = sw::fault;
    }
    std::copy(data.begin(), data.end(), answer.begin());
    fw::put_be16(&answer[data.size()], status);
    return data.size() + 2;
}

StatusWord MyNumberCard::answer_to(fw::Bytes command, Octets& data, fw::Nanos& think)
{
    think = profile_->times.other;
    const bool first = !session_.began;
    session_.began = true;
    if (first && profile_->quirks.first_command_fails) return sw::fault;
    const auto apdu = parse_apdu(command);
    if (!apdu) return sw::wrong_length;
    CardAtWork at{*profile_, state_, session_, challenges_};
    const MyNumberCommand* known = nullptr;
    const StatusWord refusal = find_command(*apdu, known);
    if (refusal != sw::ok) return refusal;
    const StatusWord status = known->carry_out(at, *apdu, data);
    if (status == sw::ok || (status & 0xFFF0) == sw::tries_left)
        think = profile_->times.*known->time;
    return status;
}

}  // namespace model
