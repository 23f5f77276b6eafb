// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "sim/verify/findings.h"
#include "sim/verify/in_flight.h"
#include "sim/verify/lost_answers.h"
#include "sim/verify/posted_books.h"

// Reconciles the four books at every checkpoint of a run. Each keeper's sum is put together again
// from the recorded taps and postings, and the books are compared with each other:
// * purses and fare boxes differ by debits whose answer was lost, counted by what the card later
//   showed;
// * fare boxes and ledger differ by taps that had not arrived yet, and by debits that the ledger
//   settled although no box ever confirmed them;
// * ledger and statements do not differ.
// So every confirmed tap that arrived must have been posted by then, once and with its amount, and
// nothing may have been posted that no box took. Violations are of the property books_reconciled.
namespace sim
{

class Checkpoints
{
public:
    explicit Checkpoints(const Database& database);

    void add(const TapFacts& tap);
    // Returns how many checkpoints were compared; none of a run that did not end by itself.
    std::int64_t close(const Database& database, Findings& findings, bool complete);
    // Tables lost_answer and in_flight, on which the views v_in_flight and v_checkpoint rest.
    void write(Database& database);

private:
    void compare_posted(const TapFacts& tap, std::int64_t yen);
    void object(const fw::TapKey& tap, std::int64_t yen, std::string text);
    void judge_postings();
    void judge_sums(const Database& database);
    std::array<std::vector<std::int64_t>, 5> sums(const Database& database) const;

    Cuts cuts_;
    PostedBooks posted_;
    LostAnswers lost_;
    CutBook journals_, unanswered_;
    InFlight in_flight_;
    std::vector<Finding> objections_;
};

}  // namespace sim
