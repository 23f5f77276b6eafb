// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// A tariff with a pass for a day and one for a section, and a recorder that keeps rows of passes.
namespace model
{

struct KeptPasses final : sim::Recorder {
    std::vector<sim::PassRow> rows;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const pass = std::get_if<sim::PassRow>(&row)) rows.push_back(*pass);
    }
    template <class Row>
    std::vector<Row> of() const
    {
        std::vector<Row> found;
        for (const sim::PassRow& row : rows)
            if (const auto* const one = std::get_if<Row>(&row)) found.push_back(*one);
        return found;
    }
};

inline sim::Scenario pass_scenario()
{
    sim::Scenario scenario;
    scenario.linking.emplace();
    scenario.residents.emplace();
    scenario.pass_sales.emplace();
    sim::Pass day, section;
    day.id = "day";
    day.number = 1;
    day.price = {500};
    day.resident_price = fw::Yen{400};
    day.lasts = {2 * 3'600'000'000'000};
    section.id = "section";
    section.number = 2;
    section.kind = sim::PassKind::amount;
    section.price = {1000};
    scenario.city.tariff.passes = {day, section};
    return scenario;
}

}  // namespace model
