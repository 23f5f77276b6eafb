// SPDX-License-Identifier: Apache-2.0
#include "models/points/point_office.h"

namespace model
{

namespace
{

constexpr fw::Nanos still_settled{3'600'000'000'000};  // after the window, *assumed*

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
    const std::string number = request.text("request").value_or("");
    if (const auto before = answers_.find(number); before != answers_.end()) return before->second;
    if (request.kind() == "points.balance")
        return answers_[number] =
                   sim::Form("points.held")
                       .set("points", std::max<std::int64_t>(
                                          0, accounts_.balance(member->second, line.now())));
    if (request.kind() == "points.move")
        return answers_[number] = move(request, member->second, line);
    return points_refused("malformed");
}

// What is decided stays decided: a repeated request may come after the customer gave up.
sim::Form PointOffice::move(const sim::Form& request, std::uint32_t card, Line& line)
{
    const std::string execution = request.text("request").value_or("");
    const auto [found, first] = moves_.try_emplace(
        execution,
        Move{card, request.text("ticket").value_or(""), request.number("points").value_or(0)});
    Move& move = found->second;
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
    const fw::Nanos every = scenario_.mykey->settles;
    for (fw::Nanos at = scenario_.from + every; at < scenario_.to + still_settled;
         at = at + every) {
        desk.wait_until(at);
        desk.call("pointoffice",
                  sim::Form("points.settle")
                      .set("request", "settle-" + std::to_string(at.count / 1'000'000'000)),
                  every);
    }
}

}  // namespace model
