// SPDX-License-Identifier: Apache-2.0
#include "models/city_id/id_office.h"

#include <array>

#include "models/identity/card_proof.h"
#include "sim/base/hex_text.h"
#include "sim/base/text_key.h"

namespace model
{

namespace
{

constexpr fw::Nanos memory{3'600'000'000'000};  // of what was answered; assumed

sim::Form refused(const std::string& reason)
{
    return sim::Form("id.refused").set("reason", reason);
}

}  // namespace

IdOffice::IdOffice(const sim::Scenario& scenario, HolderOf holder_of, sim::Recorder& recorder)
    : scenario_(scenario),
      rules_(*scenario.city_id),
      holder_of_(std::move(holder_of)),
      recorder_(recorder),
      stream_(scenario.seed, "city ID office")
{
}

void IdOffice::adopt(IdRecord record)
{
    record.active = true;
    register_.bind(record);
    record_binding(record, "earlier", scenario_.from);
}

void IdOffice::record_binding(const IdRecord& record, const char* change, fw::Nanos now)
{
    recorder_.service(sim::IdBindingRow{
        now.count, record.id, std::int64_t{holder_of_(record.auth_serial)}, record.auth_serial,
        record.sign_serial, record.key.serial, record.custody, change, record.status_at.count});
}

std::string IdOffice::id_for(const std::string& auth_serial) const
{
    const std::uint64_t bits = stream_.bits(sim::key_of(auth_serial), 1);
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(bits >> (8 * i));
    return sim::hex_of(bytes);
}

std::string IdOffice::challenge(const std::string& number) const
{
    return drawn_challenge(stream_, sim::key_of(number), 2);
}

// What is answered once is answered so again; a copy may come through while the authority is asked.
sim::Form IdOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    const std::string name = request.kind() + " " + number;
    if (const auto known = answered_.find(name); known != answered_.end()) return known->second;
    const sim::Form reply = act(request, line);
    const auto [kept, first] = answered_.try_emplace(name, reply);
    if (first) order_.emplace_back(line.now(), name);
    forget(line.now());
    return kept->second;
}

void IdOffice::forget(fw::Nanos now)
{
    for (; !order_.empty() && order_.front().first + memory < now; order_.pop_front()) {
        const std::string& name = order_.front().second;
        answered_.erase(name);
        if (name.starts_with("proof.begin ")) sessions_.erase(name.substr(12));
        if (name.starts_with("id.begin ")) sessions_.erase(name.substr(9));
    }
}

sim::Form IdOffice::act(const sim::Form& request, Line& line)
{
    const std::string kind = request.kind();
    if (kind == "id.begin") return begin_issue(*request.text("request"), line.now());
    if (kind == "id.bind") return bind(request, line);
    if (kind == "id.activate") return activate(request);
    if (kind == "proof.begin") return begin_proof(request, line.now());
    if (kind == "proof.face" || kind == "proof.phone" || kind == "proof.card")
        return factor(request, line);
    return refused("malformed");
}

}  // namespace model
