// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/bench_name.h"

#include <algorithm>

#include "firmware/protocol/lite_s.h"
#include "models/card/card_image.h"

namespace hil
{

namespace
{

constexpr std::array<std::uint8_t, 8> mark{'t', 'a', 'p', 'b', 'e', 'n', 'c', 'h'};
constexpr fw::Nanos patience{50'000'000};

bool is_invented(const fw::Idm& idm)
{
    return model::bench_idm(fw::get_be64(idm.bytes.data())) == idm;
}

}  // namespace

fw::Block encode_bench_name(const fw::Idm& name)
{
    fw::Block block{};
    std::copy(mark.begin(), mark.end(), block.begin());
    std::copy(name.bytes.begin(), name.bytes.end(), block.begin() + mark.size());
    return block;
}

std::optional<fw::Idm> decode_bench_name(fw::BlockBytes block)
{
    fw::Idm name;
    std::copy(block.begin() + mark.size(), block.end(), name.bytes.begin());
    if (!std::equal(mark.begin(), mark.end(), block.begin()) || !is_invented(name)) return {};
    return name;
}

OwnName read_bench_name(Reader& reader, const Target& target)
{
    if (is_invented(target.idm)) return {ReaderStatus::ok, target.idm, {}};
    if (target.system_code != fw::lite_s::system_code) return {ReaderStatus::ok, {}, {}};
    std::array<std::uint8_t, fw::felica::max_packet> command{}, answer{};
    const std::size_t size = fw::lite_s::make_read(target.idm, std::array{name_block}, command);
    const Exchange heard = reader.exchange(fw::Bytes(command).first(size), answer, patience);
    OwnName own{heard.status, {}, heard.time};
    if (heard.status != ReaderStatus::ok) return own;
    fw::Bytes data;
    const auto status =
        fw::felica::parse_plain_answer(fw::Bytes(answer).first(heard.size), target.idm, data);
    if (status.ok() && data.size() == fw::felica::block_size)
        own.name = decode_bench_name(data.first<fw::felica::block_size>());
    return own;
}

}  // namespace hil
