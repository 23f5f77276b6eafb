// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_search.h"

// Finding cards (UM0701 7.3.5 and 7.3.13).
namespace hil
{
namespace
{

// Between two looks of an endless search: a field guard (felica.md 14). It also keeps a search that
// its host forgot from costing anything.
constexpr fw::Nanos search_pause{5'000'000};
constexpr fw::Nanos poll_unit{150'000'000};  // InAutoPoll's period, UM0701 7.3.13

ChipStep tell(ChipState& chip, std::vector<Activated> found)
{
    std::vector<std::uint8_t> out{static_cast<std::uint8_t>(found.size())};
    for (Activated& card : found) {
        const std::vector<std::uint8_t> data = card.data;
        out.push_back(chip.list(std::move(card)));
        out.insert(out.end(), data.begin(), data.end());
    }
    return answered(std::move(out));
}

}  // namespace

ChipStep in_list_passive_target(ChipState& chip, fw::Bytes in)
{
    const auto search = parse_search(chip, in);
    if (!search) return {};
    if (chip.round == 0) chip.release_all();
    const bool for_ever = chip.activation_retries == endless;
    for (int tries = for_ever ? 0 : chip.activation_retries; tries >= 0; --tries) {
        std::vector<Activated> found = look(chip, *search);
        if (!found.empty()) return tell(chip, std::move(found));
    }
    return for_ever ? waiting(search_pause) : tell(chip, {});
}

namespace
{

// The search behind one type of InAutoPoll; `smart` and `plain`: which type A cards it is for.
struct PollType {
    Search search;
    bool smart = true;
    bool plain = true;
};

Search felica_search(fw::RfSet tech)
{
    Search search;
    search.tech = tech;
    search.wish = {0x00, 0xFF, 0xFF, 0x00, 0x00};  // any system, which is not told
    return search;
}

PollType type_a_poll(bool smart, bool plain)
{
    PollType poll{.search = {}, .smart = smart, .plain = plain};
    poll.search.tech = fw::RfSet::type_a;
    poll.search.rats = smart;
    return poll;
}

PollType type_b_poll()
{
    PollType poll;
    poll.search.tech = fw::RfSet::type_b;
    poll.search.wish = {0x00};
    return poll;
}

PollType poll_type(std::uint8_t type)
{
    switch (type) {
        case 0x00:
            return type_a_poll(true, true);
        case 0x10:
            return type_a_poll(false, true);
        case 0x20:
            return type_a_poll(true, false);
        case 0x01:
        case 0x11:
            return {.search = felica_search(fw::RfSet::felica_212)};
        case 0x02:
        case 0x12:
            return {.search = felica_search(fw::RfSet::felica_424)};
        case 0x03:
        case 0x23:
            return type_b_poll();
        default:
            return {};  // Jewel, DEP: none here
    }
}

bool meant(const PollType& poll, const Activated& card)
{
    if (card.tech != fw::RfSet::type_a) return true;
    const bool smart = card.iso_dep || (card.data[2] & 0x20) != 0;
    return smart ? poll.smart : poll.plain;
}

ChipStep tell_poll(ChipState& chip, std::uint8_t type, Activated card)
{
    std::vector<std::uint8_t> out{1, type, static_cast<std::uint8_t>(card.data.size() + 1)};
    const std::vector<std::uint8_t> data = card.data;
    out.push_back(chip.list(std::move(card)));
    out.insert(out.end(), data.begin(), data.end());
    return answered(std::move(out));
}

}  // namespace

// One type a round, each period of its own; the first look is at once.
ChipStep in_auto_poll(ChipState& chip, fw::Bytes in)
{
    constexpr std::size_t most_types = 15;
    constexpr std::uint8_t longest_period = 15;
    if (in.size() < 3 || in.size() - 2 > most_types) return {};
    const std::uint8_t polls = in[0], period = in[1];
    if (polls == 0 || period == 0 || period > longest_period) return {};

    if (chip.round == 0) chip.release_all();
    const fw::Bytes types = in.subspan(2);
    if (polls != endless && chip.round >= polls * types.size()) return tell(chip, {});
    const std::uint8_t type = types[chip.round % types.size()];
    const PollType poll = poll_type(type);
    for (Activated& card : look(chip, poll.search)) {
        if (meant(poll, card)) return tell_poll(chip, type, std::move(card));
        ListedTarget(chip.radio, std::move(card)).let_go();
    }
    return waiting(poll_unit * period);
}

}  // namespace hil
