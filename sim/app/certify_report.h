// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hil/certify/result.h"

// A certification for people and programs: a table, JSON, and a page.
namespace app
{

struct Certification {
    hil::Suite suite;
    std::string suite_digest;  // of the file
    std::string bench_name, bench_digest;
    std::string build;
    std::int64_t began = 0, ended = 0;  // seconds since 1970, UTC
    std::string repeat;                 // the command
    std::vector<hil::DeviceReport> devices;

    hil::Verdict verdict() const;
    int exit_code() const;
};

// "2026-04-01T07:30:00Z", "2026-04-01".
std::string utc_text(std::int64_t seconds);
std::string utc_day(std::int64_t seconds);
// The day on which it has expired.
std::string expiry_of(const Certification& certification);

std::string certify_table(const Certification& certification);
std::string certify_json(const Certification& certification);
std::string certify_page(const Certification& certification);

// "12.3 ms (11.9 to 13.0)".
std::string measured_text(const hil::Measurement& measurement);

}  // namespace app
