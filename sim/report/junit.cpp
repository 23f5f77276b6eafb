// SPDX-License-Identifier: Apache-2.0
#include "sim/report/junit.h"

#include <fmt/format.h>

#include "sim/report/amounts_text.h"

namespace sim
{

namespace
{

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
        }
    }
    return out;
}

struct Cases {
    std::string xml;
    int tests = 0, failures = 0, errors = 0, skipped = 0;

    void add(const std::string& group, const std::string& name, const std::string& inside)
    {
        ++tests;
        xml += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", escaped(group),
                           escaped(name));
        xml += inside.empty() ? "/>\n" : fmt::format(">\n      {}\n    </testcase>\n", inside);
    }
    void fail(const std::string& group, const std::string& name, const std::string& message,
              const std::string& text)
    {
        ++failures;
        add(group, name,
            fmt::format("<failure message=\"{}\">{}</failure>", escaped(message), escaped(text)));
    }
    void skip(const std::string& group, const std::string& name, const std::string& message)
    {
        ++skipped;
        add(group, name, fmt::format("<skipped message=\"{}\"/>", escaped(message)));
    }
};

void add_expectation(Cases& cases, const std::string& suite, const ExpectationResult& e)
{
    const std::string group = suite + ".expect";
    const std::string name = name_of(e.expectation) + " " + limit_text(e.expectation);
    if (e.verdict == Verdict::pass) return cases.add(group, name, "");
    if (!e.value) return cases.skip(group, name, e.detail);
    std::string message = amount_text(*e.value, e.expectation.unit);
    if (!e.broken_by.empty()) message += ", broken by " + e.broken_by;
    cases.fail(group, name, message, fmt::format("line {}: {}", e.expectation.line, e.detail));
}

void add_property(Cases& cases, const Judgement& judgement, const PropertyResult& p)
{
    const std::string group = judgement.scenario + "." + text_of(p.kind);
    if (p.state == PropertyResult::State::not_reached ||
        p.state == PropertyResult::State::not_tested)
        return cases.skip(group, p.name, text_of(p.state));
    if (p.state != PropertyResult::State::violated) return cases.add(group, p.name, "");
    std::string text;
    for (const Finding& f : judgement.findings)
        if (f.property == p.name) text += f.text + "\n";
    cases.fail(group, p.name, fmt::format("{} violations", p.violations), text);
}

}  // namespace

std::string junit_xml(const Judgement& judgement)
{
    Cases cases;
    for (const ExpectationResult& e : judgement.expectations)
        add_expectation(cases, judgement.scenario, e);
    for (const PropertyResult& p : judgement.properties) add_property(cases, judgement, p);
    if (judgement.verdict >= Verdict::aborted) {
        ++cases.errors;
        const std::string why =
            judgement.error.empty() ? std::string("the run was interrupted") : judgement.error;
        cases.add(judgement.scenario + ".run", "ran to completion",
                  fmt::format("<error message=\"{}\"/>", escaped(why)));
    } else {
        cases.add(judgement.scenario + ".run", "ran to completion", "");
    }
    const auto property = [](const char* name, const std::string& value) {
        return fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", name, escaped(value));
    };
    const std::string counts =
        fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", cases.tests,
                    cases.failures, cases.errors, cases.skipped);
    return fmt::format(
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {}>\n"
               "  <testsuite name=\"{}\" {}>\n    <properties>\n",
               counts, escaped(judgement.scenario), counts) +
           property("seed", judgement.seed) + property("digest", judgement.digest) +
           property("scenario_file", judgement.scenario_file) +
           property("verdict", text_of(judgement.verdict)) + "    </properties>\n" + cases.xml +
           "  </testsuite>\n</testsuites>\n";
}

}  // namespace sim
