// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/account_office.h"

#include <algorithm>

#include "models/people/person_names.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("account.refused").set("reason", reason);
}

std::string said(const sim::Form& form, const char* field)
{
    return form.text(field).value_or("");
}

}  // namespace

AccountOffice::AccountOffice(const sim::Scenario& scenario, CareDesk* care, sim::Recorder& recorder)
    : rules_(*scenario.mother_child),
      care_(care),
      recorder_(recorder),
      stream_(scenario.seed, "motherhood")
{
}

void AccountOffice::adopt(const std::string& user, const std::string& app,
                          const std::string& serial, const std::vector<std::string>& handbooks)
{
    accounts_[user] = {user, serial, "", "", State::started, "", {}, "", "", app};
    by_serial_[serial] = user;
    by_app_[app] = user;
    for (const std::string& handbook : handbooks) bearers_[handbook].user = user;
}

// What asks changes nothing and is asked anew.
sim::Form AccountOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = said(request, "request");
    if (number.empty()) return refused("malformed");
    if (request.kind() == "start.state") return state_of(request);
    if (request.kind() == "records.read") return read(request);
    if (request.kind() == "start.seen") {
        const Account* const account = account_of(request);
        return account ? sim::Form("start.code").set("code", account->code)
                       : refused("unknown_user");
    }
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    if (request.kind() == "account.open" || request.kind() == "account.again")
        return open(request, line);
    if (request.kind() == "job.run") return run_job(request, line);
    return answers_[number] = decide(request, line);
}

sim::Form AccountOffice::decide(const sim::Form& request, Line& line)
{
    const fw::Nanos now = line.now();
    if (request.kind() == "enrol.begin") return begin(request);
    if (request.kind() == "start.scan") return scan(request, now);
    if (request.kind() == "start.confirm" || request.kind() == "start.reject")
        return confirm(request, now);
    if (request.kind() == "return.agree" || request.kind() == "return.claim")
        return agree(request, true);
    if (request.kind() == "return.end") return agree(request, false);
    if (request.kind() == "qr.again") {
        Account* const account = account_of(request);
        if (!account || account->state != State::opened) return refused("not_open");
        return show_qr(*account, now);
    }
    if (care_ && (request.kind() == "news.read" || request.kind() == "date.enter"))
        return care_->answer(request, now);
    return refused("malformed");
}

AccountOffice::Account* AccountOffice::account_of(const sim::Form& request)
{
    const auto found = accounts_.find(said(request, "user"));
    return found == accounts_.end() ? nullptr : &found->second;
}

void AccountOffice::record(const Account& account, const std::string& handbook, const char* change,
                           fw::Nanos now)
{
    recorder_.service(sim::MotherAccountRow{now.count, account.user, handbook, change, account.app,
                                            account.serial});
}

std::string AccountOffice::fresh_token()
{
    ++drawn_;
    return hex_name(stream_, drawn_, 1) + hex_name(stream_, drawn_, 2);
}

sim::Form AccountOffice::begin(const sim::Form& request)
{
    const std::string challenge = fresh_token();
    challenges_[said(request, "request")] = challenge;
    return sim::Form("enrol.challenge").set("challenge", challenge);
}

std::string AccountOffice::objection(const sim::Form& request) const
{
    const std::string challenge = said(request, "challenge");
    const bool ours = std::any_of(challenges_.begin(), challenges_.end(),
                                  [&](const auto& one) { return one.second == challenge; });
    if (said(request, "handbook").empty()) return "no_handbook";
    if (!request.flag("explained")) return "not_explained";
    return ours ? "" : "foreign_proof";
}

// The state changes after the authority has answered, and a copy may have come through meanwhile.
sim::Form AccountOffice::open(const sim::Form& request, Line& line)
{
    if (const std::string why = objection(request); !why.empty()) return refused(why);
    sim::Form question("signature.check");
    for (const char* field : {"serial", "certificate", "challenge", "signature"})
        question.set(field, said(request, field));
    const auto facts = line.call("signatures", question.set("want_birth", true), rules_.deadline);
    const std::string number = said(request, "request");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    if (!facts) return refused("authority_away");
    if (!facts->flag("valid")) return answers_[number] = refused(said(*facts, "reason"));
    return answers_[number] = open_proven(request, *facts, line.now());
}

// One account for a person; who was not started yet is shown a fresh code.
sim::Form AccountOffice::open_proven(const sim::Form& request, const sim::Form& facts,
                                     fw::Nanos now)
{
    const std::string serial = said(request, "serial"), handbook = said(request, "handbook");
    const auto known = by_serial_.find(serial);
    if (known != by_serial_.end() && accounts_[known->second].state == State::started)
        return refused("has_account");
    const auto bearer = bearers_.find(handbook);
    if (bearer != bearers_.end() &&
        (known == by_serial_.end() || bearer->second.user != known->second))
        return refused("handbook_used");
    if (known == by_serial_.end()) {
        const std::string user = hex_name(stream_, ++drawn_, 3);
        accounts_[user] = {
            user, serial, said(facts, "birth"), said(facts, "district"), State::opened, "", {}, "",
            "",   ""};
        by_serial_[serial] = user;
        bearers_[handbook].user = user;
        bearers_[handbook].agreed = true;
        fresh_.push_back(handbook);
        record(accounts_[user], handbook, "opened", now);
    }
    Account& account = accounts_[by_serial_[serial]];
    const bool again = request.kind() == "account.again";
    return show_qr(account, now)
        .set("kind", again ? "account.reopened" : "account.opened")
        .set("user", account.user);
}

void AccountOffice::close_day(fw::Nanos end)
{
    for (const auto& [handbook, bearer] : bearers_) {
        Account& account = accounts_[bearer.user];
        if (account.state == State::opened) record(account, handbook, "lapsed", end);
    }
}

}  // namespace model
