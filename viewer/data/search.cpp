// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/record/tap_key_text.h"
#include "viewer/data/taps.h"

namespace view
{

namespace
{

// Capital letters of ASCII as small ones; other scripts have none that matter here.
std::string small(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// Names that are the words first, then those that begin with them, then those that hold them.
class Hits
{
public:
    explicit Hits(const std::string& words) : words_(small(words)) {}

    void offer(Hit::Kind kind, std::size_t number, const std::string& id, const std::string& name)
    {
        const std::size_t rank = std::min(rank_of(small(name)), rank_of(small(id)));
        if (rank >= ranked_.size()) return;
        const std::string text = name.empty() || name == id ? id : fmt::format("{} ({})", name, id);
        ranked_[rank].push_back({kind, static_cast<std::uint32_t>(number), {}, text});
    }
    std::vector<Hit> best(std::size_t limit) const
    {
        std::vector<Hit> best;
        for (const std::vector<Hit>& hits : ranked_)
            best.insert(best.end(), hits.begin(), hits.end());
        best.resize(std::min(best.size(), limit));
        return best;
    }

private:
    std::size_t rank_of(const std::string& name) const
    {
        const std::size_t at = name.find(words_);
        if (at == std::string::npos) return ranked_.size();
        return at > 0 ? 2 : name.size() > words_.size() ? 1 : 0;
    }

    std::string words_;
    std::array<std::vector<Hit>, 3> ranked_;
};

}  // namespace

std::vector<Hit> search(const Result& result, const City& city, const std::string& words,
                        std::size_t limit)
{
    const std::size_t from = words.find_first_not_of(' ');
    if (from == std::string::npos || limit == 0) return {};
    const std::string trimmed = words.substr(from, words.find_last_not_of(' ') + 1 - from);
    if (const auto key = sim::tap_key_of(trimmed))
        if (const auto tap = find_tap(result, city, *key))
            return {{Hit::Kind::tap, 0, *key,
                     fmt::format("{} {}, {}", trimmed, tap->kind, tap->verdict)}};
    Hits hits(trimmed);
    for (std::size_t i = 0; i < city.stops.size(); ++i)
        hits.offer(Hit::Kind::stop, i, city.stops[i].id, city.stops[i].name);
    for (std::size_t i = 0; i < city.routes.size(); ++i)
        hits.offer(Hit::Kind::route, i, city.routes[i].id, city.routes[i].name);
    for (std::size_t i = 0; i < city.buses.size(); ++i)
        hits.offer(Hit::Kind::bus, i, city.buses[i].name, "");
    for (std::size_t i = 1; i < city.trips.size(); ++i)
        hits.offer(Hit::Kind::trip, i, city.trips[i].id, city.trips[i].headsign);
    return hits.best(limit);
}

}  // namespace view
