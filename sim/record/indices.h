// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace sim
{

// Builds the indices of a recorded run that lack: taps, frames and postings by tap key. Takes the
// file's write lock meanwhile; readers are not disturbed.
void build_indices(const std::string& result_file);

}  // namespace sim
