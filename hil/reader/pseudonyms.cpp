// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/pseudonyms.h"

#include <algorithm>

#include "firmware/protocol/felica.h"

namespace hil
{

namespace
{

constexpr std::size_t idm_at = 2;  // after length and code
constexpr std::size_t idm_size = 8;

fw::Idm without_system(fw::Idm idm)
{
    idm.bytes[0] &= 0x0F;
    return idm;
}

bool is_at(const fw::Idm& idm, const std::uint8_t* bytes)
{
    return (bytes[0] & 0x0F) == idm.bytes[0] &&
           std::equal(idm.bytes.begin() + 1, idm.bytes.end(), bytes + 1);
}

// Keeps the number of the system that stands there.
void put(const fw::Idm& idm, std::uint8_t* bytes)
{
    bytes[0] = static_cast<std::uint8_t>((bytes[0] & 0xF0) | idm.bytes[0]);
    std::copy(idm.bytes.begin() + 1, idm.bytes.end(), bytes + 1);
}

// The changeless number inside a type A or B answer to the selection.
fw::MutBytes number_in(Target& target)
{
    const fw::MutBytes answer = fw::MutBytes(target.answer).first(target.answer_size);
    if (target.tech == fw::RfSet::type_b)
        return answer.subspan(std::min<std::size_t>(1, answer.size()));
    constexpr std::size_t sizes[] = {4, 7, 10, 10};  // bits 7 and 6 of the second ATQA byte
    constexpr std::size_t uid_at = 3;
    if (answer.size() <= uid_at) return {};
    return answer.subspan(uid_at, std::min(sizes[answer[1] >> 6], answer.size() - uid_at));
}

}  // namespace

Selection Pseudonyms::select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout)
{
    Selection selection = reader_.select(tech, system_code, timeout);
    felica_ = tech == fw::RfSet::felica_212 || tech == fw::RfSet::felica_424;
    if (selection.status != ReaderStatus::ok) return selection;
    if (felica_)
        rename(selection);
    else
        mask_answer_of(selection.target);
    return selection;
}

// A card that leaves before it is known to be ours or not was not there.
void Pseudonyms::rename(Selection& selection)
{
    fw::Idm& idm = selection.target.idm;
    if (!known(idm)) {
        const OwnName own = own_name_(reader_, selection.target);
        selection.time.total += own.time.total;
        selection.time.device += own.time.device;
        if (own.status != ReaderStatus::ok) {
            selection.target = {};
            selection.status = is_bench_failure(own.status) ? own.status : ReaderStatus::no_card;
            return;
        }
        if (own.name) remember({without_system(idm), without_system(*own.name)});
    }
    put(pseudonym_of(idm), idm.bytes.data());
}

Exchange Pseudonyms::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout)
{
    if (!felica_ || command.size() > longest_command)
        return reader_.exchange(command, answer, timeout);
    std::array<std::uint8_t, longest_command> outward;
    std::copy(command.begin(), command.end(), outward.begin());
    const fw::MutBytes sent = fw::MutBytes(outward).first(command.size());
    restore(sent);
    const Exchange exchange = reader_.exchange(sent, answer, timeout);
    if (exchange.status == ReaderStatus::ok) mask(answer.first(exchange.size));
    return exchange;
}

void Pseudonyms::restore(fw::MutBytes command) const
{
    if (command.size() < idm_at + idm_size) return;
    for (const Entry& entry : known_)
        if (is_at(entry.pseudonym, &command[idm_at])) return put(entry.real, &command[idm_at]);
}

// An answer to Polling tells of a card; in all answers every known IDm is replaced, wherever it is.
void Pseudonyms::mask(fw::MutBytes answer)
{
    if (answer.size() < idm_at + idm_size) return;
    fw::Idm idm;
    std::copy_n(&answer[idm_at], idm_size, idm.bytes.begin());
    if (answer[1] == fw::felica::polling + 1) pseudonym_of(idm);
    for (std::size_t at = idm_at; at + idm_size <= answer.size(); ++at)
        for (const Entry& entry : known_)
            if (is_at(entry.real, &answer[at])) put(entry.pseudonym, &answer[at]);
}

void Pseudonyms::mask_answer_of(Target& target) const
{
    fw::MutBytes number = number_in(target);
    if (target.tech == fw::RfSet::type_b)
        number = number.first(std::min<std::size_t>(4, number.size()));
    const Hash hash = keyed_hash(key_, number);
    std::copy_n(hash.begin(), number.size(), number.begin());
}

const Pseudonyms::Entry* Pseudonyms::known(const fw::Idm& real) const
{
    const auto same = [&](const Entry& entry) { return entry.real == without_system(real); };
    const auto found = std::find_if(known_.begin(), known_.end(), same);
    return found == known_.end() ? nullptr : &*found;
}

fw::Idm Pseudonyms::hashed(const fw::Idm& real) const
{
    fw::Idm pseudonym;
    const Hash hash = keyed_hash(key_, real.bytes);
    fw::put_be16(pseudonym.bytes.data(), invented_maker);
    std::copy_n(hash.begin(), 6, pseudonym.bytes.begin() + 2);
    return pseudonym;
}

// Without the number of the system.
fw::Idm Pseudonyms::pseudonym_of(const fw::Idm& card)
{
    const fw::Idm real = without_system(card);
    const Entry* entry = known(real);
    return remember(entry ? *entry : Entry{real, hashed(real)});
}

// The newest comes first, and is the one reached when two bear the same name.
fw::Idm Pseudonyms::remember(const Entry& card)
{
    const Entry entry = card;  // it may lie in the list
    std::erase_if(known_, [&](const Entry& other) { return other.real == entry.real; });
    known_.push_front(entry);
    if (known_.size() > capacity) known_.pop_back();
    return entry.pseudonym;
}

}  // namespace hil
