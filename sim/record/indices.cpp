// SPDX-License-Identifier: Apache-2.0
#include "sim/record/indices.h"

#include "sim/record/database.h"

namespace sim
{

void build_indices(const std::string& result_file)
{
    Database(result_file, Database::Mode::read_write).exec(R"(
PRAGMA synchronous = NORMAL;
BEGIN;
CREATE INDEX IF NOT EXISTS tap_key ON tap (device, sequence);
CREATE INDEX IF NOT EXISTS frame_key ON frame (device, sequence);
CREATE INDEX IF NOT EXISTS posting_key ON posting (device, sequence);
COMMIT;
)");
}

}  // namespace sim
