// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/my_number_card.h"

// The commands of a My Number Card, one function each, and the table of them.
namespace model
{

struct CardAtWork {
    const MyNumberProfile& profile;
    MyNumberState& state;
    MyNumberSession& session;
    std::uint64_t& challenges;  // drawn so far

    // The file a short identifier names, which becomes the selected one; 0 = the selected one.
    StatusWord pick(unsigned short_id);
    // Whether the selected file is open to the secrets verified so far.
    bool is_open() const;
    bool has_verified(FileId secret) const;
};

struct MyNumberCommand {
    std::uint8_t cla;
    std::uint8_t ins;
    StatusWord (*carry_out)(CardAtWork& at, const Apdu& apdu, Octets& answer);
    fw::Nanos MyNumberTimes::*time;
};

// 6881, 6E00, 6D00, or ok with the command.
StatusWord find_command(const Apdu& apdu, const MyNumberCommand*& found);

StatusWord select_file(CardAtWork& at, const Apdu& apdu, Octets& answer);
StatusWord read_binary(CardAtWork& at, const Apdu& apdu, Octets& answer);
StatusWord read_record(CardAtWork& at, const Apdu& apdu, Octets& answer);
StatusWord get_challenge(CardAtWork& at, const Apdu& apdu, Octets& answer);

StatusWord verify(CardAtWork& at, const Apdu& apdu, Octets& answer);
StatusWord change_reference_data(CardAtWork& at, const Apdu& apdu, Octets& answer);
StatusWord change_key(CardAtWork& at, const Apdu& apdu, Octets& answer);

StatusWord compute_signature(CardAtWork& at, const Apdu& apdu, Octets& answer);
StatusWord internal_authenticate(CardAtWork& at, const Apdu& apdu, Octets& answer);

}  // namespace model
