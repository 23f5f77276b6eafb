// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "models/service/desk.h"
#include "sim/record/recorder.h"
#include "sim/scenario/tariff.h"

// The back end "tickets" of the shared cloud (services.md S06): sells passes of the tariff to full
// members, who are names to it. A sale is three steps with others - may this member buy, is it
// paid, is it bound to the card - and counts once all are done. A request that comes again goes on
// where it was left, so one wish is one charge and one pass. What no repetition has finished by the
// end of the day is put right then, with the books of the register and the card company side by
// side: a bound pass is sold, a charge without a pass is given back (all of it *assumed*).
namespace model
{

class TicketStore final : public BackEnd
{
public:
    // What the others' books say of a request, in the night.
    struct Books {
        std::function<std::optional<fw::Nanos>(const std::string& request)> bound;
        std::function<std::int64_t(const std::string& request)> charged;
        std::function<void(const std::string& request, fw::Nanos at)> refund;
    };

    TicketStore(const sim::Tariff& tariff, fw::Nanos deadline, sim::Recorder& recorder,
                Books books);

    // "ticket.sell": request, member, payer, pass. "pass.bought" with yen, "pass.refused" with a
    // reason, or "pass.busy": ask again.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    void close_day(fw::Nanos at);

private:
    struct Sale {
        std::string member;  // who asked first; the number is worth nothing to anybody else
        const sim::Pass* pass = nullptr;
        std::int64_t yen = 0;
        bool resident = false;
        bool asked_for_money = false;  // the card company may have charged
        bool open = true;              // not finished
        bool at_work = false;          // another copy of the request is being served
        sim::Form answer;              // once it is not open
    };

    sim::Form go_on(Sale& sale, const sim::Form& request, Line& line);
    sim::Form check(Sale& sale, const sim::Form& request, Line& line);
    sim::Form pay(Sale& sale, const sim::Form& request, Line& line);
    sim::Form bind(Sale& sale, const sim::Form& request, Line& line);
    void enter(const std::string& request, Sale& sale, fw::Nanos at);
    static sim::Form finish(Sale& sale, const sim::Form& answer);

    const sim::Tariff& tariff_;
    fw::Nanos deadline_;  // of a call to another back end
    sim::Recorder& recorder_;
    Books books_;
    std::map<std::string, Sale> sales_;  // by request
    std::int64_t sold_ = 0, yen_ = 0;
};

}  // namespace model
