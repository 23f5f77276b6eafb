// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lecture/lecture_ground.h"

// A phone on which tickets for a lecture are bought with the My Number Card and its PIN, one after
// the other (services.md S33); the buyer agrees there that the doors know the face.
namespace model
{

class TicketBuyer final : public DeskProgram
{
public:
    TicketBuyer(LectureGround& ground, std::size_t phone) : ground_(ground), phone_(phone) {}

    void serve(Desk& desk) override;

private:
    void buy(Desk& desk, std::size_t which);
    // Empty, or why there is no ticket.
    std::string pay_by_card(Desk& desk, std::size_t which, sim::FlowRow& flow,
                            sim::LectureBuyRow& row);
    void agree(Desk& desk, std::size_t which, sim::FlowRow& flow);

    LectureGround& ground_;
    std::size_t phone_;  // from 0
};

}  // namespace model
