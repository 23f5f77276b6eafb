// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "models/bus/face_camera.h"
#include "models/cloud/boarding_register.h"
#include "sim/app/city_services.h"

// Boarding by face (services.md S18): registers residents, draws who walks into which vehicle, and
// puts cameras and the boarding service on the network.
namespace app
{

class FaceServices final : private model::FaceLog
{
public:
    FaceServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                 model::ServiceNetworkModule& network);

    // Of residents who took part.
    const std::vector<std::uint32_t>& people() const { return walkers_; }

private:
    void register_people();
    model::Face face_of(std::uint32_t person, std::uint64_t boarding) const;
    std::vector<std::vector<model::WalkIn>> draw_walk_ins();
    void send_everyone(std::vector<std::vector<model::WalkIn>>& by_vehicle);
    void enrol(std::uint32_t resident);
    void boarded(const sim::FaceRow& row) override { ground_.recorder.service(row); }

    const ServiceGround& ground_;
    const sim::FaceBoarding& face_;
    sim::RngStream stream_;
    model::BoardingRegister register_;
    std::vector<std::uint32_t> residents_;  // registered, by number
    std::vector<std::string> pseudonyms_;   // of the same
    std::vector<std::uint32_t> walkers_;
    std::vector<std::unique_ptr<model::FaceCamera>> cameras_;
};

}  // namespace app
