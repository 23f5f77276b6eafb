// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "sim/record/database.h"
#include "sim/scenario/platform.h"
#include "sim/verify/consent_flow.h"

// The oracle of the mobility feed (services.md A.0, O8 and P6): each count of people that was told
// to the data-linkage platform or by it is counted again from the taps, as of the moment it names;
// no count and no growth is told of fewer than k people; and whatever should have been told by the
// end was. Property `cells_right`. Taps belong to a period by the clock of their box.
namespace sim
{

class ToldCells
{
public:
    ToldCells(const Database& database, const Platform& parameters, std::int64_t window_end,
              Findings& findings);

    void hear(const RecordedMessage& message, const SentMessage& sent);
    // After the last message.
    void close();
    std::int64_t cells() const { return told_; }     // told to the platform or to a subscriber
    std::int64_t hidden() const { return hidden_; }  // never told: too few people

private:
    // Period, feed, route, stop, class.
    using Place = std::tuple<std::int64_t, std::string, std::string, std::string, std::int64_t>;
    struct Ride {
        std::int64_t taken = 0;
        std::int64_t card = 0;
    };
    struct Told {
        std::int64_t as_of = 0;
        std::int64_t people = 0;
    };

    std::int64_t people(const Place& place, std::int64_t as_of) const;
    void object(const RecordedMessage& message, const Place& place, const std::string& why);

    Platform parameters_;
    std::int64_t last_ = 0;  // publication
    Findings& findings_;
    std::map<Place, std::vector<Ride>> rides_;  // in order of time
    std::map<Place, Told> newest_;              // published
    std::int64_t told_ = 0, hidden_ = 0;
};

}  // namespace sim
