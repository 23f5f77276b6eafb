// SPDX-License-Identifier: Apache-2.0
// How a store fetches what another one holds, and opens it.
#include "models/broker/data_store.h"
#include "models/broker/refusal.h"
#include "sim/base/hex_text.h"

namespace model
{

sim::Form DataStore::fetch(const sim::Form& form, Line& line)
{
    const Key key{form.number("use").value_or(0), form.number("release").value_or(0)};
    const sim::Form permit = ask("broker",
                                 sim::Form("use.permit")
                                     .set("use", key.first)
                                     .set("release", key.second)
                                     .set("purpose", text_in(form, "purpose")),
                                 line);
    if (permit.kind() != "use.permitted") return permit;
    return fetch_pieces(key, permit, line);
}

sim::Form DataStore::fetch_pieces(const Key& key, const sim::Form& permit, Line& line)
{
    Arrived all;
    const auto person_key = sim::public_half_of_hex(text_in(permit, "person_key"));
    for (std::int64_t piece = 0, pieces = 1; piece < pieces; ++piece) {
        const sim::Form part = ask(text_in(permit, "holder") + "_store",
                                   sim::Form("data.fetch")
                                       .set("use", key.first)
                                       .set("release", key.second)
                                       .set("piece", piece),
                                   line);
        if (part.kind() == "data.nothing") return sim::Form("use.nothing");
        if (part.kind() != "data.sealed") return part;
        const auto use_half = sim::public_half_of_hex(text_in(part, "use_key"));
        const auto sealed = sim::bytes_of_hex(text_in(part, "sealed"));
        const auto wrapped = sim::bytes_of_hex(text_in(part, "wrapped"));
        if (!person_key || !use_half || !sealed || !wrapped) return refused("damaged");
        all.head = {key.first, key.second, text_in(part, "purpose")};
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
    fw::Nanos time{};
    for (std::size_t piece = 0; piece < all.pieces.size(); ++piece) {
        const auto data = sim::unsealed(*content, piece, all.head.about(), all.pieces[piece]);
        if (!data) return refused("damaged");
        bytes += data->size();
        time += takes(Work::open, key, static_cast<std::int64_t>(piece));
    }
    line.spend(time);
    if (stopped_.contains(key.first)) return refused("revoked");
    return sim::Form("use.opened").set("bytes", bytes);
}

}  // namespace model
