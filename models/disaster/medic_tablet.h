// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>

#include "models/disaster/aid_edition.h"
#include "models/disaster/first_aid_plan.h"
#include "models/disaster/first_aid_rules.h"
#include "models/identity/card_holder.h"
#include "sim/base/quantiles.h"
#include "sim/record/recorder.h"

// A medic's tablet in a shelter (services.md S65).
// The evacuee lays down the card or shows a code of the app, which needs no network; the tablet
// asks the register, and when nobody answers it shows what it holds, under the same rule, and tells
// the log later. A code that eyes see is no message.
namespace model
{

struct FirstAidGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    FirstAidPlan plan;
    std::shared_ptr<const MyNumberProfile> card;
    ApduReaderTimes reader;
    sim::Quantiles handling, scanning;
    sim::RngStream stream;

    const sim::FirstAid& rules() const { return *scenario.first_aid; }
};

class MedicTablet final : public DeskProgram
{
public:
    MedicTablet(FirstAidGround& ground, std::int32_t tablet) : ground_(ground), tablet_(tablet) {}

    void serve(Desk& desk) override;

private:
    struct Look;

    // Fetches what changed and tells the log, as often as the tablet may, until then.
    void idle(Desk& desk, fw::Nanos until);
    void fetch(Desk& desk);
    sim::Form ask_for(Desk& desk, const AidEdition& edition) const;
    bool tell_log(Desk& desk);
    void look(Desk& desk, std::size_t which);
    bool read(Desk& desk, const Look& look);
    AidAsk ask_of(Desk& desk, const Look& look) const;
    // Why nothing is shown, empty: it is.
    std::string open(Desk& desk, Look& look, const AidAsk& ask);
    std::string open_held(Look& look, const AidAsk& ask);
    bool too_many(fw::Nanos now);
    void keep_log(const Look& look, const AidAsk& ask, const std::string& outcome);
    void close(Desk& desk, Look& look, const std::string& why);

    FirstAidGround& ground_;
    std::int32_t tablet_;
    std::map<std::string, AidEdition::Entry> held_;  // by person
    std::int64_t made_ = -1;                         // what is held is as the register knew it then
    fw::Nanos next_fetch_{};
    std::deque<sim::Form> log_;
    std::deque<fw::Nanos> shown_;  // of the last hour
};

}  // namespace model
