// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/boarding_register.h"

#include <gtest/gtest.h>

namespace
{

using sim::Form;

struct NoLine final : model::Line {
    fw::Nanos now() override { return {}; }
    std::optional<Form> call(const std::string&, const Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
};

class BoardingRegister : public testing::Test
{
protected:
    BoardingRegister() { register_.enrol("face:1", true); }
    Form ask(const Form& form) { return register_.answer(form, "camera-1", line_); }
    static Form board(const std::string& request, const std::string& rider)
    {
        return Form("face.board").set("request", request).set("rider", rider);
    }
    NoLine line_;
    model::BoardingRegister register_;
};

TEST_F(BoardingRegister, LetsTheRegisteredIn)
{
    const Form answer = ask(board("camera-1/0", "face:1"));

    EXPECT_TRUE(answer.flag("accepted"));
    EXPECT_TRUE(answer.flag("discount"));
}

TEST_F(BoardingRegister, RefusesWhomItDoesNotKnow)
{
    const Form answer = ask(board("camera-1/0", "face:2"));

    EXPECT_FALSE(answer.flag("accepted"));
    EXPECT_EQ(answer.text("reason"), "not_registered");
}

TEST_F(BoardingRegister, AnswersARepeatedRequestAsBefore)
{
    EXPECT_TRUE(ask(board("camera-1/0", "face:1")).flag("accepted"));
    EXPECT_TRUE(ask(board("camera-1/0", "face:1")).flag("accepted"));
}

TEST_F(BoardingRegister, RefusesARequestThatWasSomebodyElses)
{
    register_.enrol("face:2", false);
    EXPECT_TRUE(ask(board("camera-1/0", "face:1")).flag("accepted"));

    EXPECT_EQ(ask(board("camera-1/0", "face:2")).text("reason"), "request_of_another");
}

TEST_F(BoardingRegister, RefusesWhatItDoesNotUnderstand)
{
    for (const Form& form : {Form("face.board"), Form("other").set("request", "a"),
                             Form("face.board").set("request", 5).set("rider", "face:1")})
        EXPECT_EQ(ask(form).text("reason"), "not_understood");
}

}  // namespace
