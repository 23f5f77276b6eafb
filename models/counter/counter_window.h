// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/counter/counter_plan.h"
#include "models/counter/ticket_hall.h"
#include "models/identity/card_holder.h"
#include "sim/base/quantiles.h"
#include "sim/record/recorder.h"

// A window of the support counter and the office behind it (services.md S54, S51): take a photo,
// read the card, do the work, file the application.
//
//   counter.file request, procedure -> counter.filed application | counter.refused reason
namespace model
{

struct CounterGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    std::vector<CounterVisit> visits;
    TicketHall hall;                              // ticket n is visit n
    std::vector<std::string> outcomes;            // of tickets
    std::vector<std::vector<std::size_t>> serve;  // procedures, by window
    std::shared_ptr<const MyNumberProfile> card;
    ApduReaderTimes reader;
    sim::Quantiles handling;
    std::vector<sim::Quantiles> photo, work;  // by procedure
    sim::RngStream stream;

    const sim::SupportCounter& rules() const { return *scenario.support_counter; }
    std::string ticket_name(std::size_t ticket) const;
};

class CounterWindow final : public DeskProgram
{
public:
    CounterWindow(CounterGround& ground, std::size_t window) : ground_(ground), window_(window) {}

    void serve(Desk& desk) override;

private:
    void attend(Desk& desk, std::size_t ticket);
    // Photo, card and work; false: papers are missing, or the card could not be read.
    bool capture(Desk& desk, std::size_t ticket, std::uint32_t flow);
    bool read_card(Desk& desk, std::size_t ticket, std::uint32_t flow);
    std::string file(Desk& desk, std::size_t ticket, sim::FlowRow& flow);

    CounterGround& ground_;
    std::size_t window_;
};

class SupportOffice final : public BackEnd
{
public:
    SupportOffice(const sim::SupportCounter& rules, sim::Recorder& recorder)
        : rules_(rules), recorder_(recorder)
    {
    }

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    const sim::SupportCounter& rules_;
    sim::Recorder& recorder_;
    std::map<std::string, std::int64_t> filed_;  // applications, by request
};

}  // namespace model
