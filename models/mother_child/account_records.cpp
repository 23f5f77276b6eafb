// SPDX-License-Identifier: Apache-2.0
// The city's records in the accounts of the service for mother and child.
#include <algorithm>

#include "models/mother_child/account_office.h"

namespace model
{

namespace
{

std::string said(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

// "id|what|day|place": the part with that number.
std::string part_of(const std::string& record, int number)
{
    std::size_t from = 0;
    for (; number > 0; --number) {
        from = record.find('|', from);
        if (from == std::string::npos) return "";
        ++from;
    }
    return record.substr(from, record.find('|', from) - from);
}

}  // namespace

// Only the account's own phone may say for whom records are given back.
sim::Form AccountOffice::agree(const sim::Form& request, bool agrees)
{
    const auto owner = by_app_.find(said(request, "app"));
    const auto bearer = bearers_.find(said(request, "handbook"));
    if (owner == by_app_.end() || bearer == bearers_.end() || bearer->second.user != owner->second)
        return sim::Form("account.refused").set("reason", "not_yours");
    bearer->second.agreed = agrees;
    return sim::Form("return.noted").set("agreed", agrees);
}

// One bearer at a time: new accounts at once, everybody who agreed in the night.
sim::Form AccountOffice::run_job(const sim::Form& request, Line& line)
{
    std::string handbook;
    if (said(request, "job") == "fresh") {
        if (!fresh_.empty()) handbook = fresh_.front();
    } else {
        for (auto& [name, bearer] : bearers_)
            if (handbook.empty() && bearer.agreed && !bearer.asked) handbook = name;
    }
    if (!handbook.empty()) ask_city(handbook, line);
    const sim::Form reply = sim::Form("job.done").set("more", !handbook.empty());
    return answers_[said(request, "request")] = reply;
}

// Nobody is asked about who has ended it, and what comes back too late is dropped.
void AccountOffice::ask_city(const std::string& handbook, Line& line)
{
    Bearer& bearer = bearers_[handbook];
    const Account& account = accounts_[bearer.user];
    sim::Form question("data.ask");
    question.set("request", "data-" + handbook + "-" + std::to_string(line.now().count))
        .set("user", bearer.user)
        .set("handbook", handbook);
    if (!account.birth.empty())
        question.set("birth", account.birth).set("district", account.district);
    const auto told = line.call("child_health", question, rules_.deadline);
    if (!told) return;  // the next job asks again
    std::erase(fresh_, handbook);
    bearer.asked = true;
    if (told->kind() == "data.told" && said(*told, "user") == bearer.user && bearer.agreed)
        keep(handbook, *told, line.now());
}

void AccountOffice::keep(const std::string& handbook, const sim::Form& told, fw::Nanos now)
{
    Bearer& bearer = bearers_[handbook];
    for (const std::string& record : told.texts("records")) {
        const std::string number = part_of(record, 0);
        if (number.empty() || !bearer.records.emplace(number, record).second) continue;
        recorder_.service(sim::ReturnedRecordRow{now.count, bearer.user, handbook, number,
                                                 part_of(record, 1), part_of(record, 2),
                                                 part_of(record, 3).empty() ? 0 : 1});
    }
}

sim::Form AccountOffice::read(const sim::Form& request) const
{
    const auto owner = by_app_.find(said(request, "app"));
    if (owner == by_app_.end()) return sim::Form("account.refused").set("reason", "not_started");
    std::vector<std::string> all;
    bool asked = true;
    for (const auto& [handbook, bearer] : bearers_) {
        if (bearer.user != owner->second) continue;
        asked = asked && std::find(fresh_.begin(), fresh_.end(), handbook) == fresh_.end();
        for (const auto& [number, record] : bearer.records) all.push_back(record);
    }
    return sim::Form("records.told").set("records", all).set("complete", asked);
}

}  // namespace model
