// SPDX-License-Identifier: Apache-2.0
#include "sim/base/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace sim
{

struct Digest::Impl {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~Impl() { EVP_MD_CTX_free(context); }
};

Digest::Digest() : impl_(std::make_unique<Impl>())
{
    if (EVP_DigestInit_ex(impl_->context, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(fw::Bytes bytes)
{
    EVP_DigestUpdate(impl_->context, bytes.data(), bytes.size());
}

void Digest::add(const std::string& text)
{
    EVP_DigestUpdate(impl_->context, text.data(), text.size());
}

std::string Digest::hex() const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> copy(EVP_MD_CTX_new(),
                                                                       &EVP_MD_CTX_free);
    EVP_MD_CTX_copy_ex(copy.get(), impl_->context);
    std::array<unsigned char, 32> hash{};
    EVP_DigestFinal_ex(copy.get(), hash.data(), nullptr);
    std::string text;
    for (const unsigned char byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace sim
