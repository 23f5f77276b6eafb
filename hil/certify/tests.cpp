// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/tests.h"

#include <algorithm>
#include <array>

namespace hil
{

namespace
{

constexpr CapabilitySet none = 0;
constexpr CapabilitySet replug = set_of(Capability::replug);
constexpr CapabilitySet history = set_of(Capability::history);
constexpr CapabilitySet writable = set_of(Capability::bench_card) | history;
constexpr Subject reader = Subject::reader;
constexpr Subject card = Subject::transit_card;

constexpr std::array rows{
    TestRow{"selects", reader, true, none, false, true,
            "a card that lies there is found, how often and how fast", selects},
    TestRow{"exchanges", reader, true, none, false, true,
            "the same command is answered, and the same way, each time", exchanges},
    TestRow{"empty_field", reader, true, none, false, false,
            "where no card lies none is found, and that is no failure", empty_field},
    TestRow{"size_guard", reader, true, none, false, true,
            "a command longer than readers take is refused and does no harm", size_guard},
    TestRow{"removal", reader, true, none, false, true,
            "a card that is taken away is missed, and found when it is back", removal},
    TestRow{"torn_exchange", reader, true, none, false, true,
            "a card that leaves in mid-exchange is a silent card, not a broken reader",
            torn_exchange},
    TestRow{"replugging", reader, true, replug, false, true,
            "an unplugged reader is noticed and comes back", replugging},
    TestRow{"garbled_line", reader, true, none, true, true,
            "garbled frames are the reader's failure and never an empty field", garbled_line},

    TestRow{"polling", card, true, none, false, true,
            "answers Polling for its system and any, under one IDm, and no other system", polling},
    TestRow{"system_codes", card, true, none, false, true, "lists system 0003", system_codes},
    TestRow{"request_service", card, true, none, false, true,
            "knows the services it declares and no other", request_service},
    TestRow{"presence", card, true, none, false, true, "tells mode 0 whenever it is asked",
            presence},
    TestRow{"open_services", card, true, none, false, true,
            "blocks read alone and together are the same", open_services},
    TestRow{"end_of_service", card, true, none, false, true, "each service ends with flags 01 A8",
            end_of_service},
    TestRow{"status_flags", card, true, history, false, true,
            "each wrong command is answered with its own status flags", status_flags},
    TestRow{"silence", card, true, none, false, true,
            "what is not for it finds it silent, and it works on", silence},
    TestRow{"retry_safety", card, true, history, false, true,
            "a repeated exchange gives the same answer and leaves the same card", retry_safety},
    TestRow{"response_time", card, true, history, false, true,
            "answers within the time its PMm declares", response_time},
    TestRow{"write_refused", card, true, writable, false, true,
            "a write to a read-only service is refused and changes nothing", write_refused},
};

}  // namespace

std::span<const TestRow> all_tests()
{
    return rows;
}

const TestRow* find_test(const std::string& name)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const TestRow& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace hil
