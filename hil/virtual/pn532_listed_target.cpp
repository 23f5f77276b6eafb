// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_listed_target.h"

#include <algorithm>

#include "firmware/protocol/felica_timing.h"

namespace hil
{
namespace
{

namespace pn532 = fw::pn532;

// An answer to a deselection comes within this, or the card has gone (ISO/IEC 14443-4 7.2).
constexpr fw::Nanos deselect_patience = fw::felica::carrier_cycles(65536);
constexpr std::size_t longest_answer = pn532::longest_data - 2;  // beside code and status

pn532::Status told(fw::iso_dep::ReaderSide::Status status)
{
    using Status = fw::iso_dep::ReaderSide::Status;
    switch (status) {
        case Status::ok:
            return pn532::ok;
        case Status::timeout:
            return pn532::no_answer;
        case Status::too_long:
            return pn532::too_long;
        case Status::protocol_error:
            break;
    }
    return pn532::protocol_error;
}

}  // namespace

ListedTarget::ListedTarget(Pn532Radio& radio, Activated card) : radio_(radio), reader_(*this)
{
    take_up(std::move(card));
}

void ListedTarget::take_up(Activated card)
{
    card_ = std::move(card);
    collected.clear();
    awake_ = !card_.asleep;
    if (card_.iso_dep) reader_.open(card_.terms);
}

ListedTarget::Answer ListedTarget::exchange(fw::Bytes command, fw::Nanos patience)
{
    std::array<std::uint8_t, longest_answer> room{};
    if (card_.iso_dep) {
        const auto result = reader_.transceive(command, room);
        return {told(result.status), {room.begin(), room.begin() + result.size}};
    }
    const auto answers = radio_.send(framed(card_.tech, command), patience);
    if (answers.empty()) return {};
    model::AirFrame frame = answers.front().frame;
    if (answers.front().collision || !take_crc(frame)) return {pn532::bad_crc, {}};
    return {pn532::ok, {frame.view().begin(), frame.view().end()}};
}

bool ListedTarget::present()
{
    return card_.iso_dep && reader_.present();
}

void ListedTarget::let_go()
{
    const bool can_sleep = card_.iso_dep || card_.tech == fw::RfSet::type_a;
    if (!awake_ || !can_sleep) return;
    awake_ = false;
    collected.clear();
    if (card_.iso_dep) {
        const auto& terms = card_.terms;
        const std::array<std::uint8_t, 2> block{
            static_cast<std::uint8_t>(fw::iso_dep::s_deselect |
                                      (terms.with_cid ? fw::iso_dep::has_cid : 0)),
            terms.cid};
        const fw::Bytes bytes = fw::Bytes(block).first(terms.with_cid ? 2 : 1);
        (void)radio_.send(framed(card_.tech, bytes), deselect_patience);
    } else {
        constexpr std::array<std::uint8_t, 2> hlta{0x50, 0x00};
        (void)radio_.send(framed(card_.tech, hlta), {});
    }
}

std::size_t ListedTarget::exchange(fw::Bytes block, fw::MutBytes answer, unsigned waits)
{
    const auto frame = radio_.ask(framed(card_.tech, block), card_.waiting * waits);
    if (!frame || frame->size > answer.size()) return 0;
    std::copy(frame->view().begin(), frame->view().end(), answer.begin());
    return frame->size;
}

}  // namespace hil
