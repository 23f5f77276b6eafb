// SPDX-License-Identifier: Apache-2.0
// What a reader makes of cards that leave and of its own line: a lost card is no lost reader, and a
// lost reader no empty field.
#include <algorithm>

#include "hil/certify/card_talk.h"
#include "hil/certify/tests.h"

namespace hil
{

namespace
{

constexpr fw::Nanos loss_noticed_within{1'000'000'000};  // what is asked of any reader here
constexpr int longest_pull = 10'000;                     // exchanges while a card is pulled away

// How long it took; the test ends when it did not come.
fw::Nanos card_is_back(TestRun& run)
{
    const auto took = run.wait_for_card(run.spec().within);
    if (!took) throw TestEnds{Verdict::fail, "the card is not found again"};
    return *took;
}

}  // namespace

void removal(TestRun& run)
{
    fw::Nanos longest{};
    for (int i = 0; i < run.spec().count; ++i) {
        run.place();
        const std::vector<std::uint8_t> question = harmless_question(run.found().target);
        run.take_away();
        run.require(!ask(run, question).heard(), "a card answered that had been taken away");
        run.require(run.select().status != ReaderStatus::ok,
                    "a card was found that had been taken away");
        run.place();
        longest = std::max(longest, card_is_back(run));
        run.release();
    }
    run.longest("found when back", longest, run.spec().count, run.spec().within);
}

void torn_exchange(TestRun& run)
{
    fw::Nanos longest{};
    for (int i = 0; i < run.spec().count; ++i) {
        run.place();
        const std::vector<std::uint8_t> question = harmless_question(run.found().target);
        const Answer before = ask(run, question);
        run.require(before.heard(), "the card did not answer before it was torn away");
        run.tear();
        int left = longest_pull;
        while (ask(run, question).heard() && --left > 0) run.pause({1'000'000});
        if (left == 0) return run.doubt("the card was never torn away");
        run.place();
        longest = std::max(longest, card_is_back(run));
        run.require(ask(run, question).bytes == before.bytes,
                    "the card answers differently after a tear");
        run.release();
    }
    run.longest("found after a tear", longest, run.spec().count, run.spec().within);
}

void replugging(TestRun& run)
{
    run.place();
    run.found();
    run.unplug();
    const fw::Nanos start = run.now();
    bool noticed = false;
    while (!noticed && run.now() - start < run.spec().within) {
        const ReaderStatus status = run.try_select(run.spec().tech).status;
        noticed = is_bench_failure(status);
        run.require(noticed, "an unplugged reader passed for one with an empty field");
    }
    if (noticed) run.longest("loss noticed", run.now() - start, 1, loss_noticed_within);
    run.plug();
    run.longest("works again", card_is_back(run), 1, run.spec().within);
}

void garbled_line(TestRun& run)
{
    run.place();
    run.found();
    run.garble(true);
    int told = 0;
    for (int i = 0; i < run.spec().count; ++i) {
        const bool failure = is_bench_failure(run.try_select(run.spec().tech).status);
        told += failure;
        run.require(failure, "garbled frames passed for an empty field");
    }
    run.count("garbled selects told as the reader's failure", told, run.spec().count);
    run.garble(false);
    run.longest("works again", card_is_back(run), 1, run.spec().within);
}

}  // namespace hil
