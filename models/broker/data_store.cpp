// SPDX-License-Identifier: Apache-2.0
#include "models/broker/data_store.h"

#include <algorithm>

#include "models/broker/refusal.h"
#include "models/service/ask_again.h"
#include "sim/base/hex_text.h"
#include "sim/link/mobile_link.h"

namespace model
{

DataStore::DataStore(const sim::DataUses& rules, const sim::DataDomain& domain, std::uint64_t seed)
    : rules_(rules),
      domain_(domain),
      seed_(seed),
      domain_key_(test_key(seed, "domain/" + domain.id)),
      stream_(seed, "store/" + domain.id),
      seal_time_(sim::quantiles_of(rules.seal)),
      open_time_(sim::quantiles_of(rules.open))
{
}

void DataStore::enter(const std::string& name, std::uint32_t resident, bool protected_person)
{
    people_[name] = {resident, protected_person};
}

sim::Form DataStore::answer(const sim::Form& form, const std::string& from, Line& line)
{
    const bool own_desk = from.starts_with(domain_.id + "_desk-");
    const std::string kind = form.kind();
    if (kind == "data.fetch") return release(form, line);
    if (kind == "use.stop" && from == "broker") {
        stopped_.insert(form.number("use").value_or(0));
        return sim::Form("use.stopped").set("use", form.number("use").value_or(0));
    }
    if (!own_desk) return refused("unknown_desk");
    if (kind == "use.request") return request(form, line);
    if (kind == "use.fetch") return fetch(form, line);
    if (kind == "use.open") return open(form, line);
    return refused("malformed");
}

sim::Form DataStore::ask(const std::string& whom, const sim::Form& what, Line& line) const
{
    return ask_again(line, whom, what, {rules_.deadline, tries_between_back_ends, {}})
        .value_or(refused("no_answer"));
}

// Made for one request and kept here; only its public half is told.
sim::KeyBytes DataStore::request_key(std::int64_t use) const
{
    return test_key(seed_, "request/" + domain_.id + "/" + std::to_string(use));
}

sim::Form DataStore::request(const sim::Form& form, Line& line)
{
    sim::Form asked = form;
    asked.set("key", sim::hex_of(sim::public_half(request_key(form.number("use").value_or(0)))));
    return ask("broker", asked, line);
}

sim::Form DataStore::release(const sim::Form& form, Line& line)
{
    const Key key{form.number("use").value_or(0), form.number("release").value_or(0)};
    const std::int64_t piece = form.number("piece").value_or(-1);
    const sim::Form leave = ask(
        "broker", sim::Form("use.check").set("use", key.first).set("release", key.second), line);
    if (leave.kind() != "use.checked") return leave;
    return seal(key, piece, leave, line);
}

// None: there is none, or it is nobody's to know.
const sim::HeldItem* DataStore::shown_item(const Person* person, const std::string& item) const
{
    if (!person) return nullptr;
    for (const sim::HeldItem& one : domain_.holds) {
        if (one.id != item || (one.location && person->hidden)) continue;
        if (is_held(seed_, domain_, one, person->resident)) return &one;
    }
    return nullptr;
}

// A piece of it, as it is held.
sim::Bytes DataStore::cut(const sim::HeldItem& item, std::uint32_t resident,
                          std::int64_t piece) const
{
    const sim::Bytes data = held_data(seed_, domain_, item, resident);
    const auto size = static_cast<std::size_t>(rules_.piece_bytes);
    const fw::Bytes rest = fw::Bytes(data).subspan(static_cast<std::size_t>(piece) * size);
    const fw::Bytes part = rest.first(std::min(rest.size(), size));
    return {part.begin(), part.end()};
}

ReleaseSeal DataStore::seal_of(const ReleaseHead& head, const sim::PublicHalf& domain,
                               const sim::PublicHalf& consent) const
{
    const std::string name = std::to_string(head.use) + "/" + std::to_string(head.release);
    return {head, test_key(seed_, "content/" + name), test_key(seed_, "use/" + name), domain,
            consent};
}

sim::Form DataStore::seal(const Key& key, std::int64_t piece, const sim::Form& leave, Line& line)
{
    const auto person = people_.find(text_in(leave, "person"));
    const sim::HeldItem* const item =
        shown_item(person == people_.end() ? nullptr : &person->second, text_in(leave, "item"));
    if (!item) return sim::Form("data.nothing");
    const auto domain = sim::public_half_of_hex(text_in(leave, "domain_key"));
    const auto consent = sim::public_half_of_hex(text_in(leave, "consent_key"));
    const std::int64_t pieces = (item->size_bytes + rules_.piece_bytes - 1) / rules_.piece_bytes;
    if (!domain || !consent || piece < 0 || piece >= pieces) return refused("malformed");
    const ReleaseHead head{key.first, key.second, text_in(leave, "purpose")};
    const ReleaseSeal seal = seal_of(head, *domain, *consent);
    const sim::Bytes data = cut(*item, person->second.resident, piece);
    line.spend(takes(Work::seal, key, piece));
    if (stopped_.contains(key.first)) return refused("revoked");
    if (line.now().count >= leave.number("expires_ns").value_or(0)) return refused("expired");
    return sim::Form("data.sealed")
        .set("use", key.first)
        .set("release", key.second)
        .set("piece", piece)
        .set("pieces", pieces)
        .set("receiver", text_in(leave, "receiver"))
        .set("purpose", head.purpose)
        .set("use_key", sim::hex_of(seal.use_half()))
        .set("wrapped", sim::hex_of(seal.wrapped()))
        .set("sealed", sim::hex_of(seal.piece(static_cast<std::uint64_t>(piece), data)));
}

fw::Nanos DataStore::takes(Work work, const Key& key, std::int64_t piece) const
{
    const auto place = static_cast<std::uint64_t>(key.first << 32 | key.second << 20 | piece);
    const sim::Quantiles& times = work == Work::seal ? seal_time_ : open_time_;
    return times.at(stream_.bits(place, static_cast<std::uint64_t>(work)));
}

}  // namespace model
