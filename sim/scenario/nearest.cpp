// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/nearest.h"

#include <algorithm>

namespace sim
{

namespace
{

char plain(char c)
{
    if (c == '-') return '_';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t slips(std::string_view a, std::string_view b)
{
    using Row = std::vector<std::size_t>;
    Row before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = plain(a[i - 1]) == plain(b[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && plain(a[i - 1]) == plain(b[j - 2]) &&
                                 plain(a[i - 2]) == plain(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = above;
        above = row;
    }
    return above[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates)
{
    std::string best;
    std::size_t fewest = word.size() + 1;
    for (const std::string& candidate : candidates) {
        if (candidate.empty() || word.empty()) continue;
        const std::size_t part = plain(word[0]) == plain(candidate[0]) ? 2 : 3;
        const std::size_t allowed = std::max<std::size_t>(1, word.size() / part);
        const std::size_t count = slips(word, candidate);
        if (count <= allowed && count < fewest && count < candidate.size())
            best = candidate, fewest = count;
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates)
{
    const std::string best = nearest(word, candidates);
    return best.empty() ? "" : ", did you mean \"" + best + "\"?";
}

}  // namespace sim
