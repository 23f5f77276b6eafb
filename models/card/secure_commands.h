// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/transit_card.h"

// The four commands of a mutually authenticated session, lengths after felica.md 7, cipher by
// StandInCipher. Each returns the answer's size, 0 = silence; the packet's length byte and the mode
// were checked before. A secured command counts one up from the newest or repeats it exactly (then
// it is carried out and answered again: execution id and ring rule make that harmless).
namespace model
{

std::size_t answer_authentication1(TransitCard& card, CardSession& session,
                                   const CardProfile& profile, fw::Bytes packet,
                                   fw::MutBytes answer);
std::size_t answer_authentication2(TransitCard& card, CardSession& session,
                                   const CardProfile& profile, fw::Bytes packet,
                                   fw::MutBytes answer);
std::size_t answer_secured(TransitCard& card, CardSession& session, const CardProfile& profile,
                           fw::Bytes packet, fw::MutBytes answer);

// Blocks a secured command names: what its clear header says when the length agrees, otherwise the
// most its length allows. 0: no secured command.
unsigned secured_blocks(fw::Bytes packet);

}  // namespace model
