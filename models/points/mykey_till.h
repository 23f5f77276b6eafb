// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "models/points/mykey_plan.h"
#include "models/service/desk.h"

// A shop's till that takes points of the MyKey platform (services.md S52): the customer shows a
// ticket on the phone. Where no answer comes the customer pays in cash, and the till voids the
// receipt until the platform says that nothing was taken.
namespace model
{

class MyKeyTill final : public DeskProgram
{
public:
    MyKeyTill(MyKeyGround& ground, std::int64_t shop) : ground_(ground), shop_(shop) {}

    void serve(Desk& desk) override;

private:
    void sell(Desk& desk, std::size_t which);
    std::optional<sim::Form> pay(Desk& desk, const PointPurchase& purchase,
                                 const std::string& ticket) const;
    bool tell_voids(Desk& desk);  // false: nobody answers

    MyKeyGround& ground_;
    std::int64_t shop_;
    std::deque<std::string> voids_;  // receipts not yet told
};

}  // namespace model
