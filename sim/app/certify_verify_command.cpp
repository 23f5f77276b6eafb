// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <nlohmann/json.hpp>

#include "hil/certify/manifest.h"
#include "sim/app/certify_command.h"

namespace app
{

int certify_verify_command(const CertifyWords& words, std::ostream& out, std::ostream& log)
{
    constexpr int whole = 0, changed = 1, no_report = 4;
    const hil::SealCheck check = hil::check_seal(words.verify, words.root);
    if (words.json)
        out << nlohmann::json{{"whole", check.outcome == hil::SealCheck::Outcome::whole},
                              {"files", check.files},
                              {"root", check.root},
                              {"problems", check.problems}}
                   .dump(1)
            << '\n';
    for (const std::string& problem : check.problems) fmt::print(log, "{}\n", problem);
    if (check.outcome == hil::SealCheck::Outcome::no_report) return no_report;
    if (check.outcome == hil::SealCheck::Outcome::changed) return changed;
    if (!words.json)
        fmt::print(out, "{}: {} files, all as sealed{}\nroot {}\n", words.verify, check.files,
                   words.root.empty() ? "; compare the root with the one that was noted" : "",
                   check.root);
    return whole;
}

}  // namespace app
