// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hil/certify/plan.h"
#include "sim/scenario/bench_file.h"
#include "sim/scenario/suite_file.h"

// From a suite file and a bench file to what is put to which tests.
namespace app
{

// One reader of the desk and what is tested there, one after the other: the reader itself, or
// through it each transit card of the desk.
struct CertifySeat {
    sim::DeskReader reader;
    std::vector<hil::Device> devices;
    hil::HandSkills skills;
    std::vector<sim::DeskCard> cards;  // those of this reader; files can be opened
};

hil::Suite suite_of(const sim::SuiteFile& file);

// ScenarioError when the bench has no reader for this, or no card of the suite's kind.
std::vector<CertifySeat> seats_of(const sim::BenchFile& bench, const hil::Suite& suite);

}  // namespace app
