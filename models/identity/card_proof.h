// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/rng_stream.h"
#include "sim/link/form.h"

// What every service does that has a My Number Card prove whose it is: it draws a challenge, and
// asks the validation authority about what the card made of it.
namespace model
{

// 16 bytes of the stream in hexadecimal digits, its draws from `first` on.
std::string drawn_challenge(const sim::RngStream& stream, std::uint64_t key,
                            std::uint64_t first = 0);

// The question "certificate.check" about the serial, certificate, challenge and signature that a
// request brings; of who is good the birth is told on wish.
sim::Form certificate_check(const sim::Form& request, bool want_birth);

}  // namespace model
