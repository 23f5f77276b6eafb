// SPDX-License-Identifier: Apache-2.0
#include "models/points/point_office.h"

namespace model
{

namespace
{

// After the window, when customers still move points; then until nothing is open. Both *assumed*.
constexpr fw::Nanos still_settled{3 * 3'600'000'000'000};
constexpr int most_settled = 1000;

sim::Form points_refused(const std::string& reason)
{
    return sim::Form("points.refused").set("reason", reason);
}

}  // namespace

PointOffice::PointOffice(const std::vector<PointMember>& members, PointAccounts& accounts,
                         fw::Nanos deadline, sim::Recorder& recorder)
    : accounts_(accounts), deadline_(deadline), recorder_(recorder)
{
    for (const PointMember& one : members) cards_[one.member] = one.card;
}

sim::Form PointOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    if (request.kind() == "points.settle") return settle(line);
    const auto member = cards_.find(request.text("member").value_or(""));
    if (member == cards_.end()) return points_refused("unknown_member");
    const std::vector<std::uint8_t> bytes = request.bytes();
    const std::string words(bytes.begin(), bytes.end());
    if (const auto before = answers_.find(words); before != answers_.end()) return before->second;
    const sim::Form now = decide(request, member->second, line);
    return answers_.try_emplace(words, now).first->second;  // or as was answered meanwhile
}

sim::Form PointOffice::decide(const sim::Form& request, std::uint32_t card, Line& line)
{
    if (request.kind() == "points.balance")
        return sim::Form("points.held")
            .set("points", std::max<std::int64_t>(0, accounts_.balance(card, line.now())));
    if (request.kind() == "points.move") return move(request, card, line);
    return points_refused("malformed");
}

// A repeated request may come while the first one waits, or after the customer gave up.
sim::Form PointOffice::move(const sim::Form& request, std::uint32_t card, Line& line)
{
    const std::string execution = request.text("request").value_or("");
    if (execution.empty()) return points_refused("malformed");
    const Move asked{card, request.text("ticket").value_or(""),
                     request.number("points").value_or(0)};
    const auto [found, first] = moves_.try_emplace(execution, asked);
    Move& move = found->second;
    if (!move.is_for(asked)) return points_refused("other_move");
    if (first && move.points > 0 && move.points <= accounts_.balance(card, line.now())) {
        move.state = State::on_way;
        accounts_.move_out(card, move.points, line.now());
        note(execution, "out", line.now());
    }
    deliver(execution, line);
    if (move.state == State::refused) return points_refused("too_little");
    if (move.state == State::returned) return points_refused("not_taken");
    return sim::Form("points.moved")
        .set("points", move.points)
        .set("credited", move.state == State::credited);
}

sim::Form PointOffice::settle(Line& line)
{
    std::vector<std::string> open;
    for (const auto& [execution, move] : moves_)
        if (move.state == State::on_way) open.push_back(execution);
    std::int64_t left = std::ssize(open);
    for (const std::string& execution : open)
        if (deliver(execution, line)) --left;
    return sim::Form("points.settled").set("open", left);
}

bool PointOffice::deliver(const std::string& execution, Line& line)
{
    Move& move = moves_.at(execution);
    if (move.state != State::on_way) return true;
    const auto reply = line.call("mykey",
                                 sim::Form("mykey.credit")
                                     .set("request", execution)
                                     .set("ticket", move.ticket)
                                     .set("points", move.points),
                                 deadline_);
    if (!reply) return false;
    if (move.state != State::on_way) return true;  // answered to somebody else meanwhile
    const bool taken = reply->kind() == "mykey.credited";
    move.state = taken ? State::credited : State::returned;
    if (!taken) accounts_.move_back(move.card, move.points, line.now());
    note(execution, taken ? "done" : "back", line.now());
    return true;
}

void PointOffice::note(const std::string& execution, const std::string& step, fw::Nanos now)
{
    const Move& move = moves_.at(execution);
    recorder_.service(
        sim::MyKeyMoveRow{now.count, execution, move.card, move.ticket, move.points, step});
}

void PointSettler::serve(Desk& desk)
{
    const fw::Nanos every = scenario_.mykey->settles, last = scenario_.to + still_settled;
    bool open = true;
    int more = most_settled;
    for (fw::Nanos at = scenario_.from + every; at < last || (open && more-- > 0);
         at = at + every) {
        desk.wait_until(at);
        const auto reply =
            desk.call("pointoffice",
                      sim::Form("points.settle")
                          .set("request", "settle-" + std::to_string(at.count / 1'000'000'000)),
                      every);
        open = !reply || reply->number("open").value_or(1) > 0;
    }
}

}  // namespace model
