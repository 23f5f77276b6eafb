// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hil/bridge/hop_times.h"
#include "sim/record/bench_rows.h"

// Where the time of a real reader went, as rows of the result file and as lines for people.
namespace app
{

std::vector<sim::ReaderTimeRow> reader_times(std::uint32_t device, const hil::HopTimes& times,
                                             const hil::LinkTime& link);
std::string times_text(const std::string& name, const std::vector<sim::ReaderTimeRow>& rows);

}  // namespace app
