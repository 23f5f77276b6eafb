// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/perk_desk.h"

namespace model
{

namespace
{

// The other back end answers at once and asks nobody.
class NoLine final : public Line
{
public:
    explicit NoLine(fw::Nanos at) : at_(at) {}
    fw::Nanos now() override { return at_; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }

private:
    fw::Nanos at_;
};

}  // namespace

void PerkDesk::asked(ShopQuestion& question, fw::Nanos sent, std::optional<fw::Nanos> arrives)
{
    question.message = write(question.from, "perks", 0, sent, arrives, question.bytes);
}

std::vector<std::uint8_t> PerkDesk::answer(const ShopQuestion& question, fw::Nanos at)
{
    const auto form = sim::Form::parse(fw::Bytes(question.bytes));
    const std::string holder =
        form && form->kind() == "perk.ask" ? form->text("holder").value_or("") : "";
    const bool pass = !holder.empty() && agrees(holder, at) && holds_pass(holder, at);
    return sim::Form("perk.told").set("pass", pass).bytes();
}

void PerkDesk::told(const ShopQuestion& question, const std::vector<std::uint8_t>& answer,
                    fw::Nanos sent, std::optional<fw::Nanos> arrives)
{
    write("perks", question.from, question.message, sent, arrives, answer);
}

bool PerkDesk::agrees(const std::string& holder, fw::Nanos at)
{
    const sim::Form reply = exchange(consent_, "consent",
                                     sim::Form("perk.live")
                                         .set("person", holder)
                                         .set("domain", "commerce")
                                         .set("purpose", "perk"),
                                     at);
    return reply.flag("live");
}

bool PerkDesk::holds_pass(const std::string& holder, fw::Nanos at)
{
    return exchange(linkage_, "linkage",
                    sim::Form("perk.check").set("request", "perk-" + holder).set("holder", holder),
                    at)
        .flag("pass");
}

sim::Form PerkDesk::exchange(BackEnd& other, const char* name, const sim::Form& request,
                             fw::Nanos at)
{
    const std::uint64_t number = write("perks", name, 0, at, at, request.bytes());
    NoLine line(at);
    const auto heard = sim::Form::parse(fw::Bytes(request.bytes()));
    const std::vector<std::uint8_t> answer = other.answer(*heard, "perks", line).bytes();
    write(name, "perks", number, at, at, answer);
    return *sim::Form::parse(fw::Bytes(answer));
}

std::uint64_t PerkDesk::write(const std::string& from, const std::string& to, std::uint64_t answers,
                              fw::Nanos sent, std::optional<fw::Nanos> arrives,
                              const std::vector<std::uint8_t>& bytes)
{
    recorder_.service(sim::MessageRow{++messages_, answers, 0, from, to, sent.count,
                                      arrives.value_or(fw::Nanos{-1}).count, bytes});
    return messages_;
}

}  // namespace model
