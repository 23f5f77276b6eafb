// SPDX-License-Identifier: Apache-2.0
#include "models/health/mileage_server.h"

#include <algorithm>

namespace model
{

MileageServer::MileageServer(const sim::Scenario& scenario, MileageServerSetting setting,
                             sim::Recorder& recorder)
    : rules_(*scenario.health),
      setting_(std::move(setting)),
      recorder_(recorder),
      book_(rules_.items, rules_.rules)
{
}

void MileageServer::adopt(const std::string& member, const MemberFacts& facts)
{
    book_.enter(member, facts);
    note(member, "earlier", "", {-1});
}

void MileageServer::adopt(const std::string& member, const Reading& reading)
{
    keep(member, {reading}, {-1});
}

void MileageServer::note(const std::string& member, const char* event, const std::string& account,
                         fw::Nanos now)
{
    const MemberFacts facts = *book_.facts_of(member);
    recorder_.service(sim::HealthMemberRow{setting_.name, ++seq_, now.count, member, event, account,
                                           facts.district, facts.band});
}

std::int64_t MileageServer::keep(const std::string& member, const std::vector<Reading>& readings,
                                 fw::Nanos now)
{
    std::int64_t fresh = 0;
    for (const Reading& one : readings) {
        if (book_.keep(member, one) == MileageBook::Kept::had) continue;
        ++fresh;
        recorder_.service(sim::HealthKeptRow{setting_.name, ++seq_, now.count, member, one.id,
                                             one.version, one.item + 1, one.value,
                                             one.measured.count});
    }
    return fresh;
}

std::string MileageServer::subject_of(const sim::Form& request) const
{
    return book_.holder_of(request.text("subject").value_or(""));
}

sim::Form MileageServer::answer(const sim::Form& request, const std::string& from, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    const std::string kind = request.kind();
    if (kind == "reading.upload") return upload(request, line.now());
    if (kind == "collect.member") return collect(request, line);
    if (kind == "view.mine") return view(request, line.now());
    if (kind == "dash.read") return dash(request, from, line.now());
    if (kind == "advice.ask") return advise(request, line);
    if (kind == "member.enter") return answers_[number] = enter(request, line.now());
    if (kind == "member.leave") return answers_[number] = leave(request, line.now());
    if (kind == "advice.change") return answers_[number] = change_advice(request, line.now());
    if (kind == "device.lend" || kind == "device.end")
        return answers_[number] = note_device(request);
    return refused("malformed");
}

sim::Form MileageServer::enter(const sim::Form& request, fw::Nanos now)
{
    const std::string member = request.text("subject").value_or("");
    const std::string account = request.text("account").value_or("");
    if (member.empty()) return refused("malformed");
    if (!account.empty()) {
        const std::string holder = book_.holder_of(account);
        if (holder == account && !is_member(account)) return refused("unknown_account");
        if (request.text("accountToken") != setting_.token_of(account))
            return refused("account_of_another");
    }
    const MemberFacts facts{request.text("district").value_or(""),
                            request.text("ageBand").value_or(""), request.flag("linked")};
    book_.enter(member, facts);
    note(member, "entered", "", now);
    if (!account.empty() && book_.move(account, member)) note(member, "moved", account, now);
    return sim::Form("member.entered").set("points", book_.points_of(member));
}

sim::Form MileageServer::leave(const sim::Form& request, fw::Nanos now)
{
    const std::string member = subject_of(request);
    if (!is_member(member)) return refused("unknown_member");
    book_.unlink(member);
    note(member, "left", "", now);
    return sim::Form("member.left");
}

sim::Form MileageServer::upload(const sim::Form& request, fw::Nanos now)
{
    const std::string member = subject_of(request);
    const auto readings = readings_in(request, rules_.items);
    const auto device = request.number("device");
    if (!readings || !device) return refused("malformed");
    if (!is_member(member)) return refused("unknown_member");
    for (const Reading& one : *readings)
        if (device_of(one.id) != *device) return refused("reading_of_another");
    if (const auto lent = lent_.find(*device); lent != lent_.end()) {
        if (lent->second.lost) return refused("device_lost");
        if (book_.holder_of(lent->second.subject) != member) return refused("device_of_another");
    }
    return sim::Form("reading.taken").set("new", keep(member, *readings, now));
}

// Asks the portal for what has come since the last time; what was had already changes nothing.
sim::Form MileageServer::collect(const sim::Form& request, Line& line)
{
    const std::string member = subject_of(request);
    if (!is_member(member)) return refused("unknown_member");
    if (!book_.facts_of(member)->linked) return refused("not_linked");
    const auto reply = line.call("exchange",
                                 sim::Form("record.pull")
                                     .set("request", *request.text("request"))
                                     .set("subject", member)
                                     .set("after_ns", collected_[member]),
                                 rules_.deadline * 2);
    if (!reply) return refused("no_answer");
    if (reply->kind() != "record.bundle") return refused(reply->text("reason").value_or("refused"));
    const auto readings = readings_in(*reply, rules_.items);
    const auto served = reply->number("served_ns");
    if (!readings || !served) return refused("malformed");
    collected_[member] = std::max(collected_[member], *served);
    return sim::Form("collect.done").set("new", keep(member, *readings, line.now()));
}

sim::Form MileageServer::note_device(const sim::Form& request)
{
    const auto device = request.number("device");
    if (!device) return refused("malformed");
    if (request.kind() == "device.end") {
        Lent& lent = lent_[*device];
        lent.lost = request.text("event") == "lost";
        if (!lent.lost) lent.subject.clear();
        return sim::Form("device.noted");
    }
    const std::string member = subject_of(request);
    if (!is_member(member)) return refused("unknown_member");
    lent_[*device] = {member, false};
    return sim::Form("device.noted");
}

void MileageServer::close_day()
{
    for (const auto& [member, readings] : book_.readings())
        for (const Reading& one : readings)
            recorder_.service(sim::HealthHeldRow{setting_.name, member, one.id, one.version});
}

}  // namespace model
