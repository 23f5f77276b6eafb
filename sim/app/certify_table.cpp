// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/app/certify_report.h"
#include "sim/base/date.h"

namespace app
{

namespace
{

constexpr std::int64_t day_seconds = 86'400;
constexpr int passed = 0, wrong = 1, late = 2, unproven = 3, bench_failed = 70, aborted = 130;

std::string capitals(std::string word)
{
    for (char& c : word) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return word;
}

std::string device_lines(const hil::DeviceReport& report)
{
    std::string out =
        fmt::format("{}  {}\n", report.device.name, capitals(hil::word_of(report.verdict())));
    for (const hil::TestResult& result : report.results) {
        out += fmt::format("  {:<13} {:<26}", hil::word_of(result.verdict), result.name);
        for (const hil::Measurement& one : result.measurements)
            if (!one.limit.empty())
                out += fmt::format("  {} {} {}", one.name, measured_text(one), one.limit);
        while (out.back() == ' ') out.pop_back();
        out += '\n';
        for (const std::string& reason : result.reasons) out += fmt::format("      {}\n", reason);
    }
    for (const hil::LeftOut& test : report.left_out)
        out += fmt::format("  left out      {:<26}  {}\n", test.name, test.reason);
    return out;
}

}  // namespace

hil::Verdict Certification::verdict() const
{
    hil::Verdict worst = devices.empty() ? hil::Verdict::inconclusive : hil::Verdict::pass;
    for (const hil::DeviceReport& device : devices) worst = hil::worse(worst, device.verdict());
    return worst;
}

// The worst wins in the order of the command line's manual: the bench's failure, an interruption, a
// wrong answer, a time, what is unproven.
int Certification::exit_code() const
{
    using enum hil::Verdict;
    const auto any = [this](auto holds) {
        return std::any_of(devices.begin(), devices.end(), holds);
    };
    const auto failed = [](const hil::TestResult& result, bool only_times) {
        return result.verdict == fail && result.only_times_failed == only_times;
    };
    const auto any_test = [&](auto holds) {
        return any([&](const hil::DeviceReport& device) {
            return std::any_of(device.results.begin(), device.results.end(), holds);
        });
    };
    if (verdict() == error) return bench_failed;
    if (verdict() == hil::Verdict::aborted) return app::aborted;
    if (any_test([&](const auto& result) { return failed(result, false); })) return wrong;
    if (any_test([&](const auto& result) { return failed(result, true); })) return late;
    return verdict() == pass ? passed : unproven;
}

std::string utc_day(std::int64_t seconds)
{
    return sim::to_string(sim::Date{static_cast<std::int32_t>(seconds / day_seconds)});
}

std::string utc_text(std::int64_t seconds)
{
    const auto time = static_cast<std::int32_t>(seconds % day_seconds);
    return utc_day(seconds) + "T" + sim::service_time_text(time) + "Z";
}

std::string expiry_of(const Certification& certification)
{
    return utc_day(certification.ended + certification.suite.valid_days * day_seconds);
}

std::string measured_text(const hil::Measurement& one)
{
    std::string text = fmt::format("{:.4g}{}{}", one.value, one.unit.empty() ? "" : " ", one.unit);
    if (one.low && one.high)
        text += fmt::format(" ({:.4g} to {:.4g})", *one.low, *one.high);
    else if (one.low)
        text += fmt::format(" (at least {:.4g})", *one.low);
    return text;
}

std::string certify_table(const Certification& certification)
{
    std::string out;
    for (const hil::DeviceReport& report : certification.devices) out += device_lines(report);
    return out;
}

}  // namespace app
