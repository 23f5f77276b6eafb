// SPDX-License-Identifier: Apache-2.0
#include "sim/app/certify_words.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace app
{

void add_certify(CLI::App& root, CertifyWords& words, std::function<int()>& action)
{
    CLI::App* certify = root.add_subcommand("certify", "devices on the desk against a suite");
    auto* suite = certify->add_option("SUITE", words.suite, "suite file");
    auto* bench = certify->add_option("--bench", words.bench, "readers and cards of the desk");
    certify->add_option("-o,--out", words.out, "folder for the report, new or empty")->needs(suite);
    certify->add_flag("--plan", words.plan, "tell which tests would run, and why others not")
        ->needs(suite);
    certify->add_flag("--json", words.json, "as JSON");
    auto* verify = certify->add_option("--verify", words.verify, "check a report folder again")
                       ->excludes(suite);
    certify->add_option("--root", words.root, "hash that the report's root must have")
        ->needs(verify);
    suite->needs(bench);
    bench->needs(suite);
    certify->callback([&words, &action] {
        if (words.suite.empty() && words.verify.empty())
            throw CLI::RequiredError("SUITE with --bench BENCH, or --verify FOLDER,");
        action = [&words] {
            return words.verify.empty() ? certify_command(words, std::cout, std::cerr)
                                        : certify_verify_command(words, std::cout, std::cerr);
        };
    });
}

}  // namespace app
