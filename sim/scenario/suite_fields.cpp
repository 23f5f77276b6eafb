// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/scenario/amounts.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/suite_file.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr std::int32_t most_trials = 100'000;
constexpr std::int32_t longest_validity = 3650;
constexpr fw::Nanos longest_wait{600'000'000'000};
constexpr double million = 1e6;

// The words of `test:`, and which parameters have a meaning for each.
struct TestWord {
    const char* word;
    SuiteSubject subject;
    bool counts, share, times, within;
};
constexpr SuiteSubject reader = SuiteSubject::reader, card = SuiteSubject::transit_card;
constexpr std::array words{
    TestWord{"selects", reader, true, true, true, false},
    TestWord{"exchanges", reader, true, true, true, false},
    TestWord{"empty_field", reader, true, false, true, false},
    TestWord{"size_guard", reader, false, false, false, false},
    TestWord{"removal", reader, true, false, false, true},
    TestWord{"torn_exchange", reader, true, false, false, true},
    TestWord{"replugging", reader, false, false, false, true},
    TestWord{"garbled_line", reader, true, false, false, true},
    TestWord{"polling", card, true, true, false, false},
    TestWord{"system_codes", card, false, false, false, false},
    TestWord{"request_service", card, false, false, false, false},
    TestWord{"presence", card, true, true, false, false},
    TestWord{"open_services", card, false, false, false, false},
    TestWord{"end_of_service", card, false, false, false, false},
    TestWord{"status_flags", card, false, false, false, false},
    TestWord{"silence", card, false, false, false, false},
    TestWord{"retry_safety", card, true, false, false, false},
    TestWord{"response_time", card, true, false, false, false},
    TestWord{"write_refused", card, true, false, false, false},
};

const TestWord& word_of(const std::string& test)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const TestWord& word) { return word.word == test; });
    return found == words.end() ? words.front() : *found;
}

Choice<std::string> test_choice(std::string& test)
{
    Choice<std::string>::Words all;
    for (const TestWord& word : words) all.emplace_back(word.word, word.word);
    return Choice<std::string>(test, all);
}

using Limit = Maybe<fw::Nanos, Duration>;

void limit_fields(Visitor& v, SuiteTest& test)
{
    const TestWord& word = word_of(test.test);
    v.field({"p50", "limit of the median"}, Limit(test.p50));
    v.field({"p95", "limit of the 95th percentile"}, Limit(test.p95));
    v.field({"p99", "limit of the 99th percentile"}, Limit(test.p99));
    for (const char* key : {"p50", "p95", "p99"})
        v.only_if(word.times, key, "is no limit of this test");
}

// `share` of all trials, all of them good, must be enough to show it.
bool can_show(double share, double confidence, std::int32_t trials)
{
    return 1 - std::pow(share, trials) >= confidence;
}

void require_enough(Visitor& v, const SuiteFile& suite, std::size_t i)
{
    const SuiteTest& test = suite.tests[i];
    const double confidence = suite.confidence_ppm / million;
    const std::string place = fmt::format("tests.{}.count", i);
    const auto need = [&](double share, const char* what) {
        v.require(can_show(share, confidence, test.count), place,
                  fmt::format("{} trials cannot show {} with {:g} % confidence: {:.0f} are needed",
                              test.count, what, 100 * confidence,
                              std::ceil(std::log(1 - confidence) / std::log(share))));
    };
    if (word_of(test.test).share) need(test.hit_rate_ppm / million, "this hit rate");
    if (test.p50) need(0.50, "a limit of p50");
    if (test.p95) need(0.95, "a limit of p95");
    if (test.p99) need(0.99, "a limit of p99");
}

}  // namespace

void fields(Visitor& v, SuiteTest& test)
{
    v.field({"test", "which", Need::required}, test_choice(test.test));
    v.field({"tech", "technology of the card"},
            Choice<SuiteTech>(test.tech, {{"felica_212", SuiteTech::felica_212},
                                          {"felica_424", SuiteTech::felica_424},
                                          {"type_b", SuiteTech::type_b},
                                          {"type_a", SuiteTech::type_a}}));
    v.field({"count", "how many times"}, Count(test.count, 1, most_trials));
    v.field({"hit_rate", "share that must be answered, shown with the suite's confidence"},
            Percent(test.hit_rate_ppm));
    limit_fields(v, test);
    v.field({"within", "time to recover"}, Duration(test.within, {1}, longest_wait));
    const TestWord& word = word_of(test.test);
    v.only_if(word.counts, "count", "has no meaning for this test");
    v.only_if(word.share, "hit_rate", "has no meaning for this test");
    v.only_if(word.within, "within", "has no meaning for this test");
    v.require(test.hit_rate_ppm < 1'000'000, "hit_rate",
              "expected below 100 %: no number of trials shows that nothing ever fails");
}

void fields(Visitor& v, SuiteFile& suite)
{
    v.file(suite.file);
    v.field({"suite", "name of the suite", Need::heading}, Text(suite.name));
    v.field({"version", "stands on each report", Need::required}, Text(suite.version));
    v.field({"subject", "what is tested", Need::required},
            Choice<SuiteSubject>(suite.subject, {{"reader", SuiteSubject::reader},
                                                 {"transit_card", SuiteSubject::transit_card}}));
    v.field({"confidence", "of each statement that rests on a sample"},
            Percent(suite.confidence_ppm));
    v.field({"valid_days", "after which a report has expired"},
            Count(suite.valid_days, 1, longest_validity));
    v.field({"limits", "what its report does not say", Need::required},
            List<std::string, Text>(suite.limits, 1));
    v.field({"tests", "in this order", Need::required}, List(suite.tests, 1));
    v.require(suite.confidence_ppm >= 500'000 && suite.confidence_ppm < 1'000'000, "confidence",
              "expected 50 % to less than 100 %");
    for (std::size_t i = 0; i < suite.tests.size(); ++i) {
        v.require(word_of(suite.tests[i].test).subject == suite.subject,
                  fmt::format("tests.{}.test", i), "is no test of this subject");
        require_enough(v, suite, i);
    }
}

SuiteFile load_suite(const std::string& file)
{
    SuiteFile suite;
    Struct<SuiteFile>(suite).read(parse_yaml(file));
    suite.file = file;
    return suite;
}

std::vector<std::string> suite_test_words()
{
    std::vector<std::string> all;
    for (const TestWord& word : words) all.emplace_back(word.word);
    return all;
}

}  // namespace sim
