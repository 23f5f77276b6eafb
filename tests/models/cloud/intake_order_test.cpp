// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "tests/models/cloud/intake_desk.h"

// Whatever way the events of a day take, and however often they come, the books end up the same.
namespace
{

using enum fw::TapVerdict;
using test_support::IntakeDesk;

constexpr std::uint32_t cards = 3, devices = 3;
constexpr int linked_card = 1;  // class 1, unknown to the boxes

struct Books {
    std::array<std::int32_t, cards> purse{};
    std::int32_t revenue = 0, suspense = 0, owed = 0, cash = 0;
    auto operator<=>(const Books&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Books& books)
{
    for (const std::int32_t purse : books.purse) out << purse << ' ';
    return out << "| revenue " << books.revenue << " suspense " << books.suspense << " owed "
               << books.owed << " cash " << books.cash;
}

// A debit or top-up somebody tried to make, and what really became of it.
struct Attempt {
    fw::TapEvent event;
    std::uint32_t card = 0;
    bool done = false;
    bool certain = false;  // the card was confirmed or seen again
};

// An invented day of a few cards, as it really was.
class Day
{
public:
    Day()
    {
        const int taps = *rc::gen::inRange(0, 25);
        for (int i = 0; i < taps; ++i) tap(*rc::gen::inRange<std::uint32_t>(0, cards));
    }

    const std::vector<fw::TapEvent>& events() const { return events_; }

    Books books() const
    {
        Books books;
        for (const Attempt& attempt : attempts_) {
            const bool top_up = attempt.event.kind == fw::TapKind::top_up;
            const std::int32_t amount = attempt.event.fare.count;
            if (attempt.certain && !attempt.done) continue;
            (top_up ? books.cash : books.purse[attempt.card]) -= amount;
            if (!attempt.certain)
                books.suspense += amount;
            else
                (top_up ? books.purse[attempt.card] : books.revenue) += amount;
            if (!attempt.certain || top_up || attempt.card != linked_card) continue;
            books.revenue -= amount / 10;
            books.owed += amount / 10;
        }
        return books;
    }

private:
    // Everything the card is read for makes its earlier attempts certain.
    void see(std::uint32_t card)
    {
        for (Attempt& attempt : attempts_)
            if (attempt.card == card) attempt.certain = true;
    }

    fw::TapEvent event_of(std::uint32_t card, fw::TapVerdict verdict, std::uint32_t execution)
    {
        const auto device = *rc::gen::inRange<std::uint32_t>(1, devices + 1);
        fw::TapEvent event = test_support::tap_of(card, verdict, ++sequence_[device], execution,
                                                  on_card_[card], ++second_);
        event.key.device = device;
        return event;
    }

    void tap(std::uint32_t card)
    {
        see(card);
        if (*rc::gen::inRange(0, 3) == 0) {
            events_.push_back(event_of(card, *rc::gen::element(accepted, refused_balance), 0));
            return;
        }
        const auto verdict = *rc::gen::element(accepted, unconfirmed, unconfirmed);
        const bool done = verdict == accepted || *rc::gen::arbitrary<bool>();
        fw::TapEvent event = event_of(card, verdict, ++execution_);
        if (*rc::gen::inRange(0, 4) == 0) {
            event.kind = fw::TapKind::top_up;
            event.rule = fw::FareRule::none;
            event.fare = {1000};
        }
        events_.push_back(event);
        attempts_.push_back({event, card, done, verdict == accepted});
        if (!done) return;
        on_card_[card] = event.execution.value;
        if (verdict == unconfirmed && *rc::gen::arbitrary<bool>()) recover(event, card);
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
    std::uint32_t execution_ = 100;
    std::int64_t second_ = 0;
};

Books delivered(const std::vector<fw::TapEvent>& events)
{
    IntakeDesk desk(cards);
    desk.linkage.link(model::bench_idm(linked_card + 1), 1, {});
    for (const fw::TapEvent& event : events) desk.take(event);
    desk.intake.close_day({});
    Books books;
    for (std::uint32_t card = 0; card < cards; ++card) books.purse[card] = desk.purse(card).count;
    books.revenue = desk.revenue().count;
    books.suspense = desk.suspense().count;
    books.owed = desk.owed().count;
    books.cash = desk.cash().count;
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
