// SPDX-License-Identifier: Apache-2.0
#pragma once

// The text of sim/record/schema.sql, embedded by the build.
namespace sim
{

extern const char* const schema_text;

}  // namespace sim
