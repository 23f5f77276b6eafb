// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "firmware/core/bytes.h"

// SHA-256 over a stream of bytes: the run digest, and keyed pseudonyms of cards.
namespace sim
{

class Digest
{
public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    void add(fw::Bytes bytes);
    void add(const std::string& text);
    std::string hex() const;  // of everything added so far

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sim
