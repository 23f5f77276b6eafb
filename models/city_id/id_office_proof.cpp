// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "models/card/jpki_commands.h"
#include "models/city_id/id_office.h"
#include "models/identity/card_proof.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("proof.refused").set("reason", reason);
}

bool asks(const std::string& method, const std::string& factor)
{
    return method.find(factor) != std::string::npos;
}

std::int64_t number_of(const std::string& request)
{
    const std::size_t dash = request.rfind('-');
    std::int64_t number = 0;
    if (dash != std::string::npos)
        std::from_chars(request.data() + dash + 1, request.data() + request.size(), number);
    return number;
}

}  // namespace

std::string proof_text(const std::string& challenge, const std::string& request,
                       const std::string& service, std::int64_t amount)
{
    return "proof:" + challenge + ":" + request + ":" + service + ":" + std::to_string(amount);
}

sim::Form IdOffice::begin_proof(const sim::Form& request, fw::Nanos now)
{
    const std::string number = *request.text("request");
    Session session;
    session.service = request.text("service").value_or("");
    session.method = request.text("method").value_or("");
    session.amount = request.number("amount").value_or(-1);
    const sim::IdService* service = nullptr;
    for (const sim::IdService& one : rules_.services)
        if (one.id == session.service) service = &one;
    if (!service) return refused("unknown_service");
    const AcceptedMethods methods =
        accepted_methods({service->bands, rules_.boundary, rules_.stronger}, session.amount);
    const std::string text = methods.text();
    if (methods.enough.empty()) return refused("above_all_tiers").set("methods", text);
    if (!methods.accepts(session.method)) return refused("method_too_weak").set("methods", text);
    session.stronger = methods.stronger.contains(session.method);
    session.challenge = challenge(number);
    session.begun = now;
    sessions_.insert_or_assign(number, session);
    return sim::Form("proof.challenge").set("challenge", session.challenge).set("methods", text);
}

// What a factor of this session comes too late, too early or without reason for.
std::string IdOffice::untimely(const Session& session, const std::string& factor,
                               fw::Nanos now) const
{
    if (session.refused) return "session_over";
    if (now > session.begun + rules_.challenge_life) return "challenge_old";
    if (!asks(session.method, factor)) return "factor_not_asked";
    const bool early = factor != "face" && asks(session.method, "face") && !session.face;
    if (early && rules_.order == sim::FactorOrder::face_first) return "wrong_order";
    const bool second = session.face || session.phone || session.card;
    return second && now > session.first + rules_.window ? "window_over" : "";
}

IdOffice::Checked IdOffice::check_phone(const Session& session, const sim::Form& request)
{
    IdRecord* const record = register_.of_key(request.text("key").value_or(""));
    if (!record || !record->active) return {nullptr, "unknown_id"};
    const auto signature = sim::bytes_of_hex(request.text("signature").value_or("-"));
    const std::string text =
        proof_text(session.challenge, *request.text("request"), session.service, session.amount);
    const bool good = signature && record->key.verifies(octets_of(text), *signature);
    return {record, good ? "" : "wrong_signature"};
}

// The card is asked about each time; beside another factor it must be bound to an ID.
IdOffice::Checked IdOffice::check_card(const Session& session, const sim::Form& request, Line& line)
{
    const std::string serial = request.text("serial").value_or("");
    const auto facts = line.call(
        "validation", certificate_check(request, false).set("challenge", session.challenge),
        rules_.deadline);
    if (!facts) return {nullptr, "authority_away"};
    IdRecord* const record = register_.of_certificate(serial);
    if (!facts->flag("valid")) return {record, facts->text("reason").value_or("malformed")};
    if (!record && session.method != "card") return {nullptr, "not_bound"};
    return {record, ""};
}

IdOffice::Checked IdOffice::check(const Session& session, const sim::Form& request, Line& line)
{
    if (request.kind() == "proof.phone") return check_phone(session, request);
    if (request.kind() == "proof.card") return check_card(session, request, line);
    IdRecord* const record = register_.find(request.text("id").value_or(""));
    if (!record || !record->active) return {nullptr, "unknown_id"};
    const bool like = request.number("score").value_or(-1) >= rules_.face.threshold;
    return {record, like ? "" : "face_mismatch"};
}

// Adds a factor that is good in itself; why it may not, or empty.
std::string IdOffice::count(Session& session, const std::string& factor, const Checked& checked,
                            fw::Nanos now) const
{
    const bool first = !session.face && !session.phone && !session.card;
    const std::string id = checked.record ? checked.record->id : "";
    if (first) session.first = now, session.id = id;
    if (!first && session.id != id) return "two_persons";
    session.face |= factor == "face";
    session.phone |= factor == "phone";
    session.card |= factor == "card";
    return "";
}

// What the authority says of both certificates of an ID; its newest answer if that is not too old.
std::string IdOffice::status(IdRecord& record, Line& line) const
{
    const fw::Nanos now = line.now();
    if (record.status_at.count >= 0 && now - record.status_at <= rules_.status_life)
        return record.trouble;
    const IdRecord asked = record;
    std::string trouble;
    for (const auto& [serial, certificate] :
         {std::pair{&asked.auth_serial, &asked.auth_certificate},
          std::pair{&asked.sign_serial, &asked.sign_certificate}}) {
        const auto facts = line.call("validation",
                                     sim::Form("certificate.status")
                                         .set("serial", *serial)
                                         .set("certificate", **certificate)
                                         .set("want_birth", false),
                                     rules_.deadline);
        if (!facts || facts->text("reason") == "authority_away") return "authority_away";
        if (trouble.empty() && !facts->flag("valid"))
            trouble = facts->text("reason").value_or("malformed");
    }
    if (record.auth_serial != asked.auth_serial || record.sign_serial != asked.sign_serial)
        return record.trouble;  // bound anew meanwhile
    record.status_at = now;
    record.trouble = trouble;
    return trouble;
}

// Every factor is there. A card alone was asked about just now; an ID is asked about with both
// certificates.
std::string IdOffice::decide(const Session& session, IdRecord* record, Line& line,
                             std::int64_t& status_at)
{
    const bool card_alone = session.method == "card";
    status_at = line.now().count;
    if (card_alone) return "";
    const std::string why = status(*record, line);
    status_at = record->status_at.count;
    return why;
}

sim::Form IdOffice::factor(const sim::Form& request, Line& line)
{
    const std::string number = *request.text("request");
    const std::string factor = request.kind().substr(sizeof "proof." - 1);
    const fw::Nanos came = line.now();
    const auto found = sessions_.find(number);
    if (found == sessions_.end()) return refused("not_begun");
    Session& session = found->second;
    std::string why = untimely(session, factor, came);
    Checked checked;
    if (why.empty()) checked = check(session, request, line);
    if (why.empty()) why = checked.reason;
    if (why.empty()) why = count(session, factor, checked, came);
    std::int64_t status_at = -1;
    const bool all = asks(session.method, "face") == session.face &&
                     asks(session.method, "phone") == session.phone &&
                     asks(session.method, "card") == session.card;
    if (why.empty() && all) why = decide(session, checked.record, line, status_at);
    session.refused = !why.empty();
    const std::string answer = !why.empty() ? why : all ? "accepted" : "counted";
    recorder_.service(sim::IdFactorRow{came.count, number_of(number), factor,
                                       checked.record ? checked.record->id : "", answer,
                                       status_at});
    if (!why.empty()) return refused(why);
    if (!all) return sim::Form("proof.counted").set("factor", factor);
    return sim::Form("proof.accepted").set("stronger", session.stronger);
}

}  // namespace model
