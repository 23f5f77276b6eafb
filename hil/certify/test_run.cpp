// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/test_run.h"

#include <algorithm>
#include <thread>

#include "hil/reader/steady.h"

namespace hil
{

namespace
{

constexpr std::size_t reasons_told = 6;
constexpr fw::Nanos between_looks{20'000'000};
constexpr fw::Nanos card_found_within{2'000'000'000};

const char* failure_of(ReaderStatus status)
{
    switch (status) {
        case ReaderStatus::garbled:
            return "a frame between host and reader was garbled beyond the retries";
        case ReaderStatus::lost:
            return "the reader is gone";
        default:
            return "the reader did not answer in time";
    }
}

}  // namespace

DeskClock steady_clock_of_the_desk()
{
    return {steady_now, [](fw::Nanos time) {
                std::this_thread::sleep_for(std::chrono::nanoseconds(time.count));
            }};
}

void TestRun::check_interrupt() const
{
    if (bench_.interrupted && bench_.interrupted())
        throw TestEnds{Verdict::aborted, "ended by a person"};
}

void TestRun::check(ReaderStatus status)
{
    if (!is_bench_failure(status)) return;
    ++result_.bench_errors;
    const std::string problem = bench_.reader.problem();
    const std::string reason = failure_of(status) + (problem.empty() ? "" : " (" + problem + ")");
    if (status != ReaderStatus::garbled) throw TestEnds{Verdict::error, reason};
    note(Verdict::error, reason);
}

Selection TestRun::try_select(fw::RfSet tech, std::uint16_t system_code)
{
    check_interrupt();
    return bench_.reader.select(tech, system_code, usual_timeout);
}

Selection TestRun::select(fw::RfSet tech, std::uint16_t system_code)
{
    const Selection selection = try_select(tech, system_code);
    check(selection.status);
    return selection;
}

Exchange TestRun::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout)
{
    check_interrupt();
    const Exchange exchange = bench_.reader.exchange(command, answer, timeout);
    check(exchange.status);
    return exchange;
}

Exchange TestRun::try_exchange(fw::Bytes command, fw::MutBytes answer)
{
    check_interrupt();
    return bench_.reader.exchange(command, answer, usual_timeout);
}

void TestRun::release()
{
    bench_.reader.release();
}

void TestRun::obey(const Hand::Refusal& refusal) const
{
    check_interrupt();
    if (refusal) throw TestEnds{Verdict::inconclusive, *refusal};
}

void TestRun::place()
{
    if (card_ == nullptr) throw TestEnds{Verdict::inconclusive, "no card to place"};
    obey(bench_.hand.place(*card_, spec().tech));
}
void TestRun::take_away()
{
    obey(bench_.hand.take_away());
}
void TestRun::tear()
{
    obey(bench_.hand.tear());
}
void TestRun::unplug()
{
    obey(bench_.hand.unplug());
}
void TestRun::plug()
{
    obey(bench_.hand.plug());
}
void TestRun::garble(bool on)
{
    obey(bench_.hand.garble(on));
}

std::optional<fw::Nanos> TestRun::wait_for_card(fw::Nanos within)
{
    const fw::Nanos start = now();
    do {
        if (try_select(spec().tech).status == ReaderStatus::ok) return now() - start;
        pause(between_looks);
    } while (now() - start < within);
    return std::nullopt;
}

Selection TestRun::found()
{
    const fw::Nanos start = now();
    Selection selection = select();
    while (selection.status != ReaderStatus::ok && now() - start < card_found_within)
        selection = select();
    if (selection.status != ReaderStatus::ok)
        throw TestEnds{Verdict::fail, "the card on the reader is not found"};
    return selection;
}

void TestRun::note(Verdict verdict, const std::string& reason)
{
    result_.verdict = worse(result_.verdict, verdict);
    if (verdict == Verdict::fail) wrong_answer_ = true;
    auto& reasons = result_.reasons;
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
        reasons.push_back(reason);
}

void TestRun::note_time(Verdict verdict, const std::string& reason)
{
    const bool before = wrong_answer_;
    note(verdict, reason);
    wrong_answer_ = before;
}

bool TestRun::require(bool holds, const std::string& otherwise)
{
    if (!holds) note(Verdict::fail, otherwise);
    return holds;
}

TestResult TestRun::finish()
{
    result_.only_times_failed = result_.verdict == Verdict::fail && !wrong_answer_;
    auto& reasons = result_.reasons;
    if (reasons.size() > reasons_told) {
        const std::size_t more = reasons.size() - reasons_told;
        reasons.resize(reasons_told);
        reasons.push_back("and " + std::to_string(more) + " more");
    }
    return std::move(result_);
}

}  // namespace hil
