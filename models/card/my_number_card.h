// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/card/my_number_state.h"
#include "models/card/rf_card.h"

// A My Number Card (個人番号カード) as its readers meet it: applications, files, PIN counters and
// RSA signatures over a synthetic PKI. APDUs and status words: my-number-card.md 5; what is not
// public there is *assumed* here. Secure messaging and terminal certificates are not modelled.
namespace model
{

// What the card forgets without power.
struct MyNumberSession {
    const CardApplication* application = nullptr;
    const CardFile* file = nullptr;  // selected, of that application
    std::vector<FileId> verified;    // secrets of that application
    bool began = false;              // the first command after power-up is done
};

class MyNumberCard final : public ApduCard
{
public:
    explicit MyNumberCard(std::shared_ptr<const MyNumberProfile> profile, MyNumberState state = {});

    void power_off() override;
    // `answer` holds longest_answer bytes; into a smaller one the card answers 6F00, or nothing at
    // all when not even that fits.
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) override;

    const MyNumberState& state() const { return state_; }

private:
    StatusWord answer_to(fw::Bytes command, Octets& data, fw::Nanos& think);

    std::shared_ptr<const MyNumberProfile> profile_;
    MyNumberState state_;
    MyNumberSession session_;
    std::uint64_t challenges_ = 0;
};

}  // namespace model
