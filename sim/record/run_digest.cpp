// SPDX-License-Identifier: Apache-2.0
#include "sim/record/run_digest.h"

#include <array>
#include <bit>
#include <cstring>

namespace sim
{

namespace
{

static_assert(std::endian::native == std::endian::little, "fields are copied as they lie");
constexpr std::size_t flush_at = std::size_t{1} << 16;

}  // namespace

template <typename... Fields>
void RunDigest::put(Fields... fields)
{
    std::array<std::uint8_t, (sizeof(Fields) + ...)> bytes;
    std::size_t at = 0;
    ((std::memcpy(bytes.data() + at, &fields, sizeof(Fields)), at += sizeof(Fields)), ...);
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

template <typename Text>
void RunDigest::put_text(const Text& text)
{
    put(static_cast<std::uint32_t>(text.size()));
    buffer_.insert(buffer_.end(), text.begin(), text.end());
    if (buffer_.size() >= flush_at) flush();
}

void RunDigest::flush()
{
    digest_.add(fw::Bytes(buffer_));
    buffer_.clear();
}

void RunDigest::begin(const std::string& resolved, std::uint64_t seed)
{
    put('S', seed, static_cast<std::uint64_t>(resolved.size()));
    flush();
    digest_.add(resolved);
}

void RunDigest::tap(const TapRow& row)
{
    const fw::TapEvent& e = row.event;
    put('T', e.key.device, e.key.sequence, e.kind, e.verdict, e.decided_by, e.rule, e.half,
        e.discount_class, e.riders, e.operator_id, e.board_code, e.alight_code, e.trip,
        e.fare.count, e.base_fare.count, e.balance_before.count, e.balance_after.count,
        e.execution.value, e.last_execution.value, e.closed_at.count);
    put(row.t[0], row.t[1], row.t[2], row.t[3], row.t[4], row.t[5], row.t[6], row.t[7]);
    put(row.card, row.rider, row.bus, row.pattern, row.true_board, row.true_alight, row.true_class,
        row.true_half, row.true_riders, row.attempt);
    if (e.pass != 0) put('a', e.pass);
    if (buffer_.size() >= flush_at) flush();
}

void RunDigest::cloud(const CloudRow& row)
{
    put('C', row.key.device, row.key.sequence, row.t8, row.t9, row.due.count);
    if (buffer_.size() >= flush_at) flush();
}

void RunDigest::posting(const PostingRow& row)
{
    put('P', row.t, row.kind, row.debit.kind, row.debit.number, row.credit.kind, row.credit.number,
        row.amount.count, row.evidence.device, row.evidence.sequence, row.execution.value,
        row.card);
    if (buffer_.size() >= flush_at) flush();
}

void RunDigest::card(const CardRow& row)
{
    put('K', row.card, row.pseudonym, row.profile, row.purse_before.count, row.purse_after.count);
    if (row.pass != 0) put('p', row.pass, row.pass_until, row.pass_amount);
    if (buffer_.size() >= flush_at) flush();
}

void RunDigest::checkpoint(const CheckpointRow& row)
{
    put('B', row.t, row.purses, row.journals, row.ledger, row.suspense, row.statements);
    if (buffer_.size() >= flush_at) flush();
}

void RunDigest::statement(const StatementRow& row)
{
    put('O', row.t, row.operator_index, row.fares, row.cash_fares, row.adjustments, row.cancels,
        row.caps, row.top_ups);
    if (buffer_.size() >= flush_at) flush();
}

void RunDigest::service(const ServiceRow& row)
{
    std::visit([this](const auto& one) { add(one); }, row);
}

void RunDigest::add(const ResidentRow& row)
{
    put('R', row.resident, row.birth, row.card, row.my_number_card, row.signature);
    for (const std::string* text : {&row.municipality, &row.district, &row.licence, &row.condition})
        put_text(*text);
    if (row.protection) put('P');
}

void RunDigest::add(const FlowRow& row)
{
    put('F', row.flow, row.resident, row.u[0], row.u[1], row.u[2], row.u[3], row.u[4]);
    for (const std::string* text : {&row.service, &row.place, &row.outcome, &row.reason})
        put_text(*text);
}

void RunDigest::add(const MessageRow& row)
{
    put('M', row.message, row.answers, row.flow, row.sent, row.received);
    put_text(row.sender);
    put_text(row.receiver);
    put_text(row.bytes);
}

void RunDigest::add(const LinkRow& row)
{
    put('L', row.t, row.version, row.card, row.resident, row.discount_class);
    put_text(row.change);
    put_text(row.membership);
}

void RunDigest::add(const FaceRow& row)
{
    put('f', row.flow, row.t, row.resident, row.believed, row.registered, row.twin);
}

template <typename Row>
void RunDigest::put_any(char letter, const Row& row)
{
    put(letter, static_cast<std::uint8_t>(row.index()));
    const auto each = [this](const auto&... field) { (put_field(field), ...); };
    std::visit([&](const auto& one) { std::apply(each, one.fields()); }, row);
}

void RunDigest::add(const AttemptRow& row)
{
    put('A', row.resident, row.subject);
    for (const std::string* text : {&row.kind, &row.service, &row.lacks}) put_text(*text);
}

std::string RunDigest::hex()
{
    flush();
    return digest_.hex();
}

}  // namespace sim
