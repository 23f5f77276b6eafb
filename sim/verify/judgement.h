// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "sim/record/tap_key_text.h"
#include "sim/scenario/scenario.h"

// What a run proved. Verdicts are ordered, the worst wins: nothing proven is worse than proven,
// a wrong system is worse than nothing proven, a broken bench is worst.
namespace sim
{

enum class Verdict : std::uint8_t { pass, inconclusive, fail, aborted, error };

const char* text_of(Verdict verdict);

struct ExpectationResult {
    Expectation expectation;
    std::optional<std::int64_t> value;  // unit as the expectation's; none = never evaluated
    Verdict verdict = Verdict::inconclusive;
    std::string broken_by;  // the hop that broke a time budget, or ""
    std::string detail;     // one line: worst taps, or why it was not evaluated
};

// `always` must hold at every occasion; `sometimes` says whether a situation was reached at all,
// which is information and never a failure.
struct PropertyResult {
    enum class Kind : std::uint8_t { always, sometimes };
    enum class State : std::uint8_t { held, violated, reached, not_reached, not_tested };
    std::string name;
    Kind kind = Kind::always;
    State state = State::not_tested;
    std::int64_t checked = 0;
    std::int64_t violations = 0;
};

const char* text_of(PropertyResult::Kind kind);
const char* text_of(PropertyResult::State state);

struct Finding {
    std::string property;
    fw::TapKey tap;  // 0-0: no single tap is to blame
    std::string hop;
    std::int64_t yen = 0;
    std::string text;  // one line, names the tap
};

// Somebody of a kind tried a service (services.md X12).
struct TriedService {
    std::string kind, service;
    bool done = false;
    std::string reason;    // of a dead end
    std::string expected;  // reason the scenario expects; empty: that it comes to its end
};

struct Judgement {
    Verdict verdict = Verdict::inconclusive;
    bool only_latency_failed = false;
    std::string scenario;
    std::string scenario_file;
    std::string seed;
    std::string digest;
    std::string mode = "virtual";     // of time: virtual | replay | paced
    std::string status;               // of the run: complete | aborted | error
    std::string error;                // the bench's own trouble, in one line
    std::vector<std::string> doubts;  // why nothing is proven, e.g. a tape that differs
    // What the city's documents leave open, as this run decided it: "rounding: exact (A.10-1)".
    std::vector<std::string> silences;
    std::vector<TriedService> tried;
    std::int64_t taps = 0;
    std::vector<ExpectationResult> expectations;
    std::vector<PropertyResult> properties;
    std::vector<Finding> findings;

    // 0 passed, 1 correctness, 2 only latency, 3 inconclusive, 70 bench, 130 interrupted.
    int exit_code() const;
    // The bench itself failed, e.g. the recorder ran out of disk.
    void raise_error(const std::string& text);
};

}  // namespace sim
