// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/journal.h"
#include "firmware/farebox/card_write.h"
#include "firmware/farebox/decision.h"
#include "firmware/farebox/memory.h"

// The straight line of one tap. Read process_tap() at the end first; the steps stand above it.
namespace fw
{

namespace
{

struct Present {
    RfStatus status = RfStatus::no_card;
    bool clash = false;
    Idm card;
    Pmm pmm;
};

TapVerdict verdict_of(CardResult result)
{
    switch (result) {
        case CardResult::ok:
            return TapVerdict::accepted;
        case CardResult::lost:
            return TapVerdict::torn;
        case CardResult::refused:
            return TapVerdict::refused_card;
        case CardResult::off:
            return TapVerdict::device_off;
        case CardResult::reader_fault:
            break;
    }
    return TapVerdict::reader_fault;
}

// An intent, and what became of it: whoever cannot write both down must not touch a card.
constexpr std::uint32_t records_of_a_tap = 2;

// Moves money or ends a ride: must not be forgotten once the card may have been written.
bool is_intended(const TapEvent& event)
{
    return event.kind != TapKind::board;
}

bool changes_purse(const TapEvent& event)
{
    return is_intended(event) && event.kind != TapKind::cash && event.fare.count > 0;
}

// Answers that overlapped are asked again; two cards that both answer stay a clash.
Present find_card(Pcd& pcd, const FareBoxPolicy& policy)
{
    Found found;
    for (int round = 0; round < 3; ++round) {
        found = pcd.poll(policy.rf, system_code_of(policy.card_system), policy.poll_window);
        if (found.status != RfStatus::ok || !found.collision) break;
    }
    return {found.status, found.collision || found.count > 1, found.idm[0], found.pmm[0]};
}

ExecutionId execution_of(const TapKey& key)
{
    // 14 bits of device and 18 of its count: unique in a city of 16,000 readers for a day's
    // quarter million taps each.
    return {key.device << 18 | (key.sequence & 0x3FFFF)};
}

Signal signal_of(const TapEvent& event)
{
    switch (event.verdict) {
        case TapVerdict::accepted:
        case TapVerdict::recovered:
        case TapVerdict::repeated:
            if (event.kind == TapKind::top_up || event.kind == TapKind::cancel)
                return Signal::topped_up;
            return event.half != Half::no || event.discount_class != 0 ? Signal::pass_low
                                                                       : Signal::pass;
        case TapVerdict::unconfirmed:
        case TapVerdict::torn:
            return Signal::touch_again;
        default:
            return Signal::refused;
    }
}

// The one tap in the making: what every step adds to.
class TapLine
{
public:
    TapLine(const FareBoxPorts& ports, const FareBoxPolicy& policy, BoxMemory& memory)
        : ports_(ports), policy_(policy), memory_(memory)
    {
        tap_.event.key = {policy.device, memory.next_sequence};
    }

    TapEvent& event() { return tap_.event; }
    void mark(std::size_t point) { tap_.times.at[point] = ports_.clock.now(); }

    // Tells the rider, makes the journal durable, and closes the tap.
    Tap close(TapVerdict verdict)
    {
        TapEvent& event = tap_.event;
        event.verdict = verdict;
        if (verdict == TapVerdict::device_off || verdict == TapVerdict::reader_fault) return tap_;
        const bool moved = verdict == TapVerdict::accepted || verdict == TapVerdict::recovered;
        if (!moved && verdict != TapVerdict::unconfirmed) event.execution = {};
        ports_.panel.show(signal_of(event), moved && is_intended(event) ? event.fare : Yen{},
                          event.balance_after);
        mark(6);
        event.closed_at = ports_.clock.now();
        ++memory_.next_sequence;
        if (ports_.nvram.append(encode(JournalRecord{RecordType::closed, event}))) mark(7);
        Nanos& pending_since = memory_.upload.pending_since;
        if (pending_since.count < 0) pending_since = event.closed_at;
        remember(memory_, event);
        ports_.pcd.release();
        return tap_;
    }

    // A look that found no card uses up no tap number.
    Tap nobody()
    {
        ports_.panel.show(Signal::touch_again, {}, {});
        ports_.pcd.release();
        tap_.event.key.sequence = 0;
        return tap_;
    }

    // A till serves nobody twice on one receipt, however much later and whoever comes.
    bool just_served(const Idm& card, const TripState& trip) const
    {
        const LastServed& last = memory_.last;
        if (trip.role == ReaderRole::till) return last.any && last.trip == trip.trip;
        const Nanos since = ports_.clock.now() - last.at;  // negative: the clock was put back
        return last.any && last.card == card && since <= policy_.same_card_guard &&
               -since.count <= policy_.same_card_guard.count;
    }

    // An earlier touch got no answer to its write, and the card says that it was done.
    bool finish_earlier_tap(const CardBlocks& card, const TripState& trip)
    {
        const TapEvent* earlier =
            unfinished_of(memory_, policy_, tap_.event.card, trip.trip, ports_.clock.now());
        if (earlier == nullptr || card.purse.value != earlier->balance_after) return false;
        const bool by_purse = earlier->execution.value != 0 || trip.role == ReaderRole::till;
        const bool ended = is_end_of(*earlier, card.gate, trip.date);
        const bool done = by_purse ? card.purse.execution == earlier->execution
                                   : ended == (earlier->kind != TapKind::cancel);
        if (!done) return false;
        const TapKey key = tap_.event.key;
        tap_.event = *earlier;
        tap_.event.key = key;
        tap_.event.last_execution = card.purse.execution;
        return true;
    }

    // The intent first, then the card. The verdict is what is known of the write.
    TapVerdict write(CardSession& session, const CardBlocks& card, const TripState& trip)
    {
        TapEvent& event = tap_.event;
        if (is_intended(event)) {
            if (changes_purse(event)) event.execution = execution_of(event.key);
            if (!write_down_intent()) return TapVerdict::refused_journal;
        }
        const CardResult result = write_card(session, event, card, trip, ports_.clock.now());
        if (result == CardResult::ok) mark(5);
        if (result == CardResult::lost && is_intended(event)) return TapVerdict::unconfirmed;
        return verdict_of(result);
    }

private:
    bool write_down_intent()
    {
        TapEvent intent = tap_.event;
        intent.verdict = TapVerdict::unconfirmed;
        intent.closed_at = ports_.clock.now();
        return ports_.nvram.append(encode(JournalRecord{RecordType::intent, intent}));
    }

    const FareBoxPorts& ports_;
    const FareBoxPolicy& policy_;
    BoxMemory& memory_;
    Tap tap_;
};

}  // namespace

Tap process_tap(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Tables& tables,
                const TripState& trip, BoxMemory& memory)
{
    TapLine line(ports, policy, memory);
    TapEvent& event = line.event();
    event.touched_at = ports.clock.now();
    event.trip = trip.trip;
    event.operator_id = operator_at(*tables.fares, trip);
    if (trip.role == ReaderRole::till) event.kind = TapKind::sale;

    const DriverKeys keys = ports.panel.keys();
    const Present present = find_card(ports.pcd, policy);
    if (present.status == RfStatus::off) return line.close(TapVerdict::device_off);
    if (present.status == RfStatus::reader_fault) return line.close(TapVerdict::reader_fault);
    if (present.status != RfStatus::ok) return line.nobody();
    line.mark(1);
    event.card = present.card;
    if (present.clash) return line.close(TapVerdict::refused_clash);
    const bool loads_purse = keys.top_up.count != 0 || keys.cancel;
    if (!loads_purse && line.just_served(present.card, trip))
        return line.close(TapVerdict::repeated);
    // What was taken by mistake is given back even to a card that has been listed meanwhile.
    if (!keys.cancel && tables.listed.has(present.card))
        return line.close(TapVerdict::refused_listed);
    if (ports.nvram.room() < records_of_a_tap) return line.close(TapVerdict::refused_journal);

    CardSession session(ports, policy, present.card, present.pmm);
    CardBlocks card;
    CardResult result = session.open(loads_purse ? nodes::top_up_services : nodes::debit_services);
    if (result != CardResult::ok) return line.close(verdict_of(result));
    line.mark(2);
    result = session.read(card);
    if (result != CardResult::ok) return line.close(verdict_of(result));
    line.mark(3);

    if (line.finish_earlier_tap(card, trip)) {
        line.mark(4);
        line.mark(5);
        return line.close(TapVerdict::recovered);
    }
    ports.clock.computed_decision();
    const TapEvent* cancellable =
        cancellable_of(memory, policy, event.card, card.purse.execution, event.touched_at);
    const TapVerdict verdict = decide(
        {policy, tables, trip, keys, card, event.touched_at, cancellable}, ports.uplink, event);
    line.mark(4);
    if (verdict != TapVerdict::accepted) return line.close(verdict);

    return line.close(line.write(session, card, trip));
}

}  // namespace fw
