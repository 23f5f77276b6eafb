// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/verify/sql_checks.h"

// The queries of data_uses.h. Tables made first: `talk`, each message of a use once, decoded;
// `consented`, each consent that was accepted; `released`, each piece of data that was sent.
namespace sim::data_use_sql
{

std::span<const char* const> preparations();
std::span<const SqlCheck> checks();
std::span<const SqlSituation> situations();

}  // namespace sim::data_use_sql
