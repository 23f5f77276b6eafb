// SPDX-License-Identifier: Apache-2.0
#include "models/identity/p256_signature.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/obj_mac.h>

#include <stdexcept>

namespace model
{

namespace
{

using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using Point = std::unique_ptr<EC_POINT, Freed<EC_POINT_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

void must(bool done)
{
    if (!done) throw std::runtime_error("the curve P-256 is not available");
}

// The curve and room to reckon in, made once.
struct Curve {
    std::unique_ptr<EC_GROUP, Freed<EC_GROUP_free>> group{
        EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1)};
    std::unique_ptr<BN_CTX, Freed<BN_CTX_free>> room{BN_CTX_new()};

    Curve() { must(group && room); }
    const BIGNUM* order() const { return EC_GROUP_get0_order(group.get()); }
};

const Curve& curve()
{
    static const thread_local Curve made;
    return made;
}

Number number_of(fw::Bytes bytes)
{
    Number number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    must(number != nullptr);
    return number;
}

P256Number bytes_of(const BIGNUM* number)
{
    P256Number bytes{};
    must(BN_bn2binpad(number, bytes.data(), static_cast<int>(bytes.size())) > 0);
    return bytes;
}

P256Number hmac(const P256Number& key, const Octets& text)
{
    P256Number mac{};
    unsigned size = 0;
    must(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), text.data(), text.size(),
              mac.data(), &size) != nullptr);
    return mac;
}

void append(Octets& text, fw::Bytes bytes)
{
    text.insert(text.end(), bytes.begin(), bytes.end());
}

// HMAC_DRBG of RFC 6979 3.2: V and K, and one candidate for k after the other.
class Candidates
{
public:
    Candidates(const P256Number& secret, const P256Number& hash)
    {
        value_.fill(1);
        for (const bool step : {false, true}) {
            Octets text(value_.begin(), value_.end());
            text.push_back(step);
            append(text, secret);
            append(text, hash);
            stir(text);
        }
    }
    Number next()
    {
        if (!first_) {
            Octets text(value_.begin(), value_.end());
            text.push_back(0);
            stir(text);
        }
        first_ = false;
        value_ = hmac(key_, {value_.begin(), value_.end()});
        return number_of(value_);
    }

private:
    void stir(const Octets& text)
    {
        key_ = hmac(key_, text);
        value_ = hmac(key_, {value_.begin(), value_.end()});
    }

    P256Number key_{}, value_{};
    bool first_ = true;
};

Number reduced(const P256Number& bytes)
{
    Number number = number_of(bytes);
    must(BN_nnmod(number.get(), number.get(), curve().order(), curve().room.get()) == 1);
    return number;
}

// The x of k times the generator, modulo n.
Number abscissa(const BIGNUM* k)
{
    const Point point(EC_POINT_new(curve().group.get()));
    Number x(BN_new());
    must(point && x &&
         EC_POINT_mul(curve().group.get(), point.get(), k, nullptr, nullptr, curve().room.get()) ==
             1 &&
         EC_POINT_get_affine_coordinates(curve().group.get(), point.get(), x.get(), nullptr,
                                         curve().room.get()) == 1 &&
         BN_nnmod(x.get(), x.get(), curve().order(), curve().room.get()) == 1);
    return x;
}

// s = (hash + r * secret) / k, modulo n.
Number second_half(const BIGNUM* k, const BIGNUM* r, const BIGNUM* secret, const BIGNUM* hash)
{
    BN_CTX* const room = curve().room.get();
    Number s(BN_new());
    const Number inverse(BN_mod_inverse(nullptr, k, curve().order(), room));
    must(s && inverse && BN_mod_mul(s.get(), r, secret, curve().order(), room) == 1 &&
         BN_mod_add(s.get(), s.get(), hash, curve().order(), room) == 1 &&
         BN_mod_mul(s.get(), s.get(), inverse.get(), curve().order(), room) == 1);
    return s;
}

Octets der_of(Number r, Number s)
{
    const Signature signature(ECDSA_SIG_new());
    must(signature && ECDSA_SIG_set0(signature.get(), r.get(), s.get()) == 1);
    static_cast<void>(r.release());
    static_cast<void>(s.release());
    Octets der(static_cast<std::size_t>(i2d_ECDSA_SIG(signature.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_ECDSA_SIG(signature.get(), &at);
    return der;
}

}  // namespace

Octets p256_signature(const P256Number& secret, const P256Number& hash)
{
    const Number key = number_of(secret), text = reduced(hash);
    Candidates candidates(secret, bytes_of(text.get()));
    for (;;) {
        const Number k = candidates.next();
        if (BN_is_zero(k.get()) || BN_cmp(k.get(), curve().order()) >= 0) continue;
        Number r = abscissa(k.get());
        if (BN_is_zero(r.get())) continue;
        Number s = second_half(k.get(), r.get(), key.get(), text.get());
        if (!BN_is_zero(s.get())) return der_of(std::move(r), std::move(s));
    }
}

std::array<std::uint8_t, 65> p256_point(const P256Number& secret)
{
    const Number key = number_of(secret);
    const Point point(EC_POINT_new(curve().group.get()));
    std::array<std::uint8_t, 65> bytes{};
    must(point &&
         EC_POINT_mul(curve().group.get(), point.get(), key.get(), nullptr, nullptr,
                      curve().room.get()) == 1 &&
         EC_POINT_point2oct(curve().group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                            bytes.data(), bytes.size(), curve().room.get()) == bytes.size());
    return bytes;
}

P256Number p256_secret(const std::string& seed, std::uint32_t number)
{
    for (std::uint32_t attempt = 0;; ++attempt) {
        const std::string text =
            seed + ":" + std::to_string(number) + ":" + std::to_string(attempt);
        const P256Number bytes =
            sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        const Number candidate = number_of(bytes);
        if (!BN_is_zero(candidate.get()) && BN_cmp(candidate.get(), curve().order()) < 0)
            return bytes;
    }
}

}  // namespace model
