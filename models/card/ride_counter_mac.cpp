// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "models/card/ride_counter.h"

namespace model
{
namespace
{

// Invented for the bench; no secret.
constexpr CounterKey bench_master{'t', 'a', 'p', 'b', 'e', 'n', 'c', 'h',
                                  ' ', 'r', 'i', 'd', 'e', 's', ' ', '1'};

// One block under AES-128.
CounterKey encrypted(const CounterKey& key, const CounterKey& block)
{
    struct Free {
        void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
    };
    const std::unique_ptr<EVP_CIPHER_CTX, Free> context(EVP_CIPHER_CTX_new());
    CounterKey out{};
    int written = 0;
    const bool done =
        EVP_EncryptInit_ex(context.get(), EVP_aes_128_ecb(), nullptr, key.data(), nullptr) == 1 &&
        EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
        EVP_EncryptUpdate(context.get(), out.data(), &written, block.data(),
                          static_cast<int>(block.size())) == 1;
    if (!done) throw std::runtime_error("AES is not available");
    return out;
}

// Times two in the field of RFC 4493.
CounterKey doubled(const CounterKey& block)
{
    CounterKey out{};
    for (std::size_t i = 0; i < block.size(); ++i) {
        const unsigned next = i + 1 < block.size() ? block[i + 1] >> 7 : 0u;
        out[i] = static_cast<std::uint8_t>(block[i] << 1 | static_cast<int>(next));
    }
    if ((block[0] & 0x80) != 0) out.back() ^= 0x87;
    return out;
}

}  // namespace

CounterMac counter_mac(const CounterKey& key, fw::Bytes message)
{
    const CounterKey first = doubled(encrypted(key, {}));
    const bool whole = !message.empty() && message.size() % 16 == 0;
    Octets padded(message.begin(), message.end());
    if (!whole) padded.push_back(0x80);
    padded.resize((padded.size() + 15) / 16 * 16);
    const CounterKey& last = whole ? first : doubled(first);
    for (std::size_t i = 0; i < 16; ++i) padded[padded.size() - 16 + i] ^= last[i];
    CounterKey state{};
    for (std::size_t at = 0; at < padded.size(); at += 16) {
        for (std::size_t i = 0; i < 16; ++i) state[i] ^= padded[at + i];
        state = encrypted(key, state);
    }
    CounterMac mac{};
    std::copy_n(state.begin(), mac.size(), mac.begin());
    return mac;
}

CounterKey counter_key(std::uint32_t registration)
{
    CounterKey block{};
    fw::put_le32(block.data(), registration);
    return encrypted(bench_master, block);
}

}  // namespace model
