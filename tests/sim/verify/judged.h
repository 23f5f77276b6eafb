// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"

// What tests ask of a judged small run.
namespace sim::test
{

inline Judgement judged(const SmallRun& run)
{
    return judge(run.write("books"), run.scenario);
}

inline const PropertyResult& property(const Judgement& judgement, const std::string& name)
{
    for (const PropertyResult& p : judgement.properties)
        if (p.name == name) return p;
    throw std::logic_error("no property " + name);
}

inline bool reached(const Judgement& judgement, const std::string& name)
{
    return property(judgement, name).state == PropertyResult::State::reached;
}

// The taps that the findings of this property name.
inline std::string blamed(const Judgement& judgement, const std::string& name)
{
    std::string taps;
    for (const Finding& f : judgement.findings)
        if (f.property == name) taps += (taps.empty() ? "" : " ") + text_of(f.tap);
    return taps;
}

inline std::string all_findings(const Judgement& judgement)
{
    std::string text;
    for (const Finding& f : judgement.findings) text += f.property + ": " + f.text + "\n";
    return text;
}

}  // namespace sim::test
