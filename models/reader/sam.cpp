// SPDX-License-Identifier: Apache-2.0
#include "models/reader/sam.h"

#include <algorithm>
#include <utility>

#include "firmware/protocol/felica.h"
#include "sim/base/rng_stream.h"

namespace model
{
namespace
{

using namespace fw::felica;

constexpr std::size_t head_size = 10;  // length, code, IDm

bool is_answer(fw::Bytes answer, std::uint8_t command, std::size_t size)
{
    return answer.size() == size && answer[0] == size && answer[1] == command + 1;
}

}  // namespace

SamModel::SamModel(std::shared_ptr<const StandInCipher> cipher, std::uint64_t seed)
    : cipher_(std::move(cipher)), seed_(sim::mix64(seed + 1))
{
}

std::size_t SamModel::auth1(const fw::Idm& card, const fw::SecureNodes& nodes, fw::MutBytes cmd)
{
    step_ = Step::idle;
    const std::size_t size =
        head_size + 1 + 2 * nodes.areas.size() + 1 + 2 * nodes.services.size() + 8;
    if (!keep(card, nodes) || cmd.size() < size) return 0;
    challenge_ = sim::mix64(seed_ + ++challenges_);

    cmd[0] = static_cast<std::uint8_t>(size);
    cmd[1] = authentication1;
    std::copy(card.bytes.begin(), card.bytes.end(), cmd.begin() + 2);
    std::size_t at = head_size;
    at += put_codes(nodes.areas, &cmd[at]);
    at += put_codes(nodes.services, &cmd[at]);
    fw::put_be64(&cmd[at], challenge_);
    step_ = Step::challenged;
    return size;
}

std::size_t SamModel::auth2(fw::Bytes auth1_answer, fw::MutBytes cmd)
{
    const bool fits = step_ == Step::challenged && is_answer(auth1_answer, authentication1, 26) &&
                      cmd.size() >= 18;
    if (!fits) return 0;
    if (!std::equal(card_.bytes.begin(), card_.bytes.end(), auth1_answer.begin() + 2)) return 0;
    StandInProof proof;
    in_use_ = nullptr;
    for (const StandInCipher* cipher : {cipher_.get(), next_.get()}) {
        if (cipher == nullptr || in_use_ != nullptr) continue;
        proof = cipher->prove(card_, nodes(), challenge_, fw::get_be64(&auth1_answer[18]));
        if (fw::get_be64(&auth1_answer[10]) == proof.card) in_use_ = cipher;
    }
    if (in_use_ == nullptr) return 0;

    cmd[0] = 18;
    cmd[1] = authentication2;
    std::copy(card_.bytes.begin(), card_.bytes.end(), cmd.begin() + 2);
    fw::put_be64(&cmd[head_size], proof.reader);
    session_ = proof.session;
    step_ = Step::proved;
    return cmd[0];
}

bool SamModel::open_session(fw::Bytes auth2_answer)
{
    std::array<std::uint8_t, 16> issue_id{};
    const bool genuine = step_ == Step::proved && is_answer(auth2_answer, authentication2, 34) &&
                         in_use_->open(session_, auth2_answer, issue_id) != 0;
    if (genuine) step_ = Step::open;
    return genuine;
}

std::size_t SamModel::seal(std::uint8_t code, fw::Bytes body, fw::MutBytes cmd)
{
    if (step_ != Step::open || body.empty()) return 0;
    const SealedFrame head{.code = code, .counter = session_.counter + 1, .blocks = body[0]};
    const std::size_t size = in_use_->seal(session_, head, body, cmd);
    if (size == 0) return 0;
    session_.counter = head.counter;
    sealed_code_ = code;
    return size;
}

std::size_t SamModel::open(fw::Bytes answer, fw::MutBytes body)
{
    SealedFrame head;
    if (step_ != Step::open || !StandInCipher::read_head(answer, head)) return 0;
    if (head.code != sealed_code_ + 1 || head.counter != session_.counter) return 0;
    std::array<std::uint8_t, max_packet> clear;
    const std::size_t padded = in_use_->open(session_, answer, clear);
    if (padded < 3) return 0;
    const std::size_t data = std::size_t{clear[2]} * block_size;
    if (3 + data > padded || body.size() < 2 + data) return 0;
    body[0] = clear[0];
    body[1] = clear[1];
    std::copy_n(clear.begin() + 3, data, body.begin() + 2);
    return 2 + data;
}

void SamModel::power_off()
{
    step_ = Step::idle;
    session_ = {};
    lite_s_ = {};
}

fw::SecureNodes SamModel::nodes() const
{
    return {std::span(areas_).first(area_count_), std::span(services_).first(service_count_)};
}

std::size_t SamModel::put_codes(std::span<const std::uint16_t> codes, std::uint8_t* out) const
{
    out[0] = static_cast<std::uint8_t>(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) fw::put_le16(out + 1 + 2 * i, codes[i]);
    return 1 + 2 * codes.size();
}

bool SamModel::keep(const fw::Idm& card, const fw::SecureNodes& nodes)
{
    if (nodes.areas.size() > node_limit || nodes.services.size() > node_limit) return false;
    card_ = card;
    area_count_ = nodes.areas.size();
    service_count_ = nodes.services.size();
    std::copy(nodes.areas.begin(), nodes.areas.end(), areas_.begin());
    std::copy(nodes.services.begin(), nodes.services.end(), services_.begin());
    return true;
}

}  // namespace model
