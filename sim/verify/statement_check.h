// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/verify/judgement.h"
#include "sim/verify/posted_books.h"

// Compares each operator's statements, column by column and checkpoint by checkpoint, with what the
// ledger posted for it. A difference is told once, at the first checkpoint that shows it, with the
// transfer of that amount that may have been lost or doubled.
namespace sim
{

void check_statements(const Database& database, const Cuts& cuts, const PostedBooks& posted,
                      std::vector<Finding>& findings);

std::string clock_text(std::int64_t t);  // "07:30:00"

}  // namespace sim
