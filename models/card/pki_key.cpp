// SPDX-License-Identifier: Apache-2.0
#include "models/card/pki_key.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <stdexcept>

#include "models/card/freed.h"
#include "models/card/my_number_tlv.h"

namespace model
{
namespace
{

using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;

constexpr std::size_t longest_as_given = SigningKey::signature_size - 11;
constexpr int salt_size = 32;

Bio reader_of(const std::string& text)
{
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// Without it OpenSSL would ask the terminal for the passphrase of a locked key.
int no_passphrase(char*, int, int, void*)
{
    return -1;
}

bool hashes(SignatureScheme scheme)
{
    return scheme == SignatureScheme::bare_hash || scheme == SignatureScheme::hashed ||
           scheme == SignatureScheme::pss_hashed;
}

bool is_pss(SignatureScheme scheme)
{
    return scheme == SignatureScheme::pss_given_hash || scheme == SignatureScheme::pss_hashed;
}

bool has_digest_info(SignatureScheme scheme)
{
    return scheme == SignatureScheme::given_hash || scheme == SignatureScheme::hashed;
}

bool fits(SignatureScheme scheme, std::size_t size)
{
    if (hashes(scheme)) return true;
    return scheme == SignatureScheme::as_given ? size <= longest_as_given : size == 32;
}

bool prepare(EVP_PKEY_CTX* context, SignatureScheme scheme)
{
    const int padding = is_pss(scheme) ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING;
    if (EVP_PKEY_sign_init(context) != 1) return false;
    if (EVP_PKEY_CTX_set_rsa_padding(context, padding) != 1) return false;
    if (is_pss(scheme) || has_digest_info(scheme)) {
        if (EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) != 1) return false;
    }
    return !is_pss(scheme) || EVP_PKEY_CTX_set_rsa_pss_saltlen(context, salt_size) == 1;
}

Octets number_of(const EVP_PKEY* key, const char* name)
{
    BIGNUM* found = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &found) != 1) return {};
    const Number number(found);
    Octets bytes(static_cast<std::size_t>(BN_num_bytes(found)));
    BN_bn2bin(found, bytes.data());
    return bytes;
}

}  // namespace

struct SigningKey::Handle {
    std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>> key;
};

SigningKey::SigningKey(const std::string& pem) : handle_(std::make_unique<Handle>())
{
    const Bio reader = reader_of(pem);
    handle_->key.reset(PEM_read_bio_PrivateKey(reader.get(), nullptr, no_passphrase, nullptr));
    const EVP_PKEY* key = handle_->key.get();
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key) != 2048)
        throw std::invalid_argument("expected an RSA private key of 2048 bits in PEM");
}

SigningKey::~SigningKey() = default;

StatusWord SigningKey::sign(SignatureScheme scheme, fw::Bytes data, Signature& signature) const
{
    if (data.empty()) return sw::wrong_length;
    if (!fits(scheme, data.size())) return sw::conditions;
    std::array<std::uint8_t, 32> hash{};
    if (hashes(scheme)) {
        hash = sha256(data);
        data = hash;
    }
    const KeyContext context(EVP_PKEY_CTX_new(handle_->key.get(), nullptr));
    std::size_t size = signature.size();
    const bool done =
        context && prepare(context.get(), scheme) &&
        EVP_PKEY_sign(context.get(), signature.data(), &size, data.data(), data.size()) == 1 &&
        size == signature.size();
    if (!done) throw std::runtime_error("RSA is not available");
    return sw::ok;
}

Octets SigningKey::public_objects() const
{
    const EVP_PKEY* key = handle_->key.get();
    Octets objects = tlv(0x90, number_of(key, OSSL_PKEY_PARAM_RSA_E));
    append(objects, tlv(0x91, number_of(key, OSSL_PKEY_PARAM_RSA_N)));
    return objects;
}

bool SigningKey::belongs_to(const Octets& certificate) const
{
    const unsigned char* at = certificate.data();
    const Certificate parsed(d2i_X509(nullptr, &at, static_cast<long>(certificate.size())));
    return parsed && X509_check_private_key(parsed.get(), handle_->key.get()) == 1;
}

Octets certificate_of(const std::string& pem)
{
    const Bio reader = reader_of(pem);
    const Certificate parsed(PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr));
    if (!parsed) throw std::invalid_argument("expected a certificate in PEM");
    Octets der(static_cast<std::size_t>(i2d_X509(parsed.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_X509(parsed.get(), &at);
    return der;
}

std::array<std::uint8_t, 32> sha256(fw::Bytes bytes)
{
    std::array<std::uint8_t, 32> hash{};
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
    return hash;
}

}  // namespace model
