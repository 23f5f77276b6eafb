// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "sim/record/database.h"
#include "sim/scenario/tariff.h"

// The rules of a tariff as rows, one table a kind; see tariff_writer.h.
namespace sim
{

// Numbers of the operators by id; -1: not in the tariff.
class OperatorNumbers
{
public:
    void add(const std::string& id, std::int64_t number) { numbers_[id] = number; }
    std::int64_t at(const std::string& id) const
    {
        const auto found = numbers_.find(id);
        return found == numbers_.end() ? -1 : found->second;
    }

private:
    std::map<std::string, std::int64_t> numbers_;
};

const char* status_of(const Source& source);

void write_discounts(Database& database, const Tariff& tariff);
void write_zones(Database& database, const Tariff& tariff);
void write_flat(Database& database, const Tariff& tariff, const OperatorNumbers& operators);
void write_od(Database& database, const Tariff& tariff, const OperatorNumbers& operators);
void write_passes(Database& database, const Tariff& tariff);
void write_sale_rules(Database& database, const Tariff& tariff);
void write_caps(Database& database, const Tariff& tariff);

}  // namespace sim
