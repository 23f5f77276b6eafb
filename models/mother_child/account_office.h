// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <set>

#include "models/mother_child/care_desk.h"
#include "models/service/desk.h"
#include "sim/base/date.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The back end "motherhood": the certified operator of the service for mother and child
// (services.md S43 to S45). Opens accounts for proven people, gives each phone its one start by a
// code on the screen, asks the city for records of those who agreed, and keeps them. It knows
// people by user id and handbook, never by the city's number. A request that comes twice has one
// answer.
//
//   enrol.begin  -> enrol.challenge       account.open -> account.opened user, qr
//   qr.again     -> qr.shown              start.scan   -> start.pending code
//   start.seen   -> start.code            start.confirm -> start.confirmed
//   account.again -> account.reopened     start.reject -> qr.shown
//   start.state  -> start.state           return.agree, return.end -> return.noted
//   job.run      -> job.done              records.read -> records.told
//   news.read, date.enter: see care_desk.h. Otherwise account.refused with a reason.
namespace model
{

class AccountOffice final : public BackEnd
{
public:
    AccountOffice(const sim::Scenario& scenario, CareDesk* care, sim::Recorder& recorder);

    // An account of earlier days: its phone and the handbooks it speaks for.
    void adopt(const std::string& user, const std::string& app, const std::string& serial,
               const std::vector<std::string>& handbooks);
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    // Accounts that no phone has started lapse.
    void close_day(fw::Nanos end);

private:
    enum class State : std::uint8_t { opened, started, lapsed };
    struct Account {
        std::string user, serial, birth, district;
        State state = State::opened;
        std::string qr;
        fw::Nanos qr_until{};
        std::string pending, code;  // phone that read the code, and what it shows
        std::string app;            // that was let in
    };
    struct Bearer {  // of a handbook
        std::string user;
        bool agreed = false;
        bool asked = false;                          // in this night
        std::map<std::string, std::string> records;  // by their number at the city
    };

    sim::Form decide(const sim::Form& request, Line& line);
    sim::Form begin(const sim::Form& request);
    sim::Form open(const sim::Form& request, Line& line);
    std::string objection(const sim::Form& request) const;
    sim::Form open_proven(const sim::Form& request, const sim::Form& facts, fw::Nanos now);
    sim::Form show_qr(Account& account, fw::Nanos now);
    sim::Form scan(const sim::Form& request, fw::Nanos now);
    sim::Form confirm(const sim::Form& request, fw::Nanos now);
    sim::Form state_of(const sim::Form& request) const;
    sim::Form agree(const sim::Form& request, bool agrees);
    sim::Form run_job(const sim::Form& request, Line& line);
    void ask_city(const std::string& handbook, Line& line);
    void keep(const std::string& handbook, const sim::Form& told, fw::Nanos now);
    sim::Form read(const sim::Form& request) const;
    void record(const Account& account, const std::string& handbook, const char* change,
                fw::Nanos now);
    Account* account_of(const sim::Form& request);
    std::string fresh_token();

    const sim::MotherChild& rules_;
    CareDesk* care_;
    sim::Recorder& recorder_;
    sim::RngStream stream_;
    std::uint64_t drawn_ = 0;
    std::map<std::string, sim::Form> answers_;                       // by request
    std::map<std::string, std::string> challenges_;                  // by request that begins
    std::map<std::string, Account> accounts_;                        // by user
    std::map<std::string, Bearer> bearers_;                          // by handbook
    std::map<std::string, std::string> by_serial_, by_app_, by_qr_;  // users
    std::set<std::string> turned_away_;                              // phones
    std::deque<std::string> fresh_;  // handbooks the city was not asked about yet
};

}  // namespace model
