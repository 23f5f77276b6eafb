// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/firmware/protocol/iso_dep_pair.h"

namespace fw::iso_dep
{
namespace
{

Terms any_terms(std::uint8_t cid, bool with_cid)
{
    return {.cid = cid, .with_cid = with_cid, .frame = frame_size(*rc::gen::inRange(0u, 9u))};
}

// After a loss one exchange of blocks is undisturbed: nothing may go missing or come twice.
RC_GTEST_PROP(AnyIsoDep, BringsEveryMessageThroughOnceThoughBlocksAreLost, (bool with_cid))
{
    const auto cid = static_cast<std::uint8_t>(with_cid ? *rc::gen::inRange(0, 15) : 0);
    Pair pair(any_terms(cid, with_cid), any_terms(cid, with_cid));
    const auto losses = *rc::gen::container<std::vector<bool>>(100, rc::gen::arbitrary<bool>());
    std::size_t at = 0;
    int quiet = 0;
    pair.lost = [&] {
        const bool lost = quiet == 0 && losses[at++ % losses.size()];
        quiet = lost ? 2 : std::max(quiet - 1, 0);
        return lost;
    };

    for (std::uint8_t round = 1; round <= 4; ++round) {
        const Apdu command = message(*rc::gen::inRange<std::size_t>(1, longest_command + 1), round);
        const Apdu answer =
            message(*rc::gen::inRange<std::size_t>(2, longest_answer + 1), round + 100);
        pair.answer_to = [&](const Apdu&) { return answer; };
        pair.waits_wanted = *rc::gen::inRange(0, 3);
        RC_ASSERT(pair.asked(command) == answer);
        RC_ASSERT(pair.commands.size() == round);
        RC_ASSERT(pair.commands.back() == command);
    }
}

// Whatever is lost, an answer that comes is the right one, and no command is done twice.
RC_GTEST_PROP(AnyIsoDep, NeverBringsAWrongAnswerHoweverMuchIsLost, (std::uint8_t cid))
{
    Pair pair({.cid = static_cast<std::uint8_t>(cid % 15), .frame = 32},
              {.cid = static_cast<std::uint8_t>(cid % 15), .frame = 32});
    pair.answer_to = [](const Apdu& command) { return message(120, command[0]); };
    const int ppm = *rc::gen::inRange(100, 700);
    pair.lost = [ppm] { return *rc::gen::inRange(0, 1000) < ppm; };
    const Apdu command = message(60, 5);
    const Apdu answer = pair.asked(command);
    RC_ASSERT(pair.commands.size() <= 1u);
    const bool right =
        pair.status == ReaderSide::Status::ok ? answer == message(120, 5) : answer.empty();
    RC_ASSERT(right);
}

RC_GTEST_PROP(AnyIsoDep, SurvivesBlocksOfNoise, (const std::vector<Apdu>& blocks))
{
    Pair pair;
    pair.answer_to = [](const Apdu&) { return message(258); };
    for (const Apdu& block : blocks) {
        const Apdu reply =
            pair.at_the_card(Bytes(block).first(std::min(block.size(), longest_block)));
        RC_ASSERT(reply.size() <= longest_block);
    }
}

// The card says anything at all, also more than fits.
struct Noise final : BlockLink {
    std::size_t exchange(Bytes, MutBytes answer, unsigned) override
    {
        const auto block = *rc::gen::arbitrary<Apdu>();
        const std::size_t size = std::min(block.size(), answer.size());
        std::copy_n(block.begin(), size, answer.begin());
        return block.size();
    }
};

RC_GTEST_PROP(AnyIsoDep, ReaderEndsWhateverTheCardSays, (const Apdu& command))
{
    Noise noise;
    ReaderSide reader(noise);
    reader.open({.frame = 16});
    Apdu answer(longest_answer);
    RC_ASSERT(reader.transceive(command, answer).size <= answer.size());
}

}  // namespace
}  // namespace fw::iso_dep
