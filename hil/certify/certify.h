// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "hil/certify/plan.h"

// One device put to a suite, test by test, with a transcript of each.
namespace hil
{

struct CertifyOptions {
    std::filesystem::path folder;  // of the report; transcripts go to evidence/; empty: none
    std::function<bool()> interrupted;
    std::function<void(const Device&, const TestResult&)> told;  // after each test
    DeskClock clock = steady_clock_of_the_desk();
    fw::Nanos back_within{10'000'000'000};  // a reader that is gone; then no test is begun
};

// A reader that is gone for good is not tried again: what is left of its tests is an error.
// Throws std::runtime_error when a transcript cannot be written.
DeviceReport certify(const Suite& suite, const Device& device, Reader& reader, Hand& hand,
                     const CertifyOptions& options);
// Each test an error for the same reason: a reader that could not be opened at all.
DeviceReport not_opened(const Suite& suite, const Device& device, const HandSkills& skills,
                        const std::string& reason);

}  // namespace hil
