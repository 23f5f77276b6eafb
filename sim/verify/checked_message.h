// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include "sim/verify/consent_flow.h"

// The message the oracle of information flow looks at, and how a finding names it.
namespace sim
{

// Of a field that may not be there.
inline std::string text_of(const SentField* field)
{
    if (!field) return "";
    if (field->holds == Holds::number) return std::to_string(field->number);
    return field->texts.empty() ? "" : field->texts[0];
}

struct ConsentFlow::Checked {
    const RecordedMessage& message;
    SentMessage sent;
    Findings& findings;
    const MessageKind* kind = nullptr;                 // it is, or answers
    const std::vector<FlowField>* declared = nullptr;  // of it
    bool failed = false;                               // property `consent`

    void undeclared(const std::string& why)
    {
        failed = true;
        findings.add({"consent", {}, "", 0, told(why)});
    }
    void tells(const std::string& why) { findings.add({"disclosure_least", {}, "", 0, told(why)}); }
    // Bytes of a message may be anything; what is told of them is printable.
    std::string told(const std::string& why) const
    {
        std::string text = fmt::format("message {} ({}, {} to {}) {}", message.number,
                                       sent.kind.empty() ? "no kind" : sent.kind, message.sender,
                                       message.receiver, why);
        constexpr std::size_t longest = 400;
        if (text.size() > longest) text = text.substr(0, longest) + "...";
        for (char& c : text)
            if (static_cast<unsigned char>(c) < 32 || static_cast<unsigned char>(c) > 126) c = '?';
        return text;
    }
};

}  // namespace sim
