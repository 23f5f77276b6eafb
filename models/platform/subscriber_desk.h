// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/service/desk.h"
#include "sim/scenario/platform.h"

// A subscriber of the data-linkage platform: the city's living-tech project (services.md, S15),
// which looks for changes every minute and reads them one by one.
namespace model
{

class SubscriberDesk final : public DeskProgram
{
public:
    SubscriberDesk(const sim::Platform& parameters, fw::Nanos from, fw::Nanos to);

    void serve(Desk& desk) override;

private:
    void read_all(Desk& desk);

    sim::Platform parameters_;
    fw::Nanos from_, last_;
    std::int64_t read_ = 0;  // changes it has
    std::uint64_t requests_ = 0;
};

}  // namespace model
