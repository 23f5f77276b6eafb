// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>

#include "models/disaster/shelter_plan.h"
#include "models/identity/card_holder.h"
#include "models/service/desk.h"
#include "sim/base/quantiles.h"
#include "sim/record/recorder.h"

// The reception of a shelter, the city's crisis room and relatives' phones (services.md S50). A
// tablet reads the card without a PIN and keeps what it could not tell until the network is back;
// without power, and for people without a card, name and birth date stand on paper first.
namespace model
{

struct ShelterGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    ShelterPlan plan;
    std::vector<sim::ShelterEventRow> events;  // visit n at n
    const std::vector<Resident>& residents;
    std::shared_ptr<const MyNumberProfile> card;
    ApduReaderTimes reader;
    sim::Quantiles handling, writing;
    sim::RngStream stream;

    const sim::Shelters& rules() const { return *scenario.shelters; }
};

class ShelterTablet final : public DeskProgram
{
public:
    ShelterTablet(ShelterGround& ground, std::int32_t tablet) : ground_(ground), tablet_(tablet) {}

    void serve(Desk& desk) override;

private:
    void receive(Desk& desk, std::size_t which);
    bool read_card(Desk& desk, std::size_t which, std::uint32_t flow);
    // When power is back; none: it is there.
    std::optional<fw::Nanos> dark(fw::Nanos now) const;
    void key_paper_in(Desk& desk);
    // What waits, until the network fails; true: nothing waits any more.
    bool send(Desk& desk);
    sim::Form request_for(std::size_t which) const;

    ShelterGround& ground_;
    std::int32_t tablet_;
    std::deque<std::size_t> paper_, waiting_;  // visits
};

class CrisisRoom final : public DeskProgram
{
public:
    explicit CrisisRoom(ShelterGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    ShelterGround& ground_;
};

class RelativePhone final : public DeskProgram
{
public:
    RelativePhone(ShelterGround& ground, std::size_t phone) : ground_(ground), phone_(phone) {}

    void serve(Desk& desk) override;

private:
    void ask(Desk& desk, const FamilyAsk& one, std::size_t number);
    void close(Desk& desk, sim::FlowRow& flow, const FamilyAsk& one,
               const std::optional<sim::Form>& reply);

    ShelterGround& ground_;
    std::size_t phone_;
};

}  // namespace model
