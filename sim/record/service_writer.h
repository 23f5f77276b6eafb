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
    void insert(const TaxiRow& row) { insert_any(taxi_, row); }
    void insert(const AnyCardSaleRow& row) { insert_any(card_sales_, row); }
    void insert(const AnyDemandRow& row) { insert_any(demand_, row); }
    void insert(const AnyHealthRow& row) { insert_any(health_, row); }
    void insert(const AnyDataUseRow& row) { insert_any(data_uses_, row); }
    void insert(const AnyIdRow& row) { insert_any(city_id_, row); }
    void insert(const PassRow& row) { insert_any(pass_, row); }
    void insert(const BoxRow& row) { insert_any(box_, row); }
    void insert(const CardCommandRow& row);
    void insert(const AttemptRow& row);
    void insert(const AnyMotherRow& row) { insert_any(mother_, row); }
    void insert(const AnyDisasterRow& row) { insert_any(disaster_, row); }
    void insert(const AnyClinicRow& row) { insert_any(clinic_, row); }
    void insert(const AnyPortalRow& row) { insert_any(portal_, row); }
    void insert(const AnyCounterRow& row) { insert_any(counter_, row); }
    void insert(const AnyWatchRow& row) { insert_any(watch_, row); }
    void insert(const AnyLectureRow& row) { insert_any(lecture_, row); }
    void insert(const AnyOnlineRow& row) { insert_any(online_, row); }
    void insert(const AnyMyKeyRow& row) { insert_any(mykey_, row); }
    void insert(const AnyAccessRow& row) { insert_any(access_, row); }
    template <class Row>
    void insert_any(std::vector<Query>& queries, const Row& row);

    Query resident_, flow_, message_, link_, face_, list_taken_;
    std::vector<Query> taxi_, pass_, box_, card_sales_, demand_, health_, data_uses_,
        city_id_;  // by kind of row
    Query card_command_, attempt_;
    std::vector<Query> mother_, disaster_, clinic_, portal_, counter_, watch_, lecture_, online_,
        mykey_, access_;
};

}  // namespace sim
