// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/certify/hand.h"

// A person at the desk, asked on the terminal. The reader itself tells when it is done, so that
// several readers can ask at once and nobody types; who does nothing in time proves nothing.
namespace hil
{

class DeskOperator final : public Hand
{
public:
    struct Parts {
        Reader& reader;
        std::string name;                              // of the reader, for people
        std::function<void(const std::string&)> tell;  // one line; empty: nobody is there
        std::function<bool()> interrupted;
        fw::Nanos patience{60'000'000'000};
        DeskClock clock = steady_clock_of_the_desk();
    };
    explicit DeskOperator(Parts parts) : parts_(std::move(parts)) {}

    HandSkills skills() const override { return {.plug = true, .garble = false}; }
    Refusal place(const DeskCard& card, fw::RfSet tech) override;
    Refusal take_away() override;
    Refusal tear() override;
    Refusal unplug() override;
    Refusal plug() override;
    Refusal garble(bool on) override;
    void restore() override {}

private:
    using Seen = std::function<bool(ReaderStatus)>;
    Refusal ask(const std::string& what, const Seen& done);
    Refusal say(const std::string& what);

    Parts parts_;
    std::string lying_;  // the card a person was asked to place last
    fw::RfSet tech_ = fw::RfSet::felica_212;
};

}  // namespace hil
