// SPDX-License-Identifier: Apache-2.0
#include "models/card/certificate_check.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "models/card/freed.h"

namespace model
{

bool signed_by(const Octets& certificate, fw::Bytes data, fw::Bytes signature)
{
    const std::uint8_t* at = certificate.data();
    const std::unique_ptr<X509, Freed<X509_free>> parsed(
        d2i_X509(nullptr, &at, static_cast<long>(certificate.size())));
    const std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    if (!parsed || !context) return false;
    EVP_PKEY* const key = X509_get0_pubkey(parsed.get());
    return key != nullptr &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), data.data(),
                            data.size()) == 1;
}

}  // namespace model
