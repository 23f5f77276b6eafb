// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/lecture/lecture_ground.h"
#include "models/lecture/lecture_office.h"
#include "sim/app/link_services.h"

// Lectures put into the network of services: the office that sells and lets in, phones and doors.
// Cards, authority and names are those of the links.
namespace app
{

class LectureServices
{
public:
    LectureServices(const ServiceGround& ground, LinkServices& links,
                    const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

private:
    model::LectureGround shared(const ServiceGround& ground, LinkServices& links,
                                const sim::ServiceParameters& parameters) const;

    model::LectureGround lectures_;
    model::LectureOffice office_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
