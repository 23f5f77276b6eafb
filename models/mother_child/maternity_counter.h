// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/identity/link_desk.h"
#include "models/mother_child/registration_plan.h"
#include "models/mother_child/signature_reader.h"
#include "models/service/ask_again.h"
#include "sim/base/quantiles.h"
#include "sim/record/recorder.h"

// The city's counter for expectant mothers, with a clerk, a PC and a reader (services.md S43): the
// ten steps from the pregnancy slip to the code on the screen that her phone reads.
namespace model
{

// What the eyes of those at a counter see: no message.
struct MotherScreen {
    const MotherVisit* visit = nullptr;  // who stands there
    std::string qr;
    std::string code_on_phone;  // hers
    std::string account;
    bool closed = false;  // the day is over
};

// What counters and phones of a run share, made once, kept by reference.
struct MotherGround {
    struct Card {
        std::shared_ptr<const MyNumberProfile> profile;
        sim::Secret password;
        std::string serial;
    };
    struct Person {
        std::string family, given, birth, district;
    };

    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    std::vector<MotherVisit> visits;
    std::function<Card(std::uint32_t resident)> card_of;
    std::function<Person(std::uint32_t resident)> person_of;
    ApduReaderTimes reader;
    sim::Quantiles look, explain, handling, password;
    sim::RngStream stream;
    std::vector<MotherScreen> screens;  // by counter
    std::size_t served = 0;             // visits that have found a counter

    const sim::MotherChild& rules() const { return *scenario.mother_child; }
    Asking asking() const { return {rules().deadline, rules().attempts, {}}; }
    // Her phone's name for the operator, or that of the one behind her.
    std::string app_of(const MotherVisit& visit, bool hers) const;
};

class MaternityCounter final : public DeskProgram
{
public:
    MaternityCounter(MotherGround& ground, std::size_t counter) : ground_(ground), counter_(counter)
    {
    }

    void serve(Desk& desk) override;

private:
    struct Session;

    void serve(Desk& desk, const MotherVisit& visit);
    // Each part: empty, or why it ends.
    std::string register_here(Desk& desk, Session& s);
    std::string hand_slip_in(Desk& desk, Session& s);
    sim::Form slip(const Session& s, bool again) const;
    std::string sign(Desk& desk, Session& s);
    sim::Form wish(const Session& s) const;
    std::string open_account(Desk& desk, Session& s);
    std::string show_code(Desk& desk, Session& s);
    std::string wait_for_phone(Desk& desk, Session& s);
    void end_flow(Desk& desk, const Session& s, sim::FlowRow& flow, const std::string& why) const;
    std::string compare(Desk& desk, Session& s, const std::string& code);
    std::optional<sim::Form> ask(Desk& desk, const char* to, const sim::Form& request);
    void note(Desk& desk, const Session& s, int step);

    MotherGround& ground_;
    std::size_t counter_;
};

}  // namespace model
