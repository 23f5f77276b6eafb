// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string_view>
#include <vector>

#include "firmware/core/bytes.h"

// What libFuzzer's targets share: where they begin, how an input becomes a course of events, and
// how a broken promise ends the program, as a fault of memory does.
namespace fuzz
{

using Octets = std::vector<std::uint8_t>;

// Each target's own: inputs of the kind it takes, for libFuzzer to change.
std::vector<Octets> seeds();

Octets hex(std::string_view digits);  // blanks are skipped
Octets text(std::string_view characters);
// Script parts one behind the other, each with its length in front.
Octets parts(const std::vector<Octets>& all);

inline void must(bool holds)
{
    if (!holds) std::abort();
}

// An input read from front to back; empty at its end, never beyond it.
class Script
{
public:
    Script(const std::uint8_t* data, std::size_t size) : left_(data, size) {}

    bool done() const { return left_.empty(); }
    std::uint8_t byte();
    fw::Bytes take(std::size_t size);          // or what there is
    fw::Bytes part() { return take(byte()); }  // its length in front
    fw::Bytes rest() { return take(left_.size()); }

private:
    fw::Bytes left_;
};

}  // namespace fuzz
