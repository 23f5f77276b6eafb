// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/clinic/clinic_plan.h"
#include "models/identity/card_holder.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"

// The terminal at a clinic's reception (services.md S46): the patient lays the My Number Card down
// and shows the face or types the PIN, the insurers' service tells who is insured where, the
// clinic's book gives a number. Where that fails the clerk goes by a certificate on paper and marks
// the patient as unchecked, and the office asks later. No face leaves the terminal (P10).
namespace model
{

// The people before one clinic's terminals, first come first served, and whom its office has to ask
// for.
struct ClinicHall {
    struct Unchecked {
        std::int64_t visit = 0;
        std::string patient;
    };

    std::vector<ClinicVisit> visits;  // by time
    std::size_t called = 0, served = 0;
    std::vector<Unchecked> unchecked;

    const ClinicVisit* next() { return called < visits.size() ? &visits[called++] : nullptr; }
    bool over() const { return served == visits.size(); }
};

// What all terminals and offices of a run share.
struct ClinicGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    std::vector<ClinicHall> halls;  // of clinic n at n - 1
    std::function<HeldCard(std::uint32_t resident)> card_of;
    std::function<std::string(std::int32_t clinic, std::uint32_t resident)> name_of;
    std::shared_ptr<const MyNumberProfile> other_card;  // another issuer's
    ApduReaderTimes reader;
    sim::Quantiles greeting, writing, capture, handling, pin_entry;
    sim::RngStream stream;

    const sim::Clinics& rules() const { return *scenario.clinics; }
};

class ReceptionDesk final : public DeskProgram
{
public:
    ReceptionDesk(ClinicGround& ground, std::int32_t clinic) : ground_(ground), clinic_(clinic) {}

    void serve(Desk& desk) override;

private:
    struct Reception;  // under way

    void receive(Desk& desk, const ClinicVisit& visit);
    // Empty, or why the card does not do.
    std::string by_card(Desk& desk, Reception& one);
    bool recognised(Desk& desk, Reception& one) const;
    SignedText read_card(Desk& desk, const Reception& one) const;
    std::string ask(Desk& desk, Reception& one, const SignedText& proof);
    std::optional<sim::Form> to_insurers(Desk& desk, const sim::Form& request) const;
    void by_hand(Desk& desk, Reception& one);
    void book(Desk& desk, Reception& one);
    void close(Desk& desk, Reception& one, const std::string& why);
    fw::Nanos drawn(const sim::Quantiles& times, const ClinicVisit& visit, std::uint64_t draw) const
    {
        return times.at(ground_.stream.bits(static_cast<std::uint64_t>(visit.number), draw));
    }
    const sim::Clinics& rules() const { return ground_.rules(); }
    ClinicHall& hall() { return ground_.halls[static_cast<std::size_t>(clinic_ - 1)]; }

    ClinicGround& ground_;
    std::int32_t clinic_;
};

}  // namespace model
