// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/demand/caller_program.h"

// The tablet and reader of a vehicle on demand (services.md S19): asks for its next stop, drives
// there, reads the transit card of who boards, has the register of links tell its class and the
// dispatcher the fare, and takes the money where the ride ends. Without the register's answer the
// ride costs the full fare.
namespace model
{

class VanProgram final : public DeskProgram
{
public:
    VanProgram(DemandGround& ground, std::int32_t number) : ground_(ground), number_(number) {}

    void serve(Desk& desk) override;

private:
    void pick_up(Desk& desk, const sim::Form& order);
    void drop_off(Desk& desk, std::size_t which);
    void board(Desk& desk, std::size_t which);
    bool is_there(std::size_t which) const;
    std::optional<std::int64_t> class_by_card(Desk& desk, std::size_t which);
    std::optional<sim::Form> tell(Desk& desk, const char* kind, std::size_t which, sim::Form form);

    DemandGround& ground_;
    std::int32_t number_;
    std::int64_t place_ = 0, orders_ = 0;
};

}  // namespace model
