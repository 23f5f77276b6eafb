// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/recount.h"

// The sums of a file whose run has not ended: counted from its rows and laid into temporary tables
// in memory under the names they will have in the file, where every query finds them first. The
// file itself is never written to.
namespace view
{

class LiveSums
{
public:
    // Counts the rows that have come since the last call.
    void advance(sim::Database& database);
    // The file has its own sums now.
    static void drop(sim::Database& database);

private:
    sim::Recount recount_;
    bool laid_ = false;
};

}  // namespace view
