// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/protocol/felica_timing.h"
#include "hil/virtual/pn532_activation.h"

namespace hil
{
namespace
{

using fw::felica::carrier_cycles;

constexpr std::uint8_t reqa = 0x26, wupa = 0x52, select_level1 = 0x93, rats = 0xE0;
constexpr std::uint8_t cascade_tag = 0x88, uid_incomplete = 0x04, smart_card = 0x20;
constexpr std::uint8_t whole_uid = 0x70, no_uid = 0x20;
constexpr std::size_t level_size = 4, level_bits = 40, most_levels = 3;
// The answer comes 1236 cycles after the question; waited for a little longer (assumed).
constexpr fw::Nanos patience = carrier_cycles(2 * 1236);
constexpr fw::Nanos rats_patience = carrier_cycles(71680);  // felica.md 14

using Level = std::array<std::uint8_t, 5>;  // four bytes and their check byte

void set_bit(Level& level, std::size_t bit)
{
    level[bit / 8] |= static_cast<std::uint8_t>(1u << bit % 8);
}

void merge(Level& level, std::size_t known, const model::AirFrame& answer, std::size_t count)
{
    for (std::size_t bit = 0; bit < count && known + bit < level_bits; ++bit)
        if ((answer.bytes[bit / 8] >> bit % 8 & 1) != 0) set_bit(level, known + bit);
}

std::vector<Heard> request(Pn532Radio& radio, std::uint8_t code)
{
    return radio.send(unframed(fw::RfSet::type_a, {&code, 1}, 7), patience);
}

// Those who share the first `known` bits of `level` say the rest.
std::vector<Heard> ask_rest(Pn532Radio& radio, std::uint8_t code, const Level& level,
                            std::size_t known)
{
    std::array<std::uint8_t, 7> command{code};
    command[1] = static_cast<std::uint8_t>(no_uid + (known / 8 << 4) + known % 8);
    std::copy(level.begin(), level.end(), command.begin() + 2);
    const fw::Bytes bytes = fw::Bytes(command).first(2 + (known + 7) / 8);
    const auto last_bits = static_cast<std::uint8_t>(known % 8);
    return radio.send(unframed(fw::RfSet::type_a, bytes, last_bits), patience);
}

// Where answers differ, the cards with a one go on.
std::optional<Level> resolve(Pn532Radio& radio, std::uint8_t code)
{
    Level level{};
    for (std::size_t known = 0; known < level_bits;) {
        const auto answers = ask_rest(radio, code, level, known);
        if (answers.empty()) return {};
        const Heard& heard = answers.front();
        if (!heard.collision) {
            merge(level, known, heard.frame, level_bits);
            return level;
        }
        merge(level, known, heard.frame, heard.collided_at);
        known += heard.collided_at;
        if (known < level_bits) set_bit(level, known);
        ++known;
    }
    return {};
}

Level level_of(fw::Bytes id, std::size_t level)
{
    Level bytes{};
    std::copy_n(id.begin() + static_cast<std::ptrdiff_t>(level * level_size), level_size,
                bytes.begin());
    for (std::size_t i = 0; i < level_size; ++i) bytes[level_size] ^= bytes[i];
    return bytes;
}

// SAK.
std::optional<std::uint8_t> select(Pn532Radio& radio, std::uint8_t code, const Level& level)
{
    std::array<std::uint8_t, 7> command{code, whole_uid};
    std::copy(level.begin(), level.end(), command.begin() + 2);
    const auto answer = radio.ask(framed(fw::RfSet::type_a, command), patience);
    if (!answer || answer->size != 1) return {};
    return answer->bytes[0];
}

// All levels of the cascade; `id` collects what was selected. SAK of the last.
std::optional<std::uint8_t> walk(Pn532Radio& radio, const TypeAWish& wish,
                                 std::vector<std::uint8_t>& id)
{
    for (std::size_t level = 0; level < most_levels; ++level) {
        const auto code = static_cast<std::uint8_t>(select_level1 + 2 * level);
        std::optional<Level> chosen;
        if (wish.id.empty())
            chosen = resolve(radio, code);
        else if (wish.id.size() >= (level + 1) * level_size)
            chosen = level_of(wish.id, level);
        if (!chosen) return {};
        const auto sak = select(radio, code, *chosen);
        if (!sak) return {};
        id.insert(id.end(), chosen->begin(), chosen->begin() + level_size);
        if ((*sak & uid_incomplete) == 0) return sak;
    }
    return {};
}

// UID without its cascade tags.
std::vector<std::uint8_t> plain_uid(fw::Bytes id)
{
    std::vector<std::uint8_t> uid;
    for (std::size_t at = 0; at < id.size(); at += level_size) {
        const bool tagged = id[at] == cascade_tag && at + level_size < id.size();
        uid.insert(uid.end(), id.begin() + static_cast<std::ptrdiff_t>(at + (tagged ? 1 : 0)),
                   id.begin() + static_cast<std::ptrdiff_t>(at + level_size));
    }
    return uid;
}

// What the ATS agrees, ISO/IEC 14443-4 5.2: TL, T0 and the interface bytes it announces.
void read_ats(fw::Bytes ats, std::uint8_t cid, Activated& card)
{
    const std::uint8_t format = ats.size() > 1 ? ats[1] : std::uint8_t{0x02};
    std::size_t at = 2 + (format >> 4 & 1);
    unsigned fwi = 4;
    if ((format & 0x20) != 0 && at < ats.size()) fwi = ats[at++] >> 4;
    card.waiting = fw::iso_dep::waiting_time(fwi);
    card.terms = {
        .cid = cid, .with_cid = cid != 0, .frame = fw::iso_dep::frame_size(format & 0x0Fu)};
}

bool activate(Pn532Radio& radio, std::uint8_t cid, Activated& card)
{
    const std::array<std::uint8_t, 2> command{
        rats, static_cast<std::uint8_t>(chip_frame_code << 4 | cid)};
    const auto ats = radio.ask(framed(fw::RfSet::type_a, command), rats_patience);
    if (!ats || ats->size == 0 || ats->bytes[0] != ats->size) return false;
    card.iso_dep = true;
    card.data.insert(card.data.end(), ats->view().begin(), ats->view().end());
    read_ats(ats->view(), cid, card);
    return true;
}

}  // namespace

std::optional<Activated> find_type_a(Pn532Radio& radio, const TypeAWish& wish)
{
    auto answers = request(radio, reqa);
    if (answers.empty() && !wish.awake_only) answers = request(radio, wupa);
    if (answers.empty() || answers.front().frame.size != 2) return {};
    const model::AirFrame& atqa = answers.front().frame;

    Activated card{.tech = fw::RfSet::type_a};
    const auto sak = walk(radio, wish, card.id);
    if (!sak) return {};
    const std::vector<std::uint8_t> uid = plain_uid(card.id);
    card.data = {atqa.bytes[1], atqa.bytes[0], *sak, static_cast<std::uint8_t>(uid.size())};
    card.data.insert(card.data.end(), uid.begin(), uid.end());
    const bool wanted = wish.smart_card && (*sak & smart_card) != 0;
    if (wanted && !activate(radio, wish.cid, card)) return {};
    return card;
}

}  // namespace hil
