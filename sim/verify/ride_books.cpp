// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/ride_books.h"

#include <fmt/format.h>

#include <cstdlib>

namespace sim
{

RideBooks::RideBooks(const Database& database, LedgerSums& ledger, Findings& findings,
                     RareDues& dues, BookTotals& totals)
    : ledger_(ledger),
      findings_(findings),
      dues_(dues),
      totals_(totals),
      refused_without_boarding_(
          database.text("SELECT value FROM tariff_setting WHERE key = 'no_boarding_record'") ==
          "refuse")
{
    Query notes = database.query("SELECT place FROM note WHERE kind = 'driver_error'");
    while (notes.step())
        if (const auto tap = tap_key_of(notes.text(0))) drivers_errors_.insert(*tap);
}

void RideBooks::judge(const CardLife& life, bool complete, bool pass_known)
{
    complete_ = complete;
    pass_known_ = pass_known;
    costs_.clear();
    deeds_.clear();
    for (std::size_t ride = 0; ride < life.rides().size(); ++ride) judge_ride(life, ride);
}

RideBooks::Paid RideBooks::paid_for(const CardLife& life, std::size_t number)
{
    Paid paid;
    for (const Debit& debit : life.debits())
        if (debit.ride == static_cast<std::int32_t>(number)) add_debit(life, debit, paid);
    const Ride& ride = life.rides()[number];
    if (TapMoney* const money = ledger_.find(ride.ended_by)) {
        paid.adjusted += money->adjusted;
        if (money->cash_postings == 0) money->claimed = true;
    }
    return paid;
}

void RideBooks::add_debit(const CardLife& life, const Debit& debit, Paid& paid)
{
    if (debit.state == Debit::State::not_done) return;
    const bool cancel = debit.kind == Debit::Kind::cancel;
    if (debit.state == Debit::State::unknown) {
        (cancel ? paid.maybe_back : paid.pending) = debit.amount;
    } else if (cancel) {
        paid.certain -= debit.amount;
        --paid.times;
    } else {
        if (++paid.times > 1) paid.extra += debit.amount;
        paid.certain += debit.amount;
    }
    if (const LedgerEntry* const entry = ledger_.find(life.card(), debit.execution))
        paid.adjusted += entry->adjusted;
}

void RideBooks::judge_ride(const CardLife& life, std::size_t number)
{
    const Ride& ride = life.rides()[number];
    const Paid paid = paid_for(life, number);
    if (ride.cash_payments > 0) judge_cash(life, ride);
    note_deed(ride, paid);
    if (!ride.settled && paid.times <= 0 && paid.pending == 0) {
        if (!ride.sale) ++totals_.rides_unpaid;
        return;
    }
    if (!ride.sale) costs_.push_back({ride.operator_index, paid.certain + paid.adjusted});
    if (ride.pass && !pass_known_) return;
    if (is_drivers_error(ride)) {
        ++totals_.drivers_errors;
        return;
    }
    ++(ride.sale ? totals_.sales_checked : totals_.rides_checked);
    const int times = paid.times + ride.cash_payments;
    if (times <= 1) {
        judge_amount(ride, paid);
        return;
    }
    totals_.double_debits += times - 1;
    object("exactly_once", ride, paid.extra + ride.cash,
           fmt::format("tap {} charges card {} again for one ride: {} debits, {} yen too many",
                       text_of(ride.tap), life.card(), times, paid.extra + ride.cash));
}

void RideBooks::note_deed(const Ride& ride, const Paid& paid)
{
    if (ride.cash_payments > 0) return;
    const bool done = paid.times > 0 || ride.settled;
    if (done && ride.sale) ++totals_.sales_paid;
    if (done || paid.pending > 0)
        deeds_.push_back({ride.when, ride.tap.device, ride.sale, done && paid.maybe_back == 0});
}

void RideBooks::judge_amount(const Ride& ride, const Paid& paid)
{
    const bool in_suspense = paid.times <= 0 && paid.pending > 0;
    std::int64_t total = (in_suspense ? paid.pending : paid.certain) + paid.adjusted + ride.cash;
    if (is_right(ride, total)) return;
    if (in_suspense) total = dues_.when_settled(ride.row, paid.pending) + ride.cash;
    if (is_right(ride, total)) return;
    if (paid.maybe_back > 0 && total == paid.maybe_back) return;
    const std::int64_t due = expected(ride);
    const std::int64_t wrong = due < 0 ? total : total - due;
    totals_.fare_error_yen += std::abs(wrong);
    const std::string text = due < 0 ? "no rule prices it" : fmt::format("{} are due", due);
    if (ride.sale) {
        object("sales_right", ride, wrong,
               fmt::format("tap {} took {} yen for a sale, {}", text_of(ride.tap), total, text));
        return;
    }
    object(ride.cash_payments > 0 ? "cash_fares_right" : "fare_correct", ride, wrong,
           fmt::format("tap {} charged {} yen, {} (trip {}, stop {} to {})", text_of(ride.tap),
                       total, text, ride.trip, ride.true_board, ride.true_alight));
}

// Without a boarding record the fare counts from the first stop. A boarding the card may or may
// not have kept allows either fare.
bool RideBooks::is_right(const Ride& ride, std::int64_t paid)
{
    const bool in_cash = ride.cash_payments > 0;
    const bool first_stop = !ride.flat && !ride.sale && !refused_without_boarding_ &&
                            ride.boarding != Ride::Boarding::written;
    if (!first_stop || ride.boarding == Ride::Boarding::unknown)
        if ((ride.due >= 0 && paid == ride.due) || dues_.allows(ride.row, paid, in_cash, false))
            return true;
    if (!first_stop) return false;
    const std::int32_t due = dues_.from_first_stop(ride.row);
    return (due >= 0 && paid == due) || dues_.allows(ride.row, paid, in_cash, true);
}

std::int64_t RideBooks::expected(const Ride& ride)
{
    const bool first_stop = !ride.flat && !ride.sale && !refused_without_boarding_ &&
                            ride.boarding == Ride::Boarding::none;
    return first_stop ? dues_.from_first_stop(ride.row) : ride.due;
}

// What went into the box is the operator's at once; the cloud cannot correct it (assumed).
void RideBooks::judge_cash(const CardLife& life, const Ride& ride)
{
    ++totals_.cash_rides;
    TapMoney* const money = ledger_.find(ride.ended_by);
    if (money != nullptr) money->claimed = true;
    if (!complete_) return;
    const std::int64_t posted = money == nullptr ? 0 : money->cash;
    if (posted == ride.cash && ride.cash_payments == 1 && money != nullptr &&
        money->cash_postings == 1 && money->operator_index == ride.operator_index)
        return;
    if (posted == ride.cash && ride.cash == 0) return;
    totals_.money_difference_yen += std::abs(posted - ride.cash);
    object("cash_fares_right", ride, posted - ride.cash,
           fmt::format("tap {} of card {} was paid {} yen in cash, the ledger posted {}",
                       text_of(ride.tap), life.card(), ride.cash, posted));
}

void RideBooks::object(const char* property, const Ride& ride, std::int64_t yen,
                       const std::string& text)
{
    findings_.add({property, ride.tap, "", yen, text});
}

}  // namespace sim
