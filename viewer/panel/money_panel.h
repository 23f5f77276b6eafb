// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/money.h"
#include "viewer/panel/kept.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"

namespace view
{

// Where the yen went: the four books at each checkpoint, transfers by kind, what operators are
// paid, and debits whose answer was lost.
class MoneyPanel
{
public:
    void draw(Session& session);

private:
    struct Answer {
        Table books, flows, statements, lost;
        std::vector<Checkpoint> checkpoints;
        std::vector<LostAnswer> lost_answers;
    };
    struct Moment {
        std::int64_t t = -1;
        int revision = -1;
        bool operator==(const Moment&) const = default;
    };
    enum class Show : std::uint8_t { books, flows, statements, lost };
    static Answer answer_of(const Session& session);
    const Table& shown(const Answer& answer) const;
    void draw_choice(const Session& session);
    void draw_in_flight(Session& session, const Answer& answer);

    Show show_ = Show::books;
    int checkpoint_ = no_row;
    SaveBar save_;
    Kept<int, Answer> answer_;
    Kept<Moment, std::vector<InFlight>> in_flight_;
};

}  // namespace view
