// SPDX-License-Identifier: Apache-2.0
// What a reader does again and again in a day: finds cards, carries exchanges, finds none.
#include <fmt/format.h>

#include "hil/certify/card_talk.h"
#include "hil/certify/tests.h"

namespace hil
{

void selects(TestRun& run)
{
    run.place();
    int hits = 0, misses = 0;
    std::vector<fw::Nanos> times;
    for (int i = 0; i < run.spec().count; ++i) {
        const Selection selection = run.select();
        hits += selection.status == ReaderStatus::ok;
        misses += selection.status == ReaderStatus::no_card;
        if (selection.status == ReaderStatus::ok) times.push_back(selection.time.total);
        run.release();
    }
    run.share("found", hits, hits + misses, run.spec().hit_rate_ppm);
    run.times("select", std::move(times));
}

void exchanges(TestRun& run)
{
    run.place();
    const std::vector<std::uint8_t> question = harmless_question(run.found().target);
    int answered = 0, silent = 0;
    std::vector<fw::Nanos> times;
    std::optional<std::vector<std::uint8_t>> first;
    for (int i = 0; i < run.spec().count; ++i) {
        const Answer answer = ask(run, question);
        answered += answer.heard();
        silent += answer.status == ReaderStatus::timeout;
        if (!answer.heard()) {
            run.found();
            continue;
        }
        times.push_back(answer.time.total);
        if (!first) first = answer.bytes;
        run.require(answer.bytes == *first, "the same command was answered in two ways");
    }
    run.release();
    run.share("answered", answered, answered + silent, run.spec().hit_rate_ppm);
    run.times("exchange", std::move(times));
}

void empty_field(TestRun& run)
{
    run.take_away();
    int found = 0;
    std::vector<fw::Nanos> times;
    for (int i = 0; i < run.spec().count; ++i) {
        const Selection selection = run.select();
        found += selection.status == ReaderStatus::ok;
        times.push_back(selection.time.total);
    }
    run.count("found in an empty field", found, run.spec().count);
    run.require(found == 0, fmt::format("a card was found {} times where none lay", found));
    run.times("search", std::move(times));
}

void size_guard(TestRun& run)
{
    run.place();
    const std::vector<std::uint8_t> question = harmless_question(run.found().target);
    const Answer before = ask(run, question);
    for (const std::size_t size : {Reader::longest_command + 1, std::size_t{1024}}) {
        const Answer refused = ask(run, std::vector<std::uint8_t>(size, 0));
        run.require(refused.status == ReaderStatus::differs,
                    fmt::format("a command of {} bytes was not refused", size));
    }
    run.found();
    const Answer after = ask(run, question);
    run.require(before.heard() && after.heard() && before.bytes == after.bytes,
                "the card is not the same after a command that is too long");
    run.release();
}

}  // namespace hil
