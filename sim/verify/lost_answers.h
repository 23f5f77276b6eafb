// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "sim/verify/posted_books.h"
#include "sim/verify/tap_scan.h"

// Debits, top-ups and cancels whose answer was lost on the way back from the card, and what became
// of them: the card shows its newest execution id whenever it is read again, and its purse at the
// end of the day shows the rest.
namespace sim
{

struct LostAnswer {
    fw::TapKey tap;
    std::uint32_t card = 0, execution = 0;
    std::int32_t yen = 0;                 // top-ups and cancels are negative
    std::int64_t made = 0;                // when it was sent to the card
    std::int64_t arrived = -1;            // the unconfirmed tap at the cloud
    std::int64_t confirmed = -1;          // a later touch of the same box found it done
    std::int64_t confirmed_arrived = -1;  // and the cloud had that touch
    bool done = false;
};

// Yen a tap took from its card, if it did.
std::int32_t yen_of(const TapFacts& tap);
// When the card was written: nothing is simulated between T0 and then, but a question to the cloud.
std::int64_t written_at(const TapFacts& tap);

class LostAnswers
{
public:
    void add(const TapFacts& tap);
    void close(const Database& database);

    const std::vector<LostAnswer>& all() const { return answers_; }
    void write(Database& database, const PostedBooks& posted) const;

private:
    struct Shown {
        std::uint32_t card = 0, execution = 0;
    };
    struct Found {
        std::int64_t at = 0, arrived = -1;
    };

    void learn_from_cards();
    void learn_from_purses(const Database& database, const std::vector<LostAnswer*>& open);

    std::vector<LostAnswer> answers_;
    std::vector<Shown> shown_;
    std::map<std::uint64_t, Found> recovered_;
    std::vector<std::int64_t> taken_;  // by card, confirmed by a box
};

}  // namespace sim
