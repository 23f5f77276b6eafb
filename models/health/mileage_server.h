// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/health/mileage_book.h"
#include "models/service/desk.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The back end "mileage-N" of one municipality (services.md S49, S55, S56, S59, S63, S64). People
// are names of this domain; where they live and their age class come from the exchange, records of
// clinics from the portal through it. Readings count once however often they come.
//
//   member.enter   request, subject, district, ageBand, linked, [account, accountToken]
//                                                           -> member.entered
//   member.leave   request, subject                         -> member.left
//   reading.upload request, subject, device, readings       -> reading.taken new
//   collect.member request, subject                         -> collect.done new
//   view.mine      request, subject                         -> view.points points
//   dash.read      request, role, item, day                 -> dash.cells district, ageBand,
//   people,
//                                                              sum
//   device.lend    request, device, subject                 -> device.noted
//   device.end     request, device, event                   -> device.noted
//   advice.ask     request, subject                         -> advice.told subject, advice, origin
//   advice.change  request, subject, advice                 -> advice.noted
// Otherwise mileage.refused with a reason.
namespace model
{

// What a server is told of its accounts from before, and who sits at which screen.
struct MileageServerSetting {
    std::string name, municipality;
    std::function<std::string(const std::string& account)> token_of;
    std::map<std::string, std::string> role_of_screen;
};

class MileageServer final : public BackEnd
{
public:
    MileageServer(const sim::Scenario& scenario, MileageServerSetting setting,
                  sim::Recorder& recorder);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

    // What stood before the run.
    void adopt(const std::string& member, const MemberFacts& facts);
    void adopt(const std::string& member, const Reading& reading);
    void close_day();

private:
    struct Lent {
        std::string subject;
        bool lost = false;
    };

    sim::Form enter(const sim::Form& request, fw::Nanos now);
    sim::Form leave(const sim::Form& request, fw::Nanos now);
    sim::Form upload(const sim::Form& request, fw::Nanos now);
    sim::Form collect(const sim::Form& request, Line& line);
    sim::Form view(const sim::Form& request, fw::Nanos now);
    sim::Form dash(const sim::Form& request, const std::string& screen, fw::Nanos now);
    std::string objection(const std::string& screen, const sim::DashboardRole* role,
                          const std::string& item) const;
    sim::Form show(const std::vector<DashboardCell>& cells);
    sim::Form note_device(const sim::Form& request);
    sim::Form advise(const sim::Form& request, Line& line);
    sim::Form change_advice(const sim::Form& request, fw::Nanos now);
    static sim::Form refused(const std::string& reason)
    {
        return sim::Form("mileage.refused").set("reason", reason);
    }
    bool is_member(const std::string& name) const { return book_.facts_of(name) != nullptr; }
    std::string subject_of(const sim::Form& request) const;
    std::int64_t keep(const std::string& member, const std::vector<Reading>& readings,
                      fw::Nanos now);
    void note(const std::string& member, const char* event, const std::string& account,
              fw::Nanos now);
    void note_advice(const std::string& member, const char* event, const std::string& advice,
                     const std::string& origin, fw::Nanos now);

    const sim::Health& rules_;
    MileageServerSetting setting_;
    sim::Recorder& recorder_;
    MileageBook book_;
    std::int64_t seq_ = 0, looks_ = 0;
    std::map<std::string, sim::Form> answers_;       // by request
    std::map<std::string, std::int64_t> collected_;  // by member, portal's ns
    std::map<std::int64_t, Lent> lent_;              // by device
    std::map<std::string, std::string> overridden_;  // advice by member, of a nurse
};

}  // namespace model
