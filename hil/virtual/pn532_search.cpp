// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_search.h"

namespace hil
{
namespace
{

constexpr std::uint8_t request_a = 0x26;

bool understood(const Search& search, std::uint8_t type)
{
    const std::size_t size = search.wish.size();
    switch (type) {
        case 0x00:  // a UID with its cascade tags, or none
            return size == 0 || size == 4 || size == 8 || size == 12;
        case 0x01:
        case 0x02:  // Polling without its length
            return size == 5 && search.wish[0] == 0x00;
        case 0x03:  // AFI, and how to poll
            return size == 1 || size == 2;
        default:
            return size == 0 && search.most == 1;
    }
}

// A smart card that was activated stays deaf to further requests; a plain one is halted for that.
std::vector<Activated> look_for_type_a(ChipState& chip, const Search& search)
{
    std::vector<Activated> found;
    TypeAWish wish{.smart_card = search.rats, .id = search.wish};
    while (found.size() < search.most) {
        wish.cid = static_cast<std::uint8_t>(found.size());
        auto card = find_type_a(chip.radio, wish);
        if (!card) break;
        wish.awake_only = !card->iso_dep;
        found.push_back(std::move(*card));
        if (!search.wish.empty()) break;
        const bool more = found.size() < search.most;
        if (!more || found.back().iso_dep) continue;
        ListedTarget(chip.radio, found.back()).let_go();
        found.back().asleep = true;
    }
    if (found.empty()) chip.registers.fill_fifo({&request_a, 1});  // hosts look for it
    if (found.size() == 1 && found.front().asleep) {               // there was no other
        wish = {.smart_card = search.rats, .id = found.front().id};
        const auto again = find_type_a(chip.radio, wish);
        found.clear();
        if (again) found.push_back(*again);
    }
    return found;
}

std::vector<Activated> look_for_type_b(ChipState& chip, const Search& search)
{
    std::vector<Activated> found;
    while (found.size() < search.most) {
        const auto cid = static_cast<std::uint8_t>(found.size() + 1);
        auto card = find_type_b(chip.radio, search.wish[0], cid);
        if (!card) break;
        found.push_back(std::move(*card));
    }
    return found;
}

}  // namespace

std::optional<Search> parse_search(const ChipState& chip, fw::Bytes in)
{
    constexpr std::array<std::optional<fw::RfSet>, 5> types{
        fw::RfSet::type_a, fw::RfSet::felica_212, fw::RfSet::felica_424, fw::RfSet::type_b, {}};
    if (in.size() < 2 || in[0] < 1 || in[0] > most_targets || in[1] >= types.size()) return {};
    Search search{.tech = types[in[1]],
                  .most = in[0],
                  .rats = (chip.parameters & auto_rats) != 0,
                  .wish = {in.begin() + 2, in.end()}};
    if (!understood(search, in[1])) return {};
    return search;
}

std::vector<Activated> look(ChipState& chip, const Search& search)
{
    if (!search.tech) return {};
    chip.tune(*search.tech);
    if (*search.tech == fw::RfSet::type_a) return look_for_type_a(chip, search);
    if (*search.tech == fw::RfSet::type_b) return look_for_type_b(chip, search);
    return find_felica(chip.radio, *search.tech, fw::Bytes(search.wish).subspan(1), search.most);
}

}  // namespace hil
