// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/card_link.h"

#include "firmware/protocol/felica_timing.h"

namespace fw
{

namespace
{

// Added to the card's declared maximum before the reader gives up, assumed.
constexpr Nanos answer_margin{1'000'000};

}  // namespace

CardLink::CardLink(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Idm& card,
                   const Pmm& pmm)
    : ports_(ports), policy_(policy), card_(card), pmm_(pmm)
{
}

CardResult CardLink::exchange(std::uint8_t code, std::size_t size, unsigned units)
{
    const Nanos timeout = felica::longest_response(pmm_, code, units) + answer_margin;
    const Bytes command = Bytes(command_).first(size);
    for (int attempt = 0; attempt <= policy_.retries; ++attempt) {
        const RfReply reply = ports_.pcd.transceive(command, answer_, timeout);
        answer_size_ = reply.size;
        switch (reply.status) {
            case RfStatus::ok:
                return CardResult::ok;
            case RfStatus::off:
                return CardResult::off;
            case RfStatus::reader_fault:
                return CardResult::reader_fault;
            case RfStatus::no_card:
            case RfStatus::timeout:
            case RfStatus::crc_error:
                break;
        }
    }
    return CardResult::lost;
}

}  // namespace fw
