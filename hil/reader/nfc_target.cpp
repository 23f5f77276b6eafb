// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/nfc_target.h"

#include <algorithm>

namespace hil
{

namespace
{

constexpr std::uint8_t atqb_mark = 0x50;

void append(Target& target, fw::Bytes bytes)
{
    const std::size_t size = std::min(bytes.size(), target.answer.size() - target.answer_size);
    std::copy_n(bytes.begin(), size, target.answer.begin() + target.answer_size);
    target.answer_size = static_cast<std::uint8_t>(target.answer_size + size);
}

void take_felica(Target& target, const nfc_felica_info& card)
{
    std::copy_n(card.abtId, 8, target.idm.bytes.begin());
    std::copy_n(card.abtPad, 8, target.pmm.bytes.begin());
    if (card.szLen >= 20) target.system_code = fw::get_be16(card.abtSysCode);
}

// libnfc's structures are packed: their lengths are copied, never referred to.
void take_type_a(Target& target, const nfc_iso14443a_info& card)
{
    const std::size_t uid = card.szUidLen, ats = card.szAtsLen;
    append(target, card.abtAtqa);
    append(target, fw::Bytes(&card.btSak, 1));
    append(target, fw::Bytes(card.abtUid).first(std::min(uid, sizeof card.abtUid)));
    append(target, fw::Bytes(card.abtAts).first(std::min(ats, sizeof card.abtAts)));
}

void take_type_b(Target& target, const nfc_iso14443b_info& card)
{
    append(target, fw::Bytes(&atqb_mark, 1));
    append(target, card.abtPupi);
    append(target, card.abtApplicationData);
    append(target, card.abtProtocolInfo);
}

}  // namespace

nfc_modulation modulation_of(fw::RfSet tech)
{
    switch (tech) {
        case fw::RfSet::felica_212:
            return {NMT_FELICA, NBR_212};
        case fw::RfSet::felica_424:
            return {NMT_FELICA, NBR_424};
        case fw::RfSet::type_b:
            return {NMT_ISO14443B, NBR_106};
        case fw::RfSet::type_a:
            break;
    }
    return {NMT_ISO14443A, NBR_106};
}

Target target_of(const nfc_target& found, fw::RfSet tech)
{
    Target target;
    target.tech = tech;
    if (tech == fw::RfSet::type_a)
        take_type_a(target, found.nti.nai);
    else if (tech == fw::RfSet::type_b)
        take_type_b(target, found.nti.nbi);
    else
        take_felica(target, found.nti.nfi);
    return target;
}

}  // namespace hil
