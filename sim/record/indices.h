// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace sim
{

// Builds the indices of a recorded run that lack: taps and frames by tap key. (Postings of one tap
// are found by a scan in a tenth of a second; an index would cost every run more than that.) Takes
// the file's write lock meanwhile; readers are not disturbed.
void build_indices(const std::string& result_file);

}  // namespace sim
