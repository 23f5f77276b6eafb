// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "tests/models/cloud/intake_desk.h"

// Whatever way the events of a day take, however often they come, and however wrong the clocks of
// the boxes are by seconds, the books end up the same.
namespace
{

using enum fw::TapVerdict;
using test_support::IntakeDesk;

constexpr std::uint32_t cards = 3, devices = 3, operators = 2;
constexpr std::uint32_t linked_card = 1;  // class 1, unknown to the boxes
constexpr std::int32_t price = 150, most_a_day = 400;

struct Books {
    std::array<std::int32_t, cards> purse{};
    std::array<std::int32_t, operators> revenue{}, owed{}, cash{};
    std::int32_t suspense = 0;
    auto operator<=>(const Books&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Books& books)
{
    for (const std::int32_t purse : books.purse) out << purse << ' ';
    for (std::uint32_t by = 0; by < operators; ++by)
        out << "| revenue " << books.revenue[by] << " owed " << books.owed[by] << " cash "
            << books.cash[by] << ' ';
    return out << "| suspense " << books.suspense;
}

// A debit, top-up or cancel somebody tried to make, and what really became of it.
struct Attempt {
    fw::TapEvent event;
    std::uint32_t card = 0;
    bool done = false;
    bool certain = false;     // the card was confirmed or seen again
    std::size_t cancels = 0;  // attempt this one gives back
    bool cancelled = false;
};

// An invented day of a few cards, as it really was.
class Day
{
public:
    Day()
    {
        for (std::int64_t& error : clock_error_) error = *rc::gen::inRange(-4, 5);
        const int taps = *rc::gen::inRange(0, 25);
        for (int i = 0; i < taps; ++i) tap(*rc::gen::inRange<std::uint32_t>(0, cards));
    }

    const std::vector<fw::TapEvent>& events() const { return events_; }

    Books books() const
    {
        Books books;
        std::array<std::int32_t, cards> day{};
        for (const Attempt& attempt : attempts_) {
            if (attempt.certain && !attempt.done) continue;
            move(attempt, books);
            const bool ride = attempt.event.kind == fw::TapKind::alight;
            if (!ride || !attempt.certain || attempt.cancelled) continue;
            const std::uint32_t by = attempt.event.operator_id;
            const std::int32_t due = attempt.card == linked_card ? price * 9 / 10 : price;
            const std::int32_t above = std::max(0, day[attempt.card] - most_a_day);
            day[attempt.card] += due;
            const std::int32_t back = std::max(0, day[attempt.card] - most_a_day) - above;
            books.owed[by] += attempt.event.fare.count - due + back;
            books.revenue[by] -= attempt.event.fare.count - due + back;
        }
        return books;
    }

private:
    static void move(const Attempt& attempt, Books& books)
    {
        const std::uint32_t by = attempt.event.operator_id;
        const std::int32_t amount = attempt.event.fare.count;
        std::int32_t& purse = books.purse[attempt.card];
        const auto pay = [&](std::int32_t& from, std::int32_t& to) {
            from -= amount;
            (attempt.certain ? to : books.suspense) += amount;
        };
        if (attempt.event.kind == fw::TapKind::alight) pay(purse, books.revenue[by]);
        if (attempt.event.kind == fw::TapKind::cancel) pay(books.revenue[by], purse);
        if (attempt.event.kind == fw::TapKind::top_up) pay(books.cash[by], purse);
        if (attempt.event.kind == fw::TapKind::cash) pay(books.cash[by], books.revenue[by]);
    }

    // Everything the card is read for makes its earlier attempts certain.
    void see(std::uint32_t card)
    {
        for (Attempt& attempt : attempts_) {
            if (attempt.card != card) continue;
            attempt.certain = true;
            if (attempt.event.kind == fw::TapKind::cancel && attempt.done)
                attempts_[attempt.cancels].cancelled = true;
        }
    }

    fw::TapEvent event_of(std::uint32_t card, fw::TapVerdict verdict, std::uint32_t execution)
    {
        const auto device = *rc::gen::inRange<std::uint32_t>(1, devices + 1);
        second_ += 20;
        fw::TapEvent event = test_support::tap_of(card, verdict, ++sequence_[device], execution,
                                                  on_card_[card], second_ + clock_error_[device]);
        event.key.device = device;
        event.operator_id = device == devices ? 1 : 0;
        return event;
    }

    void tap(std::uint32_t card)
    {
        see(card);
        switch (*rc::gen::inRange(0, 8)) {
            case 0:
            case 1:
                events_.push_back(event_of(card, *rc::gen::element(accepted, refused_balance), 0));
                break;
            case 2:
                by_pass_or_cash(card);
                break;
            case 3:
                if (cancel(card)) break;
                [[fallthrough]];
            default:
                debit(card);
        }
    }

    void by_pass_or_cash(std::uint32_t card)
    {
        fw::TapEvent event = event_of(card, accepted, 0);
        const bool cash = *rc::gen::arbitrary<bool>();
        event.kind = cash ? fw::TapKind::cash : fw::TapKind::alight;
        event.rule = cash ? fw::FareRule::od : fw::FareRule::pass;
        event.alight_code = 103;
        event.fare = {cash ? price : 0};
        events_.push_back(event);
        attempts_.push_back({event, card, true, true, 0, false});
    }

    void debit(std::uint32_t card)
    {
        fw::TapEvent event = attempt_of(card);
        if (*rc::gen::inRange(0, 4) == 0) {
            event.kind = fw::TapKind::top_up;
            event.rule = fw::FareRule::none;
            event.fare = {1000};
        }
        attempt(event, card, 0);
    }

    // Only the debit a card carries can be given back.
    bool cancel(std::uint32_t card)
    {
        for (std::size_t i = attempts_.size(); i-- > 0;) {
            const Attempt& debit = attempts_[i];
            if (debit.card != card || debit.event.execution.value != on_card_[card]) continue;
            if (debit.event.kind != fw::TapKind::alight || on_card_[card] == 0) return false;
            fw::TapEvent event = attempt_of(card);
            event.kind = fw::TapKind::cancel;
            event.operator_id = debit.event.operator_id;
            attempt(event, card, i);
            return true;
        }
        return false;
    }

    fw::TapEvent attempt_of(std::uint32_t card)
    {
        return event_of(card, *rc::gen::element(accepted, unconfirmed, unconfirmed), ++execution_);
    }

    void attempt(const fw::TapEvent& event, std::uint32_t card, std::size_t cancels)
    {
        const bool sure = event.verdict == accepted;
        const bool done = sure || *rc::gen::arbitrary<bool>();
        events_.push_back(event);
        attempts_.push_back({event, card, done, false, cancels, false});
        if (sure) see(card);
        if (!done) return;
        on_card_[card] = event.execution.value;
        if (!sure && *rc::gen::arbitrary<bool>()) recover(event, card);
    }

    void recover(fw::TapEvent event, std::uint32_t card)
    {
        see(card);
        const fw::TapEvent retouch = event_of(card, recovered, event.execution.value);
        event.key = retouch.key;
        event.verdict = recovered;
        event.last_execution = event.execution;
        event.closed_at = retouch.closed_at;
        events_.push_back(event);
    }

    std::vector<fw::TapEvent> events_;
    std::vector<Attempt> attempts_;
    std::array<std::uint32_t, cards> on_card_{};
    std::array<std::uint32_t, devices + 1> sequence_{};
    std::array<std::int64_t, devices + 1> clock_error_{};  // seconds
    std::uint32_t execution_ = 100;
    std::int64_t second_ = 0;
};

Books delivered(const std::vector<fw::TapEvent>& events)
{
    IntakeDesk desk(cards, test_support::capped_at({most_a_day}));
    desk.linkage.link(model::bench_idm(linked_card + 1), 1, {});
    for (const fw::TapEvent& event : events) desk.take(event);
    desk.intake.close_day({});
    Books books;
    for (std::uint32_t card = 0; card < cards; ++card) books.purse[card] = desk.purse(card).count;
    for (std::uint32_t by = 0; by < operators; ++by) {
        books.revenue[by] = desk.revenue(by).count;
        books.owed[by] = desk.owed(by).count;
        books.cash[by] = desk.cash(by).count;
    }
    books.suspense = desk.suspense().count;
    return books;
}

std::vector<fw::TapEvent> shuffled(std::vector<fw::TapEvent> events)
{
    const std::size_t distinct = events.size();
    for (std::size_t i = 0; i < distinct; ++i)
        if (*rc::gen::inRange(0, 4) == 0) events.push_back(events[i]);
    for (std::size_t i = events.size(); i > 1; --i)
        std::swap(events[i - 1], events[*rc::gen::inRange<std::size_t>(0, i)]);
    return events;
}

RC_GTEST_PROP(TapIntakeOrder, EndsTheDayWithWhatReallyHappened, ())
{
    const Day day;

    RC_ASSERT(delivered(day.events()) == day.books());
}

RC_GTEST_PROP(TapIntakeOrder, DoesNotMatterToTheBooks, ())
{
    const Day day;

    RC_ASSERT(delivered(shuffled(day.events())) == day.books());
}

}  // namespace
