// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mother_child/maternity_counter.h"

// The phone of who stands at a counter, or of somebody behind her (services.md S43): reads the code
// on the screen, shows a number to be compared there, and begins the service when the counter has
// said that it is hers.
namespace model
{

class MotherPhone final : public DeskProgram
{
public:
    MotherPhone(MotherGround& ground, std::size_t counter, bool hers)
        : ground_(ground), counter_(counter), hers_(hers)
    {
    }

    void serve(Desk& desk) override;

private:
    struct Read;

    bool may_read(const MotherScreen& screen) const;
    void read(Desk& desk, MotherScreen& screen);
    std::string start(Desk& desk, MotherScreen& screen, Read& one);
    void see_records(Desk& desk, Read& one);
    bool read_once(Desk& desk, MotherScreen& screen, const MotherVisit& visit,
                   const std::string& qr);
    std::optional<sim::Form> ask(Desk& desk, const char* kind, const Read& one);

    MotherGround& ground_;
    std::size_t counter_;
    bool hers_;
    std::string read_;  // the code that was read last
    std::int64_t reads_ = 0;
    std::int64_t begun_ = 0;  // visit whose phone has begun
};

}  // namespace model
