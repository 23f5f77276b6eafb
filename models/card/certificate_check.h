// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/pki_key.h"

// What the other end of public-key authentication does with a signature (RFC 8017, PKCS#1 v1.5 over
// SHA-256).
namespace model
{

// Whether `signature` was made over `data` by the key of a certificate (DER).
bool signed_by(const Octets& certificate, fw::Bytes data, fw::Bytes signature);

}  // namespace model
