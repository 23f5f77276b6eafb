// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/people/riders.h"

// The shops of a run, each with one phone, and who buys what there: customers who rode a bus and
// walk in from the stop, and others with cards of their own. Rows, drawn before the run.
namespace model
{

struct Shop {
    std::string name;                  // "shop-12"
    std::uint32_t place = 0;           // numbers of shops follow those of buses
    std::uint32_t device = 0;          // likewise those of readers
    std::uint16_t operator_index = 0;  // under which clearing pays it
    std::uint8_t phone = 0;            // into DeviceParameters::phones
    std::vector<std::uint32_t> sales;  // into ShopDay::sales, in order of time
};

struct Sale {
    fw::Nanos at{};  // the amount is on the till
    std::uint32_t shop = 0;
    std::uint32_t card = 0;
    fw::Yen amount{};
    bool returned = false;        // and cancelled at once
    bool returned_again = false;  // and the key pressed once more
};

struct ShopDay {
    std::vector<Shop> shops;
    std::vector<Sale> sales;
};

// Adds the cards of customers who do not ride to the holders.
ShopDay draw_sales(const sim::Timetable& timetable, const sim::Scenario& scenario,
                   const DayPlan& plan, People& people);

}  // namespace model
