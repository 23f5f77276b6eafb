// SPDX-License-Identifier: Apache-2.0
#include "models/city_id/id_prover.h"

#include <algorithm>

#include "models/city_id/proof_under_way.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

constexpr fw::Nanos start{1'500'000'000}, receipt{1'000'000'000};  // assumed
constexpr fw::Nanos beside{5'000'000'000};  // so much after the window, who is slow

const char* service_of(const PlannedProof& planned, bool in_phone)
{
    if (planned.method == "face") return "S29";
    if (planned.method == "phone") return "S30";
    if (planned.method == "card") return in_phone ? "S37" : "S31";
    return "S32";  // the face, and the phone or the card
}

}  // namespace

IdProver::IdProver(const IdGround& ground, std::int32_t prover)
    : ground_(ground),
      prover_(prover),
      capture_(sim::quantiles_of(ground.rules().face.capture)),
      match_(sim::quantiles_of(ground.rules().face.match)),
      unlock_(sim::quantiles_of(ground.rules().phone.unlock)),
      older_(32, '0')
{
}

void IdProver::serve(Desk& desk)
{
    for (const PlannedProof& planned : ground_.proofs) {
        if (planned.prover != prover_) continue;
        if (desk.now() < planned.at) desk.wait_until(planned.at);
        prove(desk, planned);
    }
}

void IdProver::prove(Desk& desk, const PlannedProof& planned)
{
    Proof proof{planned,
                ground_.people.person(planned.claims),
                ground_.people.person(planned.resident),
                "",
                {},
                {},
                {}};
    proof.row = {.proof = planned.number,
                 .prover = desk.name(),
                 .resident = planned.resident,
                 .claims = planned.claims,
                 .service = ground_.rules().services[planned.service].id,
                 .amount = planned.amount,
                 .method = planned.method,
                 .hitch = word_of(planned.hitch),
                 .custody = "",
                 .methods = "-",
                 .outcome = "refused",
                 .reason = ""};
    proof.flow.flow = desk.begin_flow();
    std::string why = begin(desk, proof);
    if (why.empty()) why = factors(desk, proof);
    close(desk, proof, why);
    desk.end_flow(proof.flow);
}

std::string IdProver::begin(Desk& desk, Proof& proof)
{
    proof.flow.u[0] = desk.now().count;
    desk.spend(start);
    proof.row.begun = desk.now().count;
    const auto reply = ask(desk, ground_.rules(),
                           sim::Form("proof.begin")
                               .set("request", proof.request())
                               .set("service", proof.row.service)
                               .set("amount", proof.planned.amount)
                               .set("method", proof.planned.method));
    if (!reply) return "no_answer";
    proof.row.methods = reply->text("methods").value_or("-");
    proof.challenge = reply->text("challenge").value_or("");
    return proof.challenge.empty() ? reply->text("reason").value_or("malformed") : "";
}

std::string IdProver::factors(Desk& desk, Proof& proof)
{
    std::vector<std::string> order;
    for (const char* const factor : {"face", "phone", "card"})
        if (proof.planned.takes(factor)) order.emplace_back(factor);
    if (proof.is(ProofHitch::other_order)) std::reverse(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && proof.is(ProofHitch::slow)) desk.spend(ground_.rules().window + beside);
        if (const std::string why = send(desk, proof, order[i]); !why.empty()) return why;
    }
    return proof.last.kind() == "proof.accepted" ? "" : "malformed";
}

std::string IdProver::send(Desk& desk, Proof& proof, const std::string& factor)
{
    sim::Form message("proof." + factor);
    message.set("request", proof.request());
    const Capture capture = factor == "face"    ? &IdProver::face
                            : factor == "phone" ? &IdProver::phone
                                                : &IdProver::card;
    if (const std::string why = (this->*capture)(desk, proof, message); !why.empty()) return why;
    proof.flow.u[1] = desk.now().count;
    const auto reply = ask(desk, ground_.rules(), message);
    if (!reply) return "no_answer";
    proof.last = *reply;
    if (reply->kind() != "proof.refused") return "";
    proof.flow.u[2] = desk.now().count;
    return reply->text("reason").value_or("malformed");
}

void IdProver::close(Desk& desk, Proof& proof, const std::string& why)
{
    if (why.empty()) {
        proof.row.outcome = "accepted";
        proof.row.stronger = proof.last.flag("stronger");
        proof.row.decided = proof.flow.u[2] = desk.now().count;
        desk.spend(receipt);
        proof.flow.u[3] = proof.flow.u[4] = desk.now().count;
    }
    proof.row.reason = why;
    proof.flow.service = service_of(proof.planned, proof.claimed.in_phone);
    proof.flow.place = desk.name();
    proof.flow.resident = proof.planned.resident;
    proof.flow.outcome = why.empty() ? "done" : "refused";
    proof.flow.reason = why;
    ground_.recorder.service(proof.row);
}

}  // namespace model
