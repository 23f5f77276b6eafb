// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_commands.h"

#include <algorithm>
#include <array>

#include "models/card/my_number_tlv.h"
#include "sim/base/rng_stream.h"

namespace model
{
namespace
{

constexpr std::size_t longest_data = ApduCard::longest_answer - 2;

using Times = MyNumberTimes;
constexpr std::array<MyNumberCommand, 9> commands{{
    {0x00, 0xA4, select_file, &Times::select},
    {0x00, 0xB0, read_binary, &Times::read},
    {0x00, 0xB2, read_record, &Times::read},
    {0x00, 0x84, get_challenge, &Times::other},
    {0x00, 0x20, verify, &Times::verify},
    {0x00, 0x24, change_reference_data, &Times::verify},
    {0x80, 0x32, change_key, &Times::verify},
    {0x80, 0x2A, compute_signature, &Times::sign},
    {0x00, 0x88, internal_authenticate, &Times::sign},
}};

bool is_aid(const CardApplication& application, fw::Bytes aid)
{
    return std::equal(application.aid.begin(), application.aid.end(), aid.begin(), aid.end());
}

StatusWord select_application(CardAtWork& at, fw::Bytes aid)
{
    if (aid.empty() || aid.size() > 16) return sw::wrong_length;
    for (const CardApplication& application : at.profile.applications) {
        if (!is_aid(application, aid)) continue;
        at.session.application = &application;
        at.session.file = nullptr;
        at.session.verified.clear();
        return sw::ok;
    }
    return sw::not_found;
}

StatusWord select_below(CardAtWork& at, fw::Bytes id)
{
    if (id.size() != 2) return sw::wrong_length;
    const CardFile* found = at.session.application->find(fw::get_be16(id.data()));
    if (!found) return sw::not_found;
    at.session.file = found;
    return sw::ok;
}

// The master file is none (measured, my-number-card.md 5 and the source it names): it can be
// "selected" while an application is, and then nothing changes.
StatusWord select_master(const CardAtWork& at, const Apdu& apdu)
{
    if (!apdu.data.empty()) return sw::not_found;
    const bool fresh = at.session.application == &at.profile.applications.front();
    return fresh ? sw::wrong_parameters : sw::ok;
}

// At most what was asked for and fits.
void give(fw::Bytes content, const Apdu& apdu, Octets& answer)
{
    append(answer, content.first(std::min({content.size(), apdu.le, longest_data})));
}

}  // namespace

StatusWord CardAtWork::pick(unsigned short_id)
{
    if (short_id == 0) return session.file ? sw::ok : sw::no_file;
    const CardFile* found = session.application->find(static_cast<FileId>(short_id));
    if (!found) return sw::not_found;
    session.file = found;
    return sw::ok;
}

bool CardAtWork::has_verified(FileId secret) const
{
    return std::find(session.verified.begin(), session.verified.end(), secret) !=
           session.verified.end();
}

bool CardAtWork::is_open() const
{
    const std::vector<FileId>& openers = session.file->opened_by;
    return openers.empty() || std::any_of(openers.begin(), openers.end(),
                                          [this](FileId secret) { return has_verified(secret); });
}

StatusWord find_command(const Apdu& apdu, const MyNumberCommand*& found)
{
    const std::uint8_t cla = apdu.cla & 0x80;
    if ((apdu.cla & 0x7F) != 0) return (apdu.cla & 0x7C) == 0 ? sw::no_channel : sw::wrong_cla;
    bool other_class = false;
    for (const MyNumberCommand& command : commands) {
        if (command.ins != apdu.ins) continue;
        if (command.cla == cla) {
            found = &command;
            return sw::ok;
        }
        other_class = true;
    }
    return other_class ? sw::wrong_cla : sw::wrong_ins;
}

StatusWord select_file(CardAtWork& at, const Apdu& apdu, Octets& answer)
{
    if (apdu.p2 != 0x00 && apdu.p2 != 0x0C) return sw::wrong_parameters;
    StatusWord status = sw::wrong_parameters;
    if (apdu.p1 == 0x00) status = select_master(at, apdu);
    if (apdu.p1 == 0x02) status = select_below(at, apdu.data);
    if (apdu.p1 == 0x04) status = select_application(at, apdu.data);
    if (status == sw::ok && apdu.p2 == 0x00 && at.profile.quirks.select_gives_fci)
        append(answer, tlv(0x6F, {}));
    return status;
}

// P1 bit 8: five bits of a short file identifier, and P2 alone is the offset.
StatusWord read_binary(CardAtWork& at, const Apdu& apdu, Octets& answer)
{
    const bool by_short_id = (apdu.p1 & 0x80) != 0;
    if (by_short_id && (apdu.p1 & 0x60) != 0) return sw::wrong_parameters;
    if (!apdu.data.empty() || apdu.le == 0) return sw::wrong_length;
    const StatusWord picked = at.pick(by_short_id ? apdu.p1 & 0x1Fu : 0u);
    if (picked != sw::ok) return picked;
    if (at.session.file->kind != FileKind::transparent) return sw::wrong_kind;
    if (!at.is_open()) return sw::not_satisfied;
    const std::size_t offset = by_short_id ? apdu.p2 : apdu.p1 << 8 | apdu.p2;
    const fw::Bytes content = at.session.file->content;
    if (offset >= content.size()) return sw::past_end;
    give(content.subspan(offset), apdu, answer);
    return sw::ok;
}

// P2: five bits of a short file identifier, then 100 for the record of number P1.
StatusWord read_record(CardAtWork& at, const Apdu& apdu, Octets& answer)
{
    if ((apdu.p2 & 7) != 4) return sw::wrong_parameters;
    if (!apdu.data.empty() || apdu.le == 0) return sw::wrong_length;
    const StatusWord picked = at.pick(apdu.p2 >> 3);
    if (picked != sw::ok) return picked;
    if (at.session.file->kind != FileKind::record) return sw::wrong_kind;
    if (!at.is_open()) return sw::not_satisfied;
    if (apdu.p1 != 1) return sw::no_record;
    give(at.session.file->content, apdu, answer);
    return sw::ok;
}

StatusWord get_challenge(CardAtWork& at, const Apdu& apdu, Octets& answer)
{
    if (apdu.p1 != 0 || apdu.p2 != 0) return sw::wrong_parameters;
    if (apdu.extended) return sw::conditions;
    if (!apdu.data.empty() || apdu.le == 0) return sw::wrong_length;
    const sim::RngStream draw(at.profile.challenge_seed, "my number card challenge");
    const std::uint64_t number = at.challenges++;
    for (std::size_t i = 0; i < apdu.le; ++i)
        answer.push_back(static_cast<std::uint8_t>(draw.bits(number, i)));
    return sw::ok;
}

}  // namespace model
