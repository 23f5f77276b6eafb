// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/record/service_rows.h"

// Writes the rows of services, one at a time: they are few beside taps.
namespace sim
{

class ServiceWriter
{
public:
    explicit ServiceWriter(Database& database);

    void write(const ServiceRow& item);

private:
    void insert(const ResidentRow& row);
    void insert(const FlowRow& row);
    void insert(const MessageRow& row);
    void insert(const LinkRow& row);
    void insert(const FaceRow& row);
    void insert(const ListTakenRow& row);
    void insert(const TaxiRow& row) { insert(taxi_, row); }
    void insert(const PassRow& row) { insert(pass_, row); }
    template <class Row>
    static void insert(std::vector<Query>& queries, const Row& row);

    Query resident_, flow_, message_, link_, face_, list_taken_;
    std::vector<Query> taxi_, pass_;  // by kind of row
};

}  // namespace sim
