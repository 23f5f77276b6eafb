// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/bus/face_matcher.h"
#include "models/service/desk.h"
#include "sim/base/quantiles.h"
#include "sim/scenario/face_boarding.h"

// The door of an autonomous bus: a rider walks in, the camera looks, the vehicle asks the boarding
// service with a pseudonym of its domain, and the rider is let in; whoever is not recognised in a
// few looks, or whom the network does not answer for, touches a card instead.
namespace model
{

struct WalkIn {
    fw::Nanos at{};
    std::uint32_t resident = 0;
    Face face;
    std::uint32_t number = 0;  // of the boarding in the run, from 0
};

// What happened at the door, for the judge: who it was and who was let in.
class FaceLog
{
public:
    virtual void boarded(const sim::FaceRow& row) = 0;

protected:
    ~FaceLog() = default;
};

class FaceCamera final : public DeskProgram
{
public:
    struct Parts {
        const sim::FaceBoarding& parameters;
        sim::RngStream stream;
        const std::vector<std::string>& pseudonyms;   // of the registered
        const std::vector<std::uint32_t>& residents;  // who they are
        FaceLog& log;
    };
    FaceCamera(Parts parts, std::vector<WalkIn> riders);

    void serve(Desk& desk) override;

private:
    void board(Desk& desk, const WalkIn& rider);
    std::optional<std::uint32_t> recognise(Desk& desk, const WalkIn& rider);
    std::string ask(Desk& desk, const WalkIn& rider, std::uint32_t person) const;
    std::uint64_t look_number(const WalkIn& rider, int look) const
    {
        return std::uint64_t{rider.number} << 8 | static_cast<std::uint64_t>(look);
    }

    Parts parts_;
    FaceMatcher matcher_;
    sim::Quantiles capture_, match_, card_touch_;
    std::vector<WalkIn> riders_;  // in order of time
};

}  // namespace model
