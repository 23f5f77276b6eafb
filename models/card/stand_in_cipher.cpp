// SPDX-License-Identifier: Apache-2.0
#include "models/card/stand_in_cipher.h"

#include <openssl/evp.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "firmware/protocol/felica.h"
#include "sim/base/rng_stream.h"

namespace model
{
namespace
{

constexpr std::size_t head_size = 10;  // length, code, header
constexpr std::size_t mac_size = 8;
constexpr std::size_t tag_bits = 24;

// Invented for the bench; no secret.
constexpr std::array<std::uint8_t, StandInCipher::block> bench_key{
    't', 'a', 'p', 'b', 'e', 'n', 'c', 'h', ' ', 's', 't', 'a', 'n', 'd', 'i', 'n'};

std::uint64_t load(const std::uint8_t* p)
{
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    return word;
}

void store(std::uint8_t* p, std::uint64_t word)
{
    std::memcpy(p, &word, sizeof word);
}

std::uint64_t fold(std::uint64_t a, std::uint64_t b)
{
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Mixes everything in front of the MAC: length and code once, then header and body, which are whole
// words. Each word is multiplied under a key of its place, so none waits for the one before.
std::uint64_t mixed(const StandInSession& session, fw::Bytes message)
{
    constexpr std::uint64_t step = 0x9e37'79b9'7f4a'7c15;  // 2^64 / golden ratio
    std::uint64_t place = session.key[0] ^ fw::get_le16(message.data());
    std::uint64_t sum = 0;
    for (std::size_t at = 2; at < message.size(); at += 8, place += step) {
        sum += fold(load(&message[at]) ^ place, session.key[1] | 1);
    }
    return fold(sum ^ session.key[0], place | 1);
}

std::uint32_t tag_of(const StandInSession& session)
{
    return static_cast<std::uint32_t>(session.key[0]) & ((1u << tag_bits) - 1);
}

// Command and answer of one counter never share a key stream.
std::uint64_t stream_number(std::uint32_t counter, std::uint8_t code)
{
    return std::uint64_t{counter} << 32 | std::uint64_t{code} << 16;
}

}  // namespace

struct StandInCipher::Context {
    EVP_CIPHER_CTX* evp = EVP_CIPHER_CTX_new();

    ~Context() { EVP_CIPHER_CTX_free(evp); }

    void encrypt(std::uint64_t* words, std::size_t blocks) const
    {
        auto* bytes = reinterpret_cast<unsigned char*>(words);
        int written = 0;
        const int size = static_cast<int>(blocks * block);
        if (EVP_EncryptUpdate(evp, bytes, &written, bytes, size) != 1 || written != size) {
            throw std::runtime_error("AES is not available");
        }
    }
};

StandInCipher::StandInCipher(std::uint8_t generation) : context_(std::make_unique<Context>())
{
    auto key = bench_key;
    key.back() = static_cast<std::uint8_t>(key.back() + generation - 1);
    set_key(key);
}

StandInCipher::~StandInCipher() = default;

void StandInCipher::set_key(std::span<const std::uint8_t, block> key)
{
    const bool ready =
        EVP_EncryptInit_ex(context_->evp, EVP_aes_128_ecb(), nullptr, key.data(), nullptr) == 1 &&
        EVP_CIPHER_CTX_set_padding(context_->evp, 0) == 1;
    if (!ready) throw std::runtime_error("AES is not available");
}

StandInProof StandInCipher::prove(const fw::Idm& card, const fw::SecureNodes& nodes,
                                  std::uint64_t reader_challenge,
                                  std::uint64_t card_challenge) const
{
    std::uint64_t opened = nodes.areas.size() << 8 | nodes.services.size();
    for (const std::uint16_t code : nodes.areas) opened = sim::mix64(opened ^ code);
    for (const std::uint16_t code : nodes.services) opened = sim::mix64(opened ^ code);

    std::array<std::uint64_t, 2> card_key{load(card.bytes.data()), opened};
    context_->encrypt(card_key.data(), 1);

    std::array<std::uint64_t, 4> words{};
    for (std::size_t i = 0; i < 2; ++i) {
        words[2 * i] = card_key[0] ^ reader_challenge;
        words[2 * i + 1] = card_key[1] ^ card_challenge ^ i;
    }
    context_->encrypt(words.data(), 2);
    return {.card = words[0], .reader = words[1], .session = {.key = {words[2], words[3]}}};
}

void StandInCipher::key_stream(const StandInSession& session, std::uint64_t number,
                               std::size_t blocks, Words& out) const
{
    for (std::size_t i = 0; i < blocks; ++i) {
        out[2 * i] = session.key[0] ^ (number + i);
        out[2 * i + 1] = session.key[1];
    }
    context_->encrypt(out.data(), blocks);
}

std::size_t StandInCipher::seal(const StandInSession& session, const SealedFrame& head,
                                fw::Bytes body, fw::MutBytes frame) const
{
    const std::size_t padded = (body.size() + 7) / 8 * 8;
    const std::size_t size = head_size + padded + mac_size;
    if (size > fw::felica::max_packet || size > frame.size()) return 0;

    frame[0] = static_cast<std::uint8_t>(size);
    frame[1] = head.code;
    fw::put_le32(&frame[2], head.counter);
    fw::put_le32(&frame[6], tag_of(session) | std::uint32_t{head.blocks} << tag_bits);
    std::copy(body.begin(), body.end(), frame.begin() + head_size);
    std::fill_n(frame.begin() + static_cast<std::ptrdiff_t>(head_size + body.size()),
                padded - body.size(), std::uint8_t{0});

    Words stream;
    key_stream(session, stream_number(head.counter, head.code), 1 + (padded + 15) / 16, stream);
    const std::uint64_t mac = mixed(session, frame.first(head_size + padded)) ^ stream[0];
    for (std::size_t at = 0; at < padded; at += 8) {
        std::uint8_t* p = &frame[head_size + at];
        store(p, load(p) ^ stream[2 + at / 8]);
    }
    store(&frame[head_size + padded], mac);
    return size;
}

std::size_t StandInCipher::open(const StandInSession& session, fw::Bytes frame,
                                fw::MutBytes body) const
{
    SealedFrame head;
    if (!read_head(frame, head)) return 0;
    const std::size_t padded = frame.size() - head_size - mac_size;
    if (body.size() < padded) return 0;

    Words stream;
    key_stream(session, stream_number(head.counter, head.code), 1 + (padded + 15) / 16, stream);
    std::array<std::uint8_t, 256> clear;
    std::copy_n(frame.begin(), head_size, clear.begin());
    for (std::size_t at = head_size; at < head_size + padded; at += 8) {
        store(&clear[at], load(&frame[at]) ^ stream[2 + (at - head_size) / 8]);
    }
    const fw::Bytes message(clear.data(), head_size + padded);
    if ((mixed(session, message) ^ stream[0]) != head.mac) return 0;
    std::copy_n(clear.begin() + head_size, padded, body.begin());
    return padded;
}

bool StandInCipher::read_head(fw::Bytes frame, SealedFrame& head)
{
    const bool fits = frame.size() > head_size + mac_size &&
                      frame.size() <= fw::felica::max_packet && frame[0] == frame.size() &&
                      (frame.size() - 2) % 8 == 0;
    if (!fits) return false;
    head = {.code = frame[1],
            .counter = fw::get_le32(&frame[2]),
            .blocks = frame[9],
            .mac = load(&frame[frame.size() - mac_size])};
    return true;
}

}  // namespace model
