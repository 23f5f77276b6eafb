// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/lost_answers.h"

#include <algorithm>

namespace sim
{

namespace
{

std::uint64_t key_of(std::uint32_t card, std::uint32_t execution)
{
    return static_cast<std::uint64_t>(execution) << 32 | card;
}

std::int64_t absolute(const TapFacts& tap, std::size_t point)
{
    return tap.t[point] < 0 ? -1 : tap.when + tap.t[point];
}

void bind_time(Query& query, int index, std::int64_t t)
{
    if (t < 0)
        query.bind_null(index);
    else
        query.bind(index, t);
}

}  // namespace

std::int32_t yen_of(const TapFacts& tap)
{
    const bool given = tap.kind == fw::TapKind::top_up || tap.kind == fw::TapKind::cancel;
    return given ? -tap.fare : tap.fare;
}

std::int64_t written_at(const TapFacts& tap)
{
    return tap.asked ? std::max(tap.when, absolute(tap, 4)) : tap.when;
}

void LostAnswers::add(const TapFacts& tap)
{
    if (tap.t[3] >= 0) shown_.push_back({tap.card, tap.last_execution});
    if (tap.execution == 0) return;
    const bool confirmed =
        tap.verdict == fw::TapVerdict::accepted || tap.verdict == fw::TapVerdict::recovered;
    if (!confirmed) {
        answers_.push_back({tap.key, tap.card, tap.execution, yen_of(tap), written_at(tap),
                            absolute(tap, 8), -1, -1, false});
        return;
    }
    if (tap.card >= taken_.size()) taken_.resize(tap.card + 1);
    taken_[tap.card] += yen_of(tap);
    if (tap.verdict == fw::TapVerdict::recovered)
        recovered_[key_of(tap.card, tap.execution)] = {tap.when, absolute(tap, 8)};
}

void LostAnswers::close(const Database& database)
{
    std::sort(answers_.begin(), answers_.end(), [](const LostAnswer& a, const LostAnswer& b) {
        return std::tie(a.made, a.tap) < std::tie(b.made, b.tap);
    });
    learn_from_cards();
    std::vector<LostAnswer*> open;
    for (LostAnswer& answer : answers_) {
        const auto found = recovered_.find(key_of(answer.card, answer.execution));
        if (found != recovered_.end()) {
            answer.done = true;
            answer.confirmed = found->second.at;
            answer.confirmed_arrived = found->second.arrived;
        } else if (answer.done) {
            if (answer.card >= taken_.size()) taken_.resize(answer.card + 1);
            taken_[answer.card] += answer.yen;
        } else {
            open.push_back(&answer);
        }
    }
    learn_from_purses(database, open);
}

void LostAnswers::learn_from_cards()
{
    if (answers_.empty()) return;
    FlatMap index(answers_.size());
    for (std::uint32_t i = 0; i < answers_.size(); ++i)
        index.insert(key_of(answers_[i].card, answers_[i].execution), i);
    for (const Shown& shown : shown_) {
        if (shown.execution == 0) continue;
        const std::uint32_t at = index.find(key_of(shown.card, shown.execution));
        if (at != FlatMap::absent) answers_[at].done = true;
    }
}

// Only the last debit of a card can be both done and never shown again.
void LostAnswers::learn_from_purses(const Database& database, const std::vector<LostAnswer*>& open)
{
    std::map<std::uint32_t, LostAnswer*> last;
    for (LostAnswer* const answer : open) last[answer->card] = answer;
    if (last.empty()) return;
    Query purses = database.query("SELECT card, purse_before - purse_after FROM card");
    while (purses.step()) {
        const auto card = static_cast<std::uint32_t>(purses.integer(0));
        const auto found = last.find(card);
        if (found == last.end()) continue;
        const std::int64_t known = card < taken_.size() ? taken_[card] : 0;
        found->second->done = purses.integer(1) - known == found->second->yen;
    }
}

void LostAnswers::write(Database& database, const PostedBooks& posted) const
{
    database.exec("DELETE FROM lost_answer");
    Query row = database.query("INSERT INTO lost_answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const LostAnswer& answer : answers_) {
        const Waiting waiting = posted.waiting(answer.card, answer.execution);
        row.bind(1, answer.tap.device).bind(2, answer.tap.sequence).bind(3, answer.card);
        row.bind(4, answer.yen).bind(5, answer.made).bind(6, answer.done ? 1 : 0);
        bind_time(row, 7, answer.confirmed);
        bind_time(row, 8, answer.confirmed_arrived);
        bind_time(row, 9, waiting.suspended);
        bind_time(row, 10, waiting.settled);
        bind_time(row, 11, waiting.reversed);
        row.run();
    }
}

}  // namespace sim
