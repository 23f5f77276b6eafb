// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// What a test of a device comes to, best first; the worst one of several counts. `fail` is the
// device's fault, `error` the bench's (reader lost, hung, or garbled beyond its retries),
// `inconclusive` proves nothing, `aborted` was ended by a person.
namespace hil
{

enum class Verdict : std::uint8_t { pass, inconclusive, fail, aborted, error };

constexpr Verdict worse(Verdict a, Verdict b)
{
    return a < b ? b : a;
}

constexpr const char* word_of(Verdict verdict)
{
    constexpr const char* words[] = {"pass", "inconclusive", "fail", "aborted", "error"};
    return words[static_cast<int>(verdict)];
}

}  // namespace hil
