// SPDX-License-Identifier: Apache-2.0
#include "models/card/lite_s_cipher.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace model
{
namespace
{

constexpr std::size_t group = 8;
constexpr std::size_t longest = sizeof(fw::lite_s::Message::bytes);

using Group = std::array<std::uint8_t, group>;

// Invented for the bench; no secret.
constexpr fw::Block bench_master{'t', 'a', 'p', 'b', 'e', 'n', 'c', 'h',
                                 ' ', 'l', 'i', 't', 'e', ' ', 's', '1'};

void reverse_groups(fw::MutBytes bytes)
{
    for (auto at = bytes.begin(); at != bytes.end(); at += group) std::reverse(at, at + group);
}

fw::Block reversed(fw::Block bytes)
{
    reverse_groups(bytes);
    return bytes;
}

// In place; whole groups.
void triple_des_cbc(const fw::Block& key, const Group& start, fw::MutBytes bytes)
{
    struct Free {
        void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
    };
    const std::unique_ptr<EVP_CIPHER_CTX, Free> context(EVP_CIPHER_CTX_new());
    int written = 0;
    const int size = static_cast<int>(bytes.size());
    const bool done =
        EVP_EncryptInit_ex(context.get(), EVP_des_ede_cbc(), nullptr, key.data(), start.data()) ==
            1 &&
        EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
        EVP_EncryptUpdate(context.get(), bytes.data(), &written, bytes.data(), size) == 1 &&
        written == size;
    if (!done) throw std::runtime_error("triple DES is not available");
}

}  // namespace

LiteSKeys lite_s_keys(const fw::Block& card_key, const fw::Block& challenge)
{
    fw::Block session = reversed(challenge);
    triple_des_cbc(reversed(card_key), Group{}, session);
    return {reversed(session), challenge};
}

fw::lite_s::Mac lite_s_mac(const LiteSKeys& keys, MacOf what, fw::Bytes message)
{
    std::array<std::uint8_t, longest> room{};
    const fw::MutBytes bytes = fw::MutBytes(room).first(message.size());
    std::copy(message.begin(), message.end(), bytes.begin());
    reverse_groups(bytes);
    fw::Block key = reversed(keys.session);
    if (what == MacOf::write) std::rotate(key.begin(), key.begin() + group, key.end());
    Group start{};
    std::reverse_copy(keys.challenge.begin(), keys.challenge.begin() + group, start.begin());
    triple_des_cbc(key, start, bytes);
    fw::lite_s::Mac mac{};
    std::reverse_copy(bytes.end() - group, bytes.end(), mac.begin());
    return mac;
}

fw::Block lite_s_card_key(const fw::Idm& card)
{
    fw::Block key{};
    for (std::size_t i = 0; i < group; ++i) {
        key[i] = card.bytes[i];
        key[group + i] = static_cast<std::uint8_t>(~card.bytes[i]);
    }
    triple_des_cbc(bench_master, Group{}, key);
    return key;
}

}  // namespace model
