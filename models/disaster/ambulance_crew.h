// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/disaster/emergency_office.h"
#include "models/identity/card_holder.h"
#include "sim/base/quantiles.h"

// The crew of an ambulance with a card reader, and the phone of who was helped (services.md S47):
// drive to the patient, read the card without a PIN, ask for the emergency data until the radio
// answers, send it ahead to the emergency room, and arrive. Later the person's phone asks who read
// what.
namespace model
{

struct EmergencyGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    std::vector<EmergencyCall> calls;
    std::shared_ptr<const MyNumberProfile> card;
    ApduReaderTimes reader;
    sim::Quantiles handling;
    sim::RngStream stream;

    const sim::Emergency& rules() const { return *scenario.emergency; }
};

class AmbulanceCrew final : public DeskProgram
{
public:
    AmbulanceCrew(EmergencyGround& ground, std::int32_t number) : ground_(ground), number_(number)
    {
    }

    void serve(Desk& desk) override;

private:
    struct Ride;

    void drive(Desk& desk, const EmergencyCall& call);
    void close(Desk& desk, Ride& ride, const std::string& why);
    bool read_card(Desk& desk, const Ride& ride);
    std::string open_set(Desk& desk, Ride& ride);
    void send_ahead(Desk& desk, Ride& ride);
    // Again and again until the radio answers or the hospital is reached.
    std::optional<sim::Form> until_there(Desk& desk, const char* to, const Ride& ride,
                                         const sim::Form& request);

    EmergencyGround& ground_;
    std::int32_t number_;
};

class NotifiedPerson final : public DeskProgram
{
public:
    explicit NotifiedPerson(EmergencyGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    EmergencyGround& ground_;
};

}  // namespace model
