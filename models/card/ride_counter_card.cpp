// SPDX-License-Identifier: Apache-2.0
#include "models/card/ride_counter_card.h"

#include <algorithm>

namespace model
{
namespace
{

constexpr std::uint8_t select_ins = 0xA4, by_name = 0x04;

bool names_the_counter(const Apdu& apdu)
{
    return std::equal(apdu.data.begin(), apdu.data.end(), ride_counter_aid.begin(),
                      ride_counter_aid.end());
}

}  // namespace

RideCounterCard::RideCounterCard(std::shared_ptr<const MyNumberProfile> profile,
                                 const RideCount& count)
    : card_(std::move(profile)), counter_(count)
{
}

void RideCounterCard::power_off()
{
    selected_ = false;
    card_.power_off();
}

// A PIN's counter of tries is not given back: the card's own commands stay as they are.
void RideCounterCard::power_lost()
{
    if (selected_) counter_.undo();
    power_off();
}

std::size_t RideCounterCard::transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think)
{
    const auto apdu = parse_apdu(command);
    const bool by_aid = apdu && apdu->cla == 0 && apdu->ins == select_ins && apdu->p1 == by_name;
    if (by_aid) selected_ = names_the_counter(*apdu);
    if (!selected_) return card_.transmit(command, answer, think);
    think = times_.select;
    Octets data;
    StatusWord status = apdu ? sw::ok : sw::wrong_length;
    if (apdu && !by_aid) {
        think = apdu->ins == ins_count_ride ? times_.count : times_.read;
        status = counter_.answer(*apdu, data);
    }
    if (data.size() + 2 > answer.size()) return 0;
    std::copy(data.begin(), data.end(), answer.begin());
    fw::put_be16(&answer[data.size()], status);
    return data.size() + 2;
}

}  // namespace model
