// SPDX-License-Identifier: Apache-2.0
#include "models/identity/phone_key.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include "models/card/freed.h"
#include "models/identity/key_pair_pool.h"
#include "models/identity/p256_signature.h"
#include "sim/base/hex_text.h"
#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

constexpr std::size_t serial_digits = 16;

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

constexpr std::uint32_t generations = 1U << 15;

// Another person and another key of them: another serial. mix64 maps one to one.
std::string serial_for(std::uint64_t person, std::uint32_t which)
{
    const std::uint64_t bits = sim::mix64(person << 16 | which);
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(bits >> (8 * i));
    return sim::hex_of(bytes);
}

Octets with_serial(const std::string& serial, fw::Bytes text)
{
    const std::string before = "tapbench-phone:" + serial + ":";
    Octets whole(before.begin(), before.end());
    whole.insert(whole.end(), text.begin(), text.end());
    return whole;
}

Key key_at(const std::array<std::uint8_t, PhonePublicKey::point_size>& point)
{
    std::array<char, 6> curve{"P-256"};
    Octets bytes(point.begin(), point.end());
    std::array<OSSL_PARAM, 3> given{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, curve.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size()),
        OSSL_PARAM_construct_end()};
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, given.data()) != 1)
        return {};
    return Key(made);
}

}  // namespace

const char* word_of(KeyCustody custody)
{
    if (custody == KeyCustody::secure_element) return "secure_element";
    return custody == KeyCustody::sub_sim ? "sub_sim" : "none";
}

std::string PhonePublicKey::hex() const
{
    return serial + sim::hex_of(point);
}

std::optional<PhonePublicKey> PhonePublicKey::from_hex(const std::string& text)
{
    const auto bytes = sim::bytes_of_hex(text);
    if (!bytes || bytes->size() != serial_digits / 2 + point_size) return std::nullopt;
    PhonePublicKey key;
    key.serial = text.substr(0, serial_digits);
    std::copy(bytes->begin() + serial_digits / 2, bytes->end(), key.point.begin());
    return key;
}

bool PhonePublicKey::verifies(fw::Bytes text, fw::Bytes signature) const
{
    const Key key = key_at(point);
    const DigestContext context(EVP_MD_CTX_new());
    if (!key || !context) return false;
    const Octets whole = with_serial(serial, text);
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), whole.data(),
                            whole.size()) == 1;
}

std::optional<PhoneKey> PhoneKey::made_in(KeyCustody custody, std::uint64_t person,
                                          std::uint32_t generation, KeyDomain domain)
{
    if (custody == KeyCustody::none) return std::nullopt;
    const std::uint32_t which =
        generation % generations + generations * static_cast<std::uint32_t>(domain);
    const std::size_t pair = sim::mix64(person + 0x70686F6E65 * which) % pool_size;
    return PhoneKey(custody, pair, {serial_for(person, which), key_pairs[pair].point});
}

PhoneKey::PhoneKey(KeyCustody custody, std::size_t pair, PhonePublicKey shown)
    : custody_(custody), pair_(pair), public_(std::move(shown))
{
}

Octets PhoneKey::sign(fw::Bytes text) const
{
    return p256_signature(key_pairs[pair_].secret, sha256(with_serial(public_.serial, text)));
}

}  // namespace model
