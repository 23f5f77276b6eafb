// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "tests/models/my_number/card_desk.h"

// Transcripts as tables: what goes to a card that has just got power, and how its last answer ends.
namespace model
{

struct Row {
    const char* what;
    std::vector<std::string_view> commands;
    const char* status;
};

inline void expect(const std::vector<Row>& rows)
{
    const CardReaderDesk issued;
    for (const Row& row : rows) {
        CardReaderDesk desk(issued.profile);
        std::string last;
        for (const std::string_view command : row.commands) last = desk.status(command);
        EXPECT_EQ(last, row.status) << row.what;
    }
}

constexpr std::string_view auth_pin = "00A4020C020018";
constexpr std::string_view auth_right = "002000800431323334";
constexpr std::string_view auth_wrong = "002000800439393939";
constexpr std::string_view sign_pin = "00A4020C02001B";
constexpr std::string_view sign_right = "0020008006414243313233";
constexpr std::string_view auth_certificate = "00A4020C02000A";

}  // namespace model
