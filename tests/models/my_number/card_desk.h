// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string_view>

#include "models/card/my_number_card.h"
#include "tests/models/my_number/invented_card.h"

// A reader that speaks to an invented person's card in text: "00A4040C0A..." gives "9000" or data
// and status word.
namespace model
{

inline Octets from_hex(std::string_view text)
{
    Octets bytes;
    std::string digits;
    for (const char c : text)
        if (c != ' ') digits.push_back(c);
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(digits.substr(at, 2), nullptr, 16)));
    return bytes;
}

inline std::string to_hex(fw::Bytes bytes)
{
    std::string text;
    for (const std::uint8_t byte : bytes) text += fmt::format("{:02X}", byte);
    return text;
}

struct CardReaderDesk {
    explicit CardReaderDesk(const MyNumberIssue& issued = adult(), MyNumberState state = {})
        : CardReaderDesk(std::make_shared<const MyNumberProfile>(issue(issued)), std::move(state))
    {
    }
    explicit CardReaderDesk(std::shared_ptr<const MyNumberProfile> issued, MyNumberState state = {})
        : profile(std::move(issued)), card(profile, std::move(state))
    {
    }

    Octets send(fw::Bytes command)
    {
        std::array<std::uint8_t, ApduCard::longest_answer> answer{};
        const std::size_t size = card.transmit(command, answer, think);
        return {answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(size)};
    }
    std::string ask(std::string_view command) { return to_hex(send(from_hex(command))); }
    // The status word alone, and all before it.
    std::string status(std::string_view command)
    {
        const std::string answer = ask(command);
        return answer.substr(answer.size() - 4);
    }
    Octets data(std::string_view command)
    {
        Octets answer = send(from_hex(command));
        answer.resize(answer.size() - 2);
        return answer;
    }
    // A whole transparent file of the selected application, 256 bytes a command.
    Octets read(FileId id)
    {
        Octets all;
        if (ask(fmt::format("00A4020C02{:04X}", id)) != "9000") return all;
        for (;;) {
            const Octets part = data(fmt::format("00B0{:04X}00", all.size()));
            all.insert(all.end(), part.begin(), part.end());
            if (part.size() < 256) return all;
        }
    }

    std::shared_ptr<const MyNumberProfile> profile;
    MyNumberCard card;
    fw::Nanos think{};
};

namespace ap
{
constexpr std::string_view jpki = "00A4040C0AD392F000260100000001";
constexpr std::string_view text = "00A4040C0AD3921000310001010408";
constexpr std::string_view visual = "00A4040C0AD3921000310001010402";
constexpr std::string_view resident = "00A4040C0AD3921000310001010401";
constexpr std::string_view common = "00A4040C0AD3921000310001010100";
constexpr std::string_view issuer = "00A4040C07A0000001510000";
}  // namespace ap

}  // namespace model
