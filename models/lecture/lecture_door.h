// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lecture/lecture_ground.h"

// A door of the hall (services.md S33): it compares a face in itself with those of who bought and
// agreed; whom it does not open for is asked for the card. The people before it wait in line.
namespace model
{

class LectureDoor final : public DeskProgram
{
public:
    LectureDoor(LectureGround& ground, std::int32_t door)
        : ground_(ground), door_(door), matcher_(ground.faces, ground.stream)
    {
    }

    void serve(Desk& desk) override;

private:
    void receive(Desk& desk, const LectureVisit& visit);
    void close(Desk& desk, sim::LectureVisitRow& row, sim::FlowRow& flow) const;
    void recognise(Desk& desk, const LectureVisit& visit, sim::LectureVisitRow& row) const;
    // Empty: let in; else why not.
    std::string by_face(Desk& desk, const sim::LectureVisitRow& row) const;
    std::string by_card(Desk& desk, const LectureVisit& visit, std::uint32_t flow) const;

    LectureGround& ground_;
    std::int32_t door_;
    FaceMatcher matcher_;
};

}  // namespace model
