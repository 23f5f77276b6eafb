// SPDX-License-Identifier: Apache-2.0
#include "sim/base/cipher.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "sim/base/hex_text.h"

namespace sim
{

namespace
{

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* thing) const
    {
        Free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;

constexpr int tag_size = 16;

void require(bool done)
{
    if (!done) throw std::runtime_error("the cipher library failed");
}

int length_of(fw::Bytes bytes)
{
    return static_cast<int>(bytes.size());
}

fw::Bytes bytes_of(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::array<std::uint8_t, 12> nonce_of(std::uint64_t number)
{
    std::array<std::uint8_t, 12> nonce{};
    for (std::size_t i = 12; i-- > 4; number >>= 8) nonce[i] = static_cast<std::uint8_t>(number);
    return nonce;
}

std::array<std::uint8_t, 32> mac(fw::Bytes key, fw::Bytes data)
{
    std::array<std::uint8_t, 32> out{};
    require(HMAC(EVP_sha256(), key.data(), length_of(key), data.data(), data.size(), out.data(),
                 nullptr) != nullptr);
    return out;
}

Key private_key(const KeyBytes& mine)
{
    const fw::Bytes raw = mine.reveal();
    Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, raw.data(), raw.size()));
    require(key != nullptr);
    return key;
}

}  // namespace

std::optional<PublicHalf> public_half_of_hex(const std::string& text)
{
    const auto bytes = bytes_of_hex(text);
    PublicHalf half{};
    if (!bytes || bytes->size() != half.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), half.begin());
    return half;
}

PublicHalf public_half(const KeyBytes& mine)
{
    PublicHalf half{};
    std::size_t size = half.size();
    require(EVP_PKEY_get_raw_public_key(private_key(mine).get(), half.data(), &size) == 1);
    return half;
}

std::optional<KeyBytes> agreed(const KeyBytes& mine, const PublicHalf& theirs)
{
    const Key own = private_key(mine);
    const Key other(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, theirs.data(), theirs.size()));
    const KeyContext context(EVP_PKEY_CTX_new(own.get(), nullptr));
    require(other && context && EVP_PKEY_derive_init(context.get()) == 1);
    require(EVP_PKEY_derive_set_peer(context.get(), other.get()) == 1);
    std::array<std::uint8_t, KeyBytes::size> secret{};
    std::size_t size = secret.size();
    if (EVP_PKEY_derive(context.get(), secret.data(), &size) != 1) return std::nullopt;
    return KeyBytes(secret);
}

KeyBytes derived(fw::Bytes secret, const std::string& salt, const std::string& label)
{
    const auto extracted = mac(bytes_of(salt), secret);
    return KeyBytes(mac(extracted, bytes_of(label + '\x01')));
}

Bytes sealed(const KeyBytes& key, std::uint64_t number, const std::string& about, fw::Bytes data)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    const auto nonce = nonce_of(number);
    Bytes out(data.size() + tag_size);
    int size = 0;
    require(context && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                                          key.reveal().data(), nonce.data()) == 1);
    const fw::Bytes beside = bytes_of(about);
    require(EVP_EncryptUpdate(context.get(), nullptr, &size, beside.data(), length_of(beside)) ==
            1);
    require(EVP_EncryptUpdate(context.get(), out.data(), &size, data.data(), length_of(data)) == 1);
    require(EVP_EncryptFinal_ex(context.get(), out.data() + size, &size) == 1);
    require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_size,
                                out.data() + data.size()) == 1);
    return out;
}

std::optional<Bytes> unsealed(const KeyBytes& key, std::uint64_t number, const std::string& about,
                              fw::Bytes data)
{
    if (data.size() < tag_size) return std::nullopt;
    const CipherContext context(EVP_CIPHER_CTX_new());
    const auto nonce = nonce_of(number);
    const std::size_t length = data.size() - tag_size;
    Bytes out(length + 1);  // never empty, for the library's sake
    int size = 0;
    require(context && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr,
                                          key.reveal().data(), nonce.data()) == 1);
    const fw::Bytes beside = bytes_of(about);
    require(EVP_DecryptUpdate(context.get(), nullptr, &size, beside.data(), length_of(beside)) ==
            1);
    require(EVP_DecryptUpdate(context.get(), out.data(), &size, data.data(),
                              static_cast<int>(length)) == 1);
    Bytes tag(data.begin() + static_cast<std::ptrdiff_t>(length), data.end());
    require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tag_size, tag.data()) == 1);
    if (EVP_DecryptFinal_ex(context.get(), out.data() + size, &size) != 1) return std::nullopt;
    out.resize(length);
    return out;
}

std::array<std::uint8_t, 32> sha256_of(fw::Bytes data)
{
    std::array<std::uint8_t, 32> hash{};
    require(EVP_Digest(data.data(), data.size(), hash.data(), nullptr, EVP_sha256(), nullptr) == 1);
    return hash;
}

}  // namespace sim
