// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/certify/hand.h"
#include "hil/certify/result.h"

// One test under way: what it may do to the device, and what it finds. A test is one straight line;
// whatever makes going on senseless ends it by throwing TestEnds, which the run catches.
namespace hil
{

struct TestEnds {
    Verdict verdict = Verdict::error;
    std::string reason;
};

// Where a test happens.
struct Bench {
    Reader& reader;
    Hand& hand;
    DeskClock clock;
    std::function<bool()> interrupted;
    double confidence = 0.95;
};

class TestRun
{
public:
    static constexpr fw::Nanos usual_timeout{200'000'000};

    TestRun(const Bench& bench, const TestSpec& spec, const DeskCard* card)
        : bench_(bench), card_(card)
    {
        result_.spec = spec;
        result_.verdict = Verdict::pass;
    }

    const TestSpec& spec() const { return result_.spec; }
    const DeskCard& card() const { return *card_; }  // of tests that use one
    LinkTime link_time() const { return bench_.reader.link_time(); }
    fw::Nanos now() const { return bench_.clock.now(); }

    // Calls on the reader. A reader that is gone or hangs ends the test; a garbled frame is counted
    // as the bench's and the test goes on, to end as an error.
    Selection select(fw::RfSet tech, std::uint16_t system_code = 0xFFFF);
    Selection select() { return select(spec().tech); }
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout = usual_timeout);
    void release();
    // The same without judging the reader, for tests of its loss.
    Selection try_select(fw::RfSet tech, std::uint16_t system_code = 0xFFFF);
    Exchange try_exchange(fw::Bytes command, fw::MutBytes answer);
    std::string problem() const { return bench_.reader.problem(); }

    // The desk. Whatever is not done ends the test: nothing is proven.
    void place();
    void take_away();
    void tear();
    void unplug();
    void plug();
    void garble(bool on);
    void pause(fw::Nanos time) const { bench_.clock.pause(time); }

    // Selects until the card answers; how long that took, none when `within` passed.
    std::optional<fw::Nanos> wait_for_card(fw::Nanos within);
    // The card must answer now: a select, tried for a second.
    Selection found();

    // Findings. False and a reason: the device failed.
    bool require(bool holds, const std::string& otherwise);
    // What was not decided.
    void doubt(const std::string& reason) { note(Verdict::inconclusive, reason); }
    void share(const std::string& name, int hits, int n, int least_ppm);
    // p50, p95 and p99, held to the suite's limits.
    void times(const std::string& name, std::vector<fw::Nanos> times);
    // p95 alone, held to a limit that is not the suite's.
    void times_within(const std::string& name, std::vector<fw::Nanos> times, fw::Nanos limit);
    // The longest of `n` times.
    void longest(const std::string& name, fw::Nanos took, int n, fw::Nanos limit);
    void count(const std::string& name, int value, int n);

    void note(Verdict verdict, const std::string& reason);
    TestResult finish();

private:
    void check(ReaderStatus status);
    void obey(const Hand::Refusal& refusal) const;
    void check_interrupt() const;
    void add_percentile(const std::string& name, const std::vector<fw::Nanos>& sorted, double part,
                        const std::optional<fw::Nanos>& limit);
    void note_time(Verdict verdict, const std::string& reason);

    const Bench& bench_;
    const DeskCard* card_;
    TestResult result_;
    bool wrong_answer_ = false;
};

}  // namespace hil
