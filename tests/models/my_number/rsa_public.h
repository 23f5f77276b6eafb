// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

// What a signature says, found with the public key alone and without any library: the signature to
// the power 65537 modulo a number of 2048 bits.
namespace model
{

class RsaPublic
{
public:
    static constexpr std::size_t bytes = 256;
    using Block = std::array<std::uint8_t, bytes>;

    explicit RsaPublic(std::span<const std::uint8_t> modulus) : modulus_(number(modulus)) {}

    Block recover(std::span<const std::uint8_t> signature) const
    {
        const Number base = number(signature);
        Number power = base;
        for (int i = 0; i < 16; ++i) power = times(power, power);
        power = times(power, base);
        Block block{};
        for (std::size_t i = 0; i < bytes; ++i)
            block[bytes - 1 - i] = static_cast<std::uint8_t>(power[i / 4] >> 8 * (i % 4));
        return block;
    }

private:
    using Number = std::array<std::uint32_t, bytes / 4 + 1>;  // least significant word first

    static Number number(std::span<const std::uint8_t> big_endian)
    {
        Number made{};
        for (std::size_t i = 0; i < big_endian.size(); ++i)
            made[i / 4] |= std::uint32_t{big_endian[big_endian.size() - 1 - i]} << 8 * (i % 4);
        return made;
    }

    void reduce(Number& a) const
    {
        for (std::size_t i = a.size(); i-- > 0;) {
            if (a[i] < modulus_[i]) return;
            if (a[i] > modulus_[i]) break;
        }
        std::uint64_t borrow = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::uint64_t difference = std::uint64_t{a[i]} - modulus_[i] - borrow;
            a[i] = static_cast<std::uint32_t>(difference);
            borrow = difference >> 63;
        }
    }

    void add(Number& a, const Number& b) const
    {
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            carry += std::uint64_t{a[i]} + b[i];
            a[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        reduce(a);
    }

    Number times(const Number& a, const Number& b) const
    {
        Number product{};
        for (std::size_t bit = bytes * 8; bit-- > 0;) {
            add(product, Number(product));
            if (a[bit / 32] >> bit % 32 & 1) add(product, b);
        }
        return product;
    }

    Number modulus_;
};

}  // namespace model
