// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/checks.h"
#include "viewer/panel/kept.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"

namespace view
{

// What the run was asked to prove and what came of it; faults and changes beside it, in time.
class ChecksPanel
{
public:
    void draw(Session& session);

private:
    enum class Show : std::uint8_t { expectations, properties, findings, occurrences };
    struct Answer {
        Table expectations, properties, findings, occurrences;
        std::vector<Finding> found;
        std::vector<Expectation> asked;
        std::vector<Occurrence> happened;
    };
    static Answer answer_of(const Session& session);
    const Table& shown(const Answer& answer) const;
    void follow(Session& session, const Answer& answer, std::size_t row);

    Show show_ = Show::expectations;
    SaveBar save_;
    Kept<int, Answer> answer_;
};

}  // namespace view
