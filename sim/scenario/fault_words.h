// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "sim/scenario/scenario.h"

// The catalogue of what may go wrong in a city, and of what may be changed in it in mid-service:
// the word a scenario uses for it, the keys it cannot do without, those it may have besides, and
// what it means. Loading, `tapbench list faults` and notes of a run all speak from here.
namespace sim
{

// "counter-1" or "counters": a desk of a service, or all of a kind.
bool is_desk(std::string_view where);

template <class Kind>
struct FaultWord {
    Kind kind;
    std::string_view word;
    std::string_view needs;    // keys between spaces
    std::string_view may;      // likewise; a time "at" and a length "lasts" come together
    std::string_view meaning;  // one line
};

inline constexpr std::array<FaultWord<FaultKind>, 21> fault_words{{
    {FaultKind::uplink_down, "uplink_down", "", "where at lasts",
     "nothing gets through between bus and depot"},
    {FaultKind::uplink_slow, "uplink_slow", "delay", "where at lasts",
     "every message between bus and depot takes longer by the delay, both ways"},
    {FaultKind::uplink_lossy, "uplink_lossy", "share", "where at lasts",
     "a share of the messages between bus and depot is lost"},
    {FaultKind::uplink_duplicate, "uplink_duplicate", "delay", "where at lasts share",
     "a share of the batches arrives twice, the second time later by the delay"},
    {FaultKind::uplink_reorder, "uplink_reorder", "delay", "where at lasts share",
     "a share of the batches is held up by the delay and overtaken"},
    {FaultKind::uplink_replay, "uplink_replay", "delay", "where at lasts share",
     "a share of the batches comes again after the delay, whatever became of the first"},
    {FaultKind::depot_full, "depot_full", "at lasts", "where",
     "the depot takes no batch and the bus keeps it; where: all or operator/ID"},
    {FaultKind::cloud_down, "cloud_down", "at lasts", "",
     "the cloud gives no answer, and what arrives is lost"},
    {FaultKind::cloud_slow, "cloud_slow", "factor", "at lasts",
     "the cloud works so many times as long on everything"},
    {FaultKind::cloud_restart, "cloud_restart", "at lasts", "",
     "the cloud is down and forgets what it had not finished when it went down"},
    {FaultKind::stale_lists, "stale_lists", "", "where at lasts",
     "acknowledgements carry no new lists to the fare boxes"},
    {FaultKind::power_loss, "power_loss", "at lasts", "where",
     "the fare box goes dark and boots from its journal"},
    {FaultKind::driver_reset, "driver_reset", "", "where at lasts share after_unconfirmed",
     "the driver resets the fare box, at a time or whenever a tap is unconfirmed"},
    {FaultKind::wrong_key, "wrong_key", "share", "where at lasts",
     "the driver presses a wrong key at a share of the rides and cancels the debit"},
    {FaultKind::clock_drift, "clock_drift", "drift", "where at lasts",
     "the clock of the fare box gains so many millionths (negative: loses)"},
    {FaultKind::clock_wrong, "clock_wrong", "offset", "where at lasts",
     "the clock of the fare box is ahead by the offset (negative: behind)"},
    {FaultKind::journal_full, "journal_full", "records", "where at lasts",
     "the journal of the fare box holds only so many records"},
    {FaultKind::card_torn, "card_torn", "", "where at lasts share step after",
     "the card leaves at a step of the tap, or so long after it entered the field"},
    {FaultKind::two_cards, "two_cards", "", "where at lasts share",
     "a second card is in the field at the first touch"},
    {FaultKind::frame_errors, "frame_errors", "share", "where at lasts",
     "a share of the radio frames is damaged"},
    {FaultKind::listed_meanwhile, "listed_meanwhile", "share", "where at lasts",
     "a share of the cards is reported lost while their riders are on board"},
}};

inline constexpr std::array<FaultWord<ChangeKind>, 4> change_words{{
    {ChangeKind::tariff, "tariff", "at tariff_date effective", "where over",
     "fare boxes get the fare rules of another date, in force from a time of day"},
    {ChangeKind::lists, "lists", "at", "where over",
     "fare boxes get an edition of the lists beside the regular ones"},
    {ChangeKind::firmware, "firmware", "at", "where over takes",
     "fare boxes restart one by one with a new build"},
    {ChangeKind::keys, "keys", "at", "where over takes",
     "security modules take another generation of keys one by one"},
}};

constexpr std::string_view word_of(FaultKind kind)
{
    for (const auto& row : fault_words)
        if (row.kind == kind) return row.word;
    return {};
}

}  // namespace sim
