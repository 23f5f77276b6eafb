// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// What somebody probably meant when they misspelt a word.
namespace sim
{

// The candidate with the fewest typing slips (letter wrong, missing, extra or two swapped; case
// and - _ are the same), or an empty string when none is near: first letters are seldom mistyped,
// so a word that begins alike may differ more.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

// `, did you mean "expect"?` or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace sim
