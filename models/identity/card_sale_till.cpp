// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_sale_till.h"

#include "models/identity/validation_authority.h"
#include "models/service/ask_again.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_handling, draw_pin };

// All *assumed*.
constexpr fw::Nanos key_time{2'000'000'000}, cash_time{8'000'000'000}, slip_time{2'000'000'000};
constexpr fw::Nanos void_period{60'000'000'000};  // between two attempts
constexpr int most_attempts = 1500;

LinkMishap mishap_of(SaleHitch hitch)
{
    if (hitch == SaleHitch::pin_blocked) return LinkMishap::forgotten_pin;
    return hitch == SaleHitch::lifted_early ? LinkMishap::lifted_early : LinkMishap::none;
}

}  // namespace

struct CardSaleTill::Sale {
    const PlannedCardSale& planned;
    HeldCard card;
    std::string challenge;
    sim::Form settle;  // as it was sent
    sim::CardSaleRow row;
    sim::FlowRow flow;

    std::string request() const { return "sale-" + std::to_string(planned.number); }
};

void CardSaleTill::serve(Desk& desk)
{
    for (const PlannedCardSale& planned : ground_.plan) {
        if (planned.till != till_) continue;
        while (!send_voids(desk) && desk.now() + void_period < planned.at) desk.spend(void_period);
        if (desk.now() < planned.at) desk.wait_until(planned.at);
        sell(desk, planned);
    }
    for (int i = 0; i < most_attempts && !send_voids(desk); ++i) desk.spend(void_period);
}

void CardSaleTill::sell(Desk& desk, const PlannedCardSale& planned)
{
    Sale sale{planned, ground_.card_of(planned.resident), "", {}, {}, {}};
    const bool checked = planned.hitch == SaleHitch::none || planned.hitch > SaleHitch::pin_blocked;
    sale.row.sale = planned.number;
    sale.row.till = desk.name();
    sale.row.resident = planned.resident;
    sale.row.amount = planned.amount;
    sale.row.method = rules().pin ? sim::CardSales::with_pin : sim::CardSales::without_pin;
    sale.row.means = planned.by_account ? "account" : "cash";
    sale.row.hitch =
        checked && !sale.card.trouble.empty() ? sale.card.trouble : word_of(planned.hitch);
    sale.row.methods = "-";
    sale.flow.flow = desk.begin_flow();
    sale.flow.u[0] = desk.now().count;
    desk.spend(key_time);
    sale.row.keyed = desk.now().count;
    std::string why = begin(desk, sale);
    if (why.empty()) why = read_card(desk, sale);
    if (why.empty()) why = settle(desk, sale);
    close(desk, sale, why);
    desk.end_flow(sale.flow);
}

std::string CardSaleTill::begin(Desk& desk, Sale& sale)
{
    const bool nowhere = sale.planned.hitch == SaleHitch::unknown_shop;
    const auto reply =
        ask(desk, sim::Form("sale.begin")
                      .set("request", sale.request())
                      .set("shop", nowhere ? "shop-0" : "shop-" + std::to_string(till_))
                      .set("amount", sale.planned.amount)
                      .set("method", sale.row.method));
    if (!reply) return "no_answer";
    sale.row.methods = reply->text("methods").value_or("-");
    sale.challenge = reply->text("challenge").value_or("");
    return sale.challenge.empty() ? reply->text("reason").value_or("malformed") : "";
}

SignedText CardSaleTill::prove(Desk& desk, const Sale& sale) const
{
    const auto key = static_cast<std::uint64_t>(sale.planned.number);
    const Hands hands = sale.planned.hands;
    const fw::Nanos handling =
        hands.take(ground_.handling.at(ground_.stream.bits(key, draw_handling)));
    const fw::Nanos typing = hands.take(ground_.pin_entry.at(ground_.stream.bits(key, draw_pin)));
    CardHolderAtReader holder(desk, ApduReader(ground_.reader),
                              {handling, rules().pin ? typing : fw::Nanos{}});
    const bool other = sale.planned.hitch == SaleHitch::wrong_card;
    MyNumberCard chip(other ? ground_.other_card : sale.card.profile);
    const LinkMishap mishap = mishap_of(sale.planned.hitch);
    if (!rules().pin) return holder.show(chip, mishap);
    return holder.sign(chip, sale.card.pin, text_to_sign(sale.challenge, sale.card.serial), mishap);
}

std::string CardSaleTill::read_card(Desk& desk, Sale& sale)
{
    const SignedText proof = prove(desk, sale);
    sale.row.t0 = proof.t[0], sale.row.t1 = proof.t[1], sale.row.t2 = proof.t[2];
    sale.row.t3 = proof.t[3];
    if (!proof.failure.empty()) return proof.failure;
    sale.flow.u[1] = desk.now().count;
    sale.settle = sim::Form("sale.settle")
                      .set("request", sale.request())
                      .set("challenge", sale.challenge)
                      .set("serial", sale.card.serial)
                      .set("certificate", proof.certificate)
                      .set("means", sale.row.means);
    if (rules().pin) sale.settle.set("signature", proof.signature);
    return "";
}

std::optional<sim::Form> CardSaleTill::ask(Desk& desk, const sim::Form& request) const
{
    return ask_again(desk, "checkout", request, {rules().deadline, rules().attempts, {}});
}

std::string CardSaleTill::settle(Desk& desk, Sale& sale)
{
    const auto reply = ask(desk, sale.settle);
    if (!reply) {
        voids_.push_back(sim::Form("sale.void").set("request", sale.request()));
        return "no_answer";
    }
    sale.row.t4 = sale.flow.u[2] = desk.now().count;
    const std::string reason = reply->text("reason").value_or("");
    if (reply->kind() != "sale.paid") return reason.empty() ? "malformed" : reason;
    sale.row.outcome = "paid";
    sale.row.reason = reason;
    sale.row.discount_class = reply->number("class").value_or(0);
    sale.row.price = reply->number("price").value_or(0);
    if (sale.row.means == "cash") desk.spend(cash_time);
    sale.flow.u[3] = desk.now().count;
    tell_again(desk, sale);
    return "";
}

// What a confused phone or a copied message does: the sale must stay one.
void CardSaleTill::tell_again(Desk& desk, Sale& sale)
{
    const bool replayed = sale.planned.hitch == SaleHitch::replayed;
    if (!replayed && sale.planned.hitch != SaleHitch::sent_again) return;
    sim::Form copy = sale.settle;
    if (replayed) {
        const std::string other = "again-" + sale.request();
        copy.set("request", other);
        ask(desk, sim::Form("sale.begin")
                      .set("request", other)
                      .set("shop", "shop-" + std::to_string(till_))
                      .set("amount", sale.planned.amount)
                      .set("method", sale.row.method));
    }
    const auto reply = ask(desk, copy);
    sale.row.again = !reply                         ? "no_answer"
                     : reply->kind() == "sale.paid" ? (replayed ? "paid" : "same")
                                                    : reply->text("reason").value_or("");
}

void CardSaleTill::close(Desk& desk, Sale& sale, const std::string& why)
{
    const bool by_hand = why == "no_answer" && sale.planned.amount > 0 &&
                         rules().offline == sim::OfflineSale::full_price &&
                         sale.planned.hitch != SaleHitch::unknown_shop;
    if (!why.empty()) {
        sale.row.outcome = by_hand ? "by_hand" : "refused";
        sale.row.reason = why;
        if (by_hand) sale.row.means = "cash", sale.row.price = sale.planned.amount;
        if (by_hand) desk.spend(cash_time);
    }
    if (sale.row.outcome != "refused") {
        desk.spend(slip_time);
        sale.row.printed = sale.flow.u[4] = desk.now().count;
    }
    sale.flow.service = "S12";
    sale.flow.place = desk.name();
    sale.flow.resident = sale.planned.resident;
    sale.flow.outcome = sale.row.outcome == "paid" ? "done" : "refused";
    sale.flow.reason = why;
    ground_.recorder.service(sale.row);
}

bool CardSaleTill::send_voids(Desk& desk)
{
    while (!voids_.empty()) {
        if (!desk.call("checkout", voids_.front(), rules().deadline)) return false;
        voids_.pop_front();
    }
    return true;
}

}  // namespace model
