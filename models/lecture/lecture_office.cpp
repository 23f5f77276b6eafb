// SPDX-License-Identifier: Apache-2.0
#include "models/lecture/lecture_office.h"

#include "models/identity/card_proof.h"
#include "sim/base/text_key.h"

namespace model
{

namespace
{

sim::Form lecture_refused(const std::string& reason)
{
    return sim::Form("lecture.refused").set("reason", reason);
}

}  // namespace

sim::Form LectureOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or(""), kind = request.kind();
    const std::string guest = request.text("guest").value_or("");
    if (number.empty()) return lecture_refused("malformed");
    if (kind == "lecture.begin") return begin(number);
    if (kind == "lecture.agree") {
        if (!tickets_.contains(guest)) return lecture_refused("no_ticket");
        agreed_.insert(guest);
        return sim::Form("lecture.agreed");
    }
    if (kind == "lecture.enter")
        return agreed_.contains(guest) ? let_in(guest, request, "face", line.now())
                                       : lecture_refused("not_agreed");
    if (kind != "lecture.buy" && kind != "lecture.enter_card") return lecture_refused("malformed");
    std::string refusal;
    const std::string holder = proven(request, line, refusal);
    if (holder.empty()) return lecture_refused(refusal);
    return kind == "lecture.buy" ? sell(holder, number, line.now())
                                 : let_in(holder, request, "card", line.now());
}

sim::Form LectureOffice::begin(const std::string& number)
{
    challenges_[number] = drawn_challenge(stream_, sim::key_of(number));
    return sim::Form("lecture.challenge").set("challenge", challenges_[number]);
}

std::string LectureOffice::proven(const sim::Form& request, Line& line, std::string& refusal) const
{
    const auto given = [&](const char* name) { return request.text(name).value_or(""); };
    const auto begun = challenges_.find(given("request"));
    if (begun == challenges_.end() || begun->second != given("challenge")) {
        refusal = "foreign_proof";
        return "";
    }
    const auto facts = line.call("validation", certificate_check(request, false), deadline_);
    refusal = !facts                 ? "authority_away"
              : facts->flag("valid") ? ""
                                     : facts->text("reason").value_or("malformed");
    return refusal.empty() ? names_.name_in("lectures", given("serial")) : "";
}

sim::Form LectureOffice::sell(const std::string& guest, const std::string& number, fw::Nanos now)
{
    const std::string next = "lecture-" + std::to_string(tickets_.size() + 1);
    const auto [ticket, sold] = tickets_.try_emplace(guest, next);
    if (sold) recorder_.service(sim::LectureTicketRow{now.count, next, guest, number});
    return sim::Form("lecture.sold").set("ticket", ticket->second).set("guest", guest);
}

sim::Form LectureOffice::let_in(const std::string& guest, const sim::Form& request, const char* way,
                                fw::Nanos now)
{
    const auto ticket = tickets_.find(guest);
    if (ticket == tickets_.end()) return lecture_refused("no_ticket");
    const std::string visit = request.text("visit").value_or("");
    const auto [inside, first] = inside_.try_emplace(guest, visit);
    if (first)
        recorder_.service(sim::LectureEntryRow{now.count, ticket->second, guest, visit, way});
    return inside->second == visit ? sim::Form("lecture.admitted") : lecture_refused("already_in");
}

}  // namespace model
