// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "hil/certify/tests.h"
#include "sim/app/certify_report.h"
#include "sim/report/html.h"

namespace app
{

namespace
{

using namespace sim;

Tone tone_of(hil::Verdict verdict)
{
    switch (verdict) {
        case hil::Verdict::pass:
            return Tone::good;
        case hil::Verdict::inconclusive:
            return Tone::unknown;
        default:
            return Tone::bad;
    }
}

HtmlCell verdict_cell(hil::Verdict verdict)
{
    return chip_cell(tone_of(verdict), hil::word_of(verdict));
}

const char* class_of(hil::Verdict verdict)
{
    const Tone tone = tone_of(verdict);
    return tone == Tone::good ? "good" : tone == Tone::unknown ? "unknown" : "bad";
}

const char* in_words(hil::Verdict verdict)
{
    switch (verdict) {
        case hil::Verdict::pass:
            return "Every selected test was passed.";
        case hil::Verdict::inconclusive:
            return "Nothing failed, and something was not shown.";
        case hil::Verdict::fail:
            return "A device did not do what it declares.";
        case hil::Verdict::aborted:
            return "A person ended it; what is below covers its first part.";
        default:
            return "The bench failed; nothing is said against the device.";
    }
}

std::string fact(const char* name, const std::string& value)
{
    return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", name, html_escaped(value));
}

std::string head(const Certification& it)
{
    std::string out = fmt::format(
        "<header class=\"{}\">\n<h1>{}</h1>\n<p>{} &#8195;{}</p>\n<dl class=\"facts\">",
        class_of(it.verdict()),
        html_escaped(fmt::format("Certification: suite {} {}", it.suite.name, it.suite.version)),
        chip(tone_of(it.verdict()), hil::word_of(it.verdict())), in_words(it.verdict()));
    out += fact("expires", expiry_of(it)) + fact("began", utc_text(it.began)) +
           fact("ended", utc_text(it.ended)) + fact("bench", it.bench_name) +
           fact("build", it.build) +
           fact("confidence of a bound", fmt::format("{:g} %", 100 * it.suite.confidence)) +
           fact("suite file", it.suite_digest.substr(0, 16)) +
           fact("bench file", it.bench_digest.substr(0, 16));
    return out + "</dl>\n<p class=\"note\">The same again:</p>\n<pre>" + html_escaped(it.repeat) +
           "</pre>\n</header>\n";
}

std::string list_of(hil::CapabilitySet claims)
{
    std::string all;
    for (const hil::Capability one : hil::all_of(claims))
        all += (all.empty() ? "" : ", ") + std::string(hil::word_of(one));
    return all.empty() ? "nothing" : all;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string all;
    for (const std::string& line : lines) all += (all.empty() ? "" : "; ") + line;
    return all;
}

// What went wrong, or what passing it shows.
std::string seen_in(const hil::TestResult& result)
{
    const hil::TestRow* row = hil::find_test(result.spec.test);
    return result.verdict == hil::Verdict::pass && row != nullptr ? row->shows
                                                                  : joined(result.reasons);
}

std::string tests_table(const hil::DeviceReport& report)
{
    HtmlTable table({"verdict", "test", "what was seen", "evidence"});
    for (const hil::TestResult& result : report.results)
        table.row(
            {verdict_cell(result.verdict), whole_cell(result.name), text_cell(seen_in(result)),
             result.evidence.empty() ? text_cell("")
                                     : html_cell(fmt::format("<a href=\"{0}\">{0}</a>",
                                                             html_escaped(result.evidence)))});
    return table.html();
}

std::string measures_table(const hil::DeviceReport& report)
{
    HtmlTable table({"test", "measure", "n", "value", "bounds", "limit", ""});
    for (const hil::TestResult& result : report.results)
        for (const hil::Measurement& one : result.measurements) {
            hil::Measurement bare = one;
            bare.low = bare.high = std::nullopt;
            const auto edge = [](const std::optional<double>& value) {
                return value ? fmt::format("{:.4g}", *value) : std::string("?");
            };
            table.row({whole_cell(result.name), whole_cell(one.name), number_cell(one.n),
                       number_cell(measured_text(bare)),
                       number_cell(one.low || one.high ? edge(one.low) + " to " + edge(one.high)
                                                       : std::string()),
                       whole_cell(one.limit),
                       one.limit.empty() ? text_cell("") : verdict_cell(one.verdict)});
        }
    return table.empty() ? "" : html_heading("Measured") + table.html();
}

std::string left_out_table(const hil::DeviceReport& report)
{
    HtmlTable table({"test", "left out because"});
    for (const hil::LeftOut& test : report.left_out)
        table.row({whole_cell(test.name), text_cell(test.reason)});
    return table.empty() ? "" : html_heading("Left out") + table.html();
}

std::string device_section(const hil::DeviceReport& report)
{
    const hil::Device& device = report.device;
    std::string body = "<p>" + chip(tone_of(report.verdict()), hil::word_of(report.verdict())) +
                       "</p>\n<dl class=\"facts\">";
    if (!device.product.empty()) body += fact("product", device.product);
    if (!device.serial.empty()) body += fact("serial number", device.serial);
    body += fact("declares", list_of(device.claims));
    if (report.link.samples > 0)
        body += fact(
            "reader's own round trip",
            fmt::format("{:.3g} ms ({:.3g} to {:.3g}, n {})",
                        static_cast<double>(report.link.median.count) / 1e6,
                        static_cast<double>(report.link.low.count) / 1e6,
                        static_cast<double>(report.link.high.count) / 1e6, report.link.samples));
    body += "</dl>\n" + tests_table(report) + measures_table(report) + left_out_table(report);
    return html_section(device.name, body);
}

std::string limits_section(const Certification& it)
{
    std::string body = "<ul>\n";
    for (const std::string& limit : it.suite.limits)
        body += "<li>" + html_escaped(limit) + "</li>\n";
    return html_section("What this does not say", body + "</ul>\n");
}

}  // namespace

std::string certify_page(const Certification& it)
{
    std::string body = head(it);
    for (const hil::DeviceReport& report : it.devices) body += device_section(report);
    body += limits_section(it);
    body += html_section(
        "How to check it",
        html_note("Every file of this folder is named with its SHA-256 in manifest.sha256, whose "
                  "own hash stands in root.sha256 and was shown when the report was made. "
                  "tapbench certify --verify FOLDER checks all of it without a network; "
                  "--root HASH holds it to a root that was noted elsewhere."));
    return html_page("Certification " + it.suite.name, body);
}

}  // namespace app
