// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/points/mykey_plan.h"
#include "models/service/desk.h"

// Phones of customers who move points to the MyKey platform and fetch tickets to pay with
// (services.md S52). The phone is its owner's own: it alone knows both names, and tells each side
// its own.
namespace model
{

class MyKeyPhone final : public DeskProgram
{
public:
    // Serves every so many-th member.
    MyKeyPhone(MyKeyGround& ground, std::size_t phone);

    void serve(Desk& desk) override;

private:
    struct Act {
        fw::Nanos at{};
        bool moves = true;  // or fetches the ticket of a purchase
        std::size_t which = 0;
    };

    void move(Desk& desk, std::size_t which);
    void fetch(Desk& desk, std::size_t which);
    std::string ticket(Desk& desk, const std::string& request, std::size_t member,
                       const std::string& purpose);
    std::int64_t points_to_move(Desk& desk, const PointMove& move);
    // As the phone heard: moved | on_way | refused | none.
    std::string ask(Desk& desk, const sim::MyKeyWishRow& wish, std::size_t member);

    MyKeyGround& ground_;
    std::vector<Act> acts_;  // by time
};

}  // namespace model
