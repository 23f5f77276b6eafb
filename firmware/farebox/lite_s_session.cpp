// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/lite_s_session.h"

#include <algorithm>

namespace fw
{

namespace
{

using felica::block_size;
using lite_s_purse::ring;

BlockBytes block_at(Bytes data, std::size_t position)
{
    return data.subspan(position * block_size).first<block_size>();
}

// An error that a card gives when it has lost its session, and with it power, in between.
bool forgot_session(const felica::Status& status)
{
    return status.flag2 == 0xB1 || status.flag2 == 0xB2;
}

CardResult result_of(const felica::Status& status)
{
    if (status.ok()) return CardResult::ok;
    return forgot_session(status) ? CardResult::lost : CardResult::refused;
}

}  // namespace

CardResult LiteSSession::open()
{
    if (const auto result = challenge(); result != CardResult::ok) return result;
    Bytes data;
    const std::array<std::uint8_t, 3> asked{lite_s_purse::holder_block, lite_s::wcnt,
                                            lite_s::mac_a};
    if (const auto result = read_genuine(asked, data); result != CardResult::ok) return result;
    holder_ = lite_s_purse::decode_holder(block_at(data, 0));
    count_ = lite_s::write_count(&data[block_size]);
    if (holder_.version != lite_s_purse::layout_version) return CardResult::refused;
    return write_proven(lite_s::state, lite_s::authenticated_state);
}

CardResult LiteSSession::challenge()
{
    Block challenge{};
    if (!link_.sam().lite_s_challenge(link_.card(), challenge)) return CardResult::refused;
    const std::size_t size =
        lite_s::make_write(link_.card(), lite_s::rc, challenge, link_.command());
    const CardResult result = link_.exchange(felica::write_plain, size, 1);
    if (result != CardResult::ok) return result;
    Bytes none;
    return result_of(felica::parse_plain_answer(link_.answer(), link_.card(), none));
}

CardResult LiteSSession::read()
{
    Bytes data;
    const std::array<std::uint8_t, 4> asked{ring[0], ring[1], ring[2], lite_s::mac_a};
    if (const auto result = read_genuine(asked, data); result != CardResult::ok) return result;
    for (std::size_t i = 0; i < ring.size(); ++i)
        records_[i] = lite_s_purse::decode_record(block_at(data, i));
    newest_ = lite_s_purse::newest_of(records_);
    return newest().sequence == 0 ? CardResult::refused : CardResult::ok;
}

const lite_s_purse::Record& LiteSSession::before() const
{
    return records_[(newest_ + ring.size() - 1) % ring.size()];
}

CardResult LiteSSession::write(lite_s_purse::Record next)
{
    next.sequence = lite_s_purse::sequence_after(newest().sequence);
    const std::size_t oldest = (newest_ + 1) % ring.size();
    const CardResult result = write_proven(ring[oldest], lite_s_purse::encode(next));
    if (result != CardResult::ok) return result;
    records_[oldest] = next;
    newest_ = oldest;
    return CardResult::ok;
}

// The data in front of MAC_A, which is named last.
CardResult LiteSSession::read_genuine(Bytes numbers, Bytes& data)
{
    const std::size_t size = lite_s::make_read(link_.card(), numbers, link_.command());
    const CardResult result =
        link_.exchange(felica::read_plain, size, static_cast<unsigned>(numbers.size()));
    if (result != CardResult::ok) return result;
    Bytes all;
    const auto status = felica::parse_plain_answer(link_.answer(), link_.card(), all);
    if (!status.ok()) return result_of(status);
    if (all.size() != numbers.size() * block_size) return CardResult::refused;
    data = all.first(all.size() - block_size);
    const BlockBytes mac = block_at(all, numbers.size() - 1);
    const lite_s::Message message = lite_s::read_message(numbers, data);
    const bool genuine = link_.sam().lite_s_genuine(message.view(), mac.first<lite_s::mac_size>());
    return genuine ? CardResult::ok : CardResult::refused;
}

// `refused` and `ok` are certain. `lost`: the block may have been written or not.
CardResult LiteSSession::write_proven(std::uint8_t block, const Block& data)
{
    CardResult sent = CardResult::lost;
    for (int attempt = 0; attempt <= link_.retries(); ++attempt) {
        sent = send_write(block, data);
        if (sent == CardResult::off || sent == CardResult::reader_fault) return sent;
        Block now{};
        const CardResult seen = read_back(block, now);
        if (seen == CardResult::refused) return CardResult::lost;
        if (seen != CardResult::ok) return seen;
        if (now == data) return CardResult::ok;
    }
    return sent == CardResult::lost ? CardResult::lost : CardResult::refused;
}

CardResult LiteSSession::send_write(std::uint8_t block, const Block& data)
{
    lite_s::Mac mac{};
    const lite_s::Message message = lite_s::write_message(count_, block, data);
    if (!link_.sam().lite_s_sign(message.view(), mac)) return CardResult::refused;
    const std::size_t size =
        lite_s::make_write(link_.card(), block, data, count_, mac, link_.command());
    const CardResult result = link_.exchange(felica::write_plain, size, lite_s::most_write);
    if (result != CardResult::ok) return result;
    Bytes none;
    const auto status = felica::parse_plain_answer(link_.answer(), link_.card(), none);
    return status.ok() ? CardResult::ok : CardResult::refused;
}

CardResult LiteSSession::read_back(std::uint8_t block, Block& data)
{
    Bytes read;
    const std::array<std::uint8_t, 3> asked{block, lite_s::wcnt, lite_s::mac_a};
    if (const auto result = read_genuine(asked, read); result != CardResult::ok) return result;
    std::copy_n(read.begin(), block_size, data.begin());
    count_ = lite_s::write_count(&read[block_size]);
    return CardResult::ok;
}

}  // namespace fw
