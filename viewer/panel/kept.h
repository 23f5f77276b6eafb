// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

namespace view
{

// An answer that is asked for in every frame and worked out only when the question changes.
template <class Question, class Answer>
class Kept
{
public:
    template <class WorkOut>
    const Answer& get(const Question& question, WorkOut work_out)
    {
        if (!answer_ || !(question == question_)) {
            answer_.emplace(work_out());
            question_ = question;
        }
        return *answer_;
    }

private:
    Question question_{};
    std::optional<Answer> answer_;
};

}  // namespace view
