// SPDX-License-Identifier: Apache-2.0
#include "models/broker/data_store.h"

#include "sim/base/hex_text.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

constexpr int tries = 3;  // of a message to the broker or to another store
enum Draw : std::uint64_t { draw_seal, draw_open };

sim::Form refused(const std::string& reason)
{
    return sim::Form("use.refused").set("reason", reason);
}

std::uint64_t place_of(std::int64_t use, std::int64_t release, std::int64_t piece)
{
    return static_cast<std::uint64_t>(use) << 32 | static_cast<std::uint64_t>(release) << 20 |
           static_cast<std::uint64_t>(piece);
}

std::string name_of(const std::string& what, std::int64_t use, std::int64_t release)
{
    return what + "/" + std::to_string(use) + "/" + std::to_string(release);
}

}  // namespace

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
    for (int i = 0; i < tries; ++i)
        if (auto reply = line.call(whom, what, rules_.deadline)) return *reply;
    return refused("no_answer");
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

sim::Form DataStore::fetch(const sim::Form& form, Line& line)
{
    const Key key{form.number("use").value_or(0), form.number("release").value_or(0)};
    const sim::Form permit = ask("broker",
                                 sim::Form("use.permit")
                                     .set("use", key.first)
                                     .set("release", key.second)
                                     .set("purpose", form.text("purpose").value_or("")),
                                 line);
    if (permit.kind() != "use.permitted") return permit;
    return fetch_pieces(key, permit, line);
}

sim::Form DataStore::fetch_pieces(const Key& key, const sim::Form& permit, Line& line)
{
    Arrived all;
    const auto person_key = sim::public_half_of_hex(permit.text("person_key").value_or(""));
    for (std::int64_t piece = 0, pieces = 1; piece < pieces; ++piece) {
        const sim::Form part = ask(permit.text("holder").value_or("") + "_store",
                                   sim::Form("data.fetch")
                                       .set("use", key.first)
                                       .set("release", key.second)
                                       .set("piece", piece),
                                   line);
        if (part.kind() == "data.nothing") return sim::Form("use.nothing");
        if (part.kind() != "data.sealed") return part;
        const auto use_half = sim::public_half_of_hex(part.text("use_key").value_or(""));
        const auto sealed = sim::bytes_of_hex(part.text("sealed").value_or(""));
        const auto wrapped = sim::bytes_of_hex(part.text("wrapped").value_or(""));
        if (!person_key || !use_half || !sealed || !wrapped) return refused("damaged");
        all.head = {key.first, key.second, part.text("purpose").value_or("")};
        all.use_half = *use_half;
        all.wrapped = *wrapped;
        all.pieces.push_back(*sealed);
        pieces = part.number("pieces").value_or(1);
    }
    all.person_key = *person_key;
    const auto count = std::ssize(all.pieces);
    arrived_.insert_or_assign(key, std::move(all));
    return sim::Form("use.arrived").set("pieces", count);
}

sim::Form DataStore::open(const sim::Form& form, Line& line)
{
    const Key key{form.number("use").value_or(0), form.number("release").value_or(0)};
    const auto found = arrived_.find(key);
    if (stopped_.contains(key.first)) return refused("revoked");
    if (found == arrived_.end()) return refused("not_arrived");
    const Arrived& all = found->second;
    const auto by_consent = consent_key(request_key(key.first), all.person_key, key.first);
    const auto content =
        by_consent ? content_key(all.head, all.use_half, all.wrapped, domain_key_, *by_consent)
                   : std::nullopt;
    if (!content) return refused("damaged");
    std::size_t bytes = 0;
    fw::Nanos takes{};
    for (std::size_t piece = 0; piece < all.pieces.size(); ++piece) {
        const auto data = sim::unsealed(*content, piece, all.head.about(), all.pieces[piece]);
        if (!data) return refused("damaged");
        bytes += data->size();
        takes += open_time_.at(stream_.bits(
            place_of(key.first, key.second, static_cast<std::int64_t>(piece)), draw_open));
    }
    line.spend(takes);
    if (stopped_.contains(key.first)) return refused("revoked");
    return sim::Form("use.opened").set("bytes", bytes);
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

sim::Form DataStore::seal(const Key& key, std::int64_t piece, const sim::Form& leave, Line& line)
{
    const auto person = people_.find(leave.text("person").value_or(""));
    const sim::HeldItem* const item = shown_item(
        person == people_.end() ? nullptr : &person->second, leave.text("item").value_or(""));
    if (!item) return sim::Form("data.nothing");
    const auto domain = sim::public_half_of_hex(leave.text("domain_key").value_or(""));
    const auto consent = sim::public_half_of_hex(leave.text("consent_key").value_or(""));
    const std::int64_t pieces = (item->size_bytes + rules_.piece_bytes - 1) / rules_.piece_bytes;
    if (!domain || !consent || piece < 0 || piece >= pieces) return refused("malformed");
    const ReleaseHead head{key.first, key.second, leave.text("purpose").value_or("")};
    const ReleaseSeal seal(head, test_key(seed_, name_of("content", key.first, key.second)),
                           test_key(seed_, name_of("use", key.first, key.second)), *domain,
                           *consent);
    const sim::Bytes data = held_data(seed_, domain_, *item, person->second.resident);
    const auto begin = static_cast<std::size_t>(piece * rules_.piece_bytes);
    const std::size_t size =
        std::min(data.size() - begin, static_cast<std::size_t>(rules_.piece_bytes));
    line.spend(seal_time_.at(stream_.bits(place_of(key.first, key.second, piece), draw_seal)));
    if (stopped_.contains(key.first)) return refused("revoked");
    if (line.now().count >= leave.number("expires_ns").value_or(0)) return refused("expired");
    return sim::Form("data.sealed")
        .set("use", key.first)
        .set("release", key.second)
        .set("piece", piece)
        .set("pieces", pieces)
        .set("receiver", leave.text("receiver").value_or(""))
        .set("purpose", head.purpose)
        .set("use_key", sim::hex_of(seal.use_half()))
        .set("wrapped", sim::hex_of(seal.wrapped()))
        .set("sealed", sim::hex_of(seal.piece(static_cast<std::uint64_t>(piece),
                                              fw::Bytes(data).subspan(begin, size))));
}

}  // namespace model
