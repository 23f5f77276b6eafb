// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

// `tapbench certify`: devices against a suite, and a report that can be checked again.
namespace app
{

struct CertifyWords {
    std::string suite;
    std::string bench;
    std::string out;  // report folder; empty: none is written
    bool plan = false;
    bool json = false;
    std::string verify;  // report folder to check
    std::string root;    // its root as noted elsewhere
};

// Exit codes of the command line: 0, 1, 2, 3, 4, 70, 130; NotHere when a reader is absent.
int certify_command(const CertifyWords& words, std::ostream& out, std::ostream& log);
int certify_verify_command(const CertifyWords& words, std::ostream& out, std::ostream& log);

}  // namespace app
