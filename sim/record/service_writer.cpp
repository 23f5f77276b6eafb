// SPDX-License-Identifier: Apache-2.0
#include "sim/record/service_writer.h"

#include "sim/base/date.h"

namespace sim
{

namespace
{

template <class Row>
Query insert_into(Database& database)
{
    std::string sql = std::string("INSERT INTO ") + Row::table + " VALUES (?";
    for (std::size_t i = 1; i < std::tuple_size_v<decltype(Row{}.fields())>; ++i) sql += ", ?";
    return database.query(sql + ")");
}

template <class... Rows>
std::vector<Query> insert_each(Database& database, const std::variant<Rows...>*)
{
    std::vector<Query> queries;
    (queries.push_back(insert_into<Rows>(database)), ...);
    return queries;
}

std::int64_t bound(std::int64_t field)
{
    return field;
}
std::string_view bound(const std::string& field)
{
    return field;
}
fw::Bytes bound(const std::vector<std::uint8_t>& field)
{
    return field;
}

}  // namespace

ServiceWriter::ServiceWriter(Database& database)
    : resident_(
          database.query("INSERT INTO resident VALUES (?, ?, ?, ?, nullif(?, -1), ?, ?, ?, ?, ?)")),
      flow_(database.query("INSERT INTO flow VALUES (?, ?, ?, ?, nullif(?, -1), nullif(?, -1),"
                           " nullif(?, -1), nullif(?, -1), nullif(?, -1), ?, ?)")),
      message_(database.query("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, nullif(?, -1), ?)")),
      link_(database.query("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      face_(database.query("INSERT INTO face_boarding VALUES (?, ?, ?, nullif(?, -1), ?, ?)")),
      list_taken_(database.query("INSERT INTO list_taken VALUES (?, ?, ?, ?)")),
      taxi_(insert_each(database, static_cast<const TaxiRow*>(nullptr))),
      pass_(insert_each(database, static_cast<const PassRow*>(nullptr))),
      box_(insert_each(database, static_cast<const BoxRow*>(nullptr))),
      card_sales_(insert_each(database, static_cast<const AnyCardSaleRow*>(nullptr))),
      demand_(insert_each(database, static_cast<const AnyDemandRow*>(nullptr))),
      health_(insert_each(database, static_cast<const AnyHealthRow*>(nullptr))),
      data_uses_(insert_each(database, static_cast<const AnyDataUseRow*>(nullptr))),
      city_id_(insert_each(database, static_cast<const AnyIdRow*>(nullptr))),
      card_command_(database.query(
          "INSERT INTO card_command VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, -1))")),
      attempt_(database.query("INSERT INTO attempt VALUES (?, ?, ?, nullif(?, -1), ?)")),
      mother_(insert_each(database, static_cast<const AnyMotherRow*>(nullptr))),
      disaster_(insert_each(database, static_cast<const AnyDisasterRow*>(nullptr))),
      clinic_(insert_each(database, static_cast<const AnyClinicRow*>(nullptr))),
      portal_(insert_each(database, static_cast<const AnyPortalRow*>(nullptr))),
      counter_(insert_each(database, static_cast<const AnyCounterRow*>(nullptr))),
      watch_(insert_each(database, static_cast<const AnyWatchRow*>(nullptr))),
      lecture_(insert_each(database, static_cast<const AnyLectureRow*>(nullptr))),
      online_(insert_each(database, static_cast<const AnyOnlineRow*>(nullptr))),
      mykey_(insert_each(database, static_cast<const AnyMyKeyRow*>(nullptr))),
      access_(insert_each(database, static_cast<const AnyAccessRow*>(nullptr)))
{
}

void ServiceWriter::write(const ServiceRow& item)
{
    std::visit([this](const auto& row) { insert(row); }, item);
}

void ServiceWriter::insert(const ResidentRow& row)
{
    resident_.insert(row.resident, to_string(Date{row.birth}), row.municipality, row.district,
                     row.card, row.my_number_card, row.signature, row.licence, row.condition,
                     row.protection);
}

void ServiceWriter::insert(const FlowRow& row)
{
    flow_.insert(row.flow, row.service, row.place, row.resident, row.u[0], row.u[1], row.u[2],
                 row.u[3], row.u[4], row.outcome, row.reason);
}

void ServiceWriter::insert(const MessageRow& row)
{
    message_.insert(static_cast<std::int64_t>(row.message), static_cast<std::int64_t>(row.answers),
                    row.flow, row.sender, row.receiver, row.sent, row.received,
                    fw::Bytes(row.bytes));
}

void ServiceWriter::insert(const LinkRow& row)
{
    link_.insert(row.version, row.t, row.card, row.resident, row.change, row.membership,
                 row.discount_class, row.earlier);
}

void ServiceWriter::insert(const ListTakenRow& row)
{
    list_taken_.insert(row.t, row.device, row.edition, row.published);
}

void ServiceWriter::insert(const FaceRow& row)
{
    face_.insert(row.flow, row.t, row.resident, row.believed, row.registered, row.twin);
}

template <class Row>
void ServiceWriter::insert_any(std::vector<Query>& queries, const Row& row)
{
    Query& query = queries[row.index()];
    const auto each = [&query](const auto&... field) { query.insert(bound(field)...); };
    std::visit([&](const auto& one) { std::apply(each, one.fields()); }, row);
}

void ServiceWriter::insert(const CardCommandRow& row)
{
    card_command_.insert(row.flow, row.presence, row.resident, row.begins, row.ends, row.cla,
                         row.ins, row.p1, row.p2, row.status);
}

void ServiceWriter::insert(const AttemptRow& row)
{
    attempt_.insert(row.kind, row.service, row.resident, row.subject, row.lacks);
}

}  // namespace sim
