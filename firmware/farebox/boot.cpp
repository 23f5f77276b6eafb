// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/core/journal.h"
#include "firmware/farebox/memory.h"

namespace fw
{

namespace
{

std::optional<JournalRecord> read_record(Nvram& nvram, std::uint32_t number)
{
    JournalBytes bytes{};
    return decode_journal_record({bytes.data(), nvram.read(number, bytes)});
}

}  // namespace

BoxMemory boot(const FareBoxPolicy& policy, Nvram& nvram)
{
    BoxMemory memory;
    std::optional<TapEvent> intent;
    for (std::uint32_t number = nvram.first(); number < nvram.end(); ++number) {
        const auto record = read_record(nvram, number);
        if (!record || record->event.key.device != policy.device) continue;
        memory.next_sequence = std::max(memory.next_sequence, record->event.key.sequence + 1);
        if (record->type == RecordType::intent) {
            intent = record->event;
            continue;
        }
        if (intent && intent->key == record->event.key) intent.reset();
        remember(memory, record->event);
    }
    if (intent && nvram.append(encode(JournalRecord{RecordType::closed, *intent})))
        remember(memory, *intent);
    memory.upload.next_record = nvram.first();
    if (nvram.end() > nvram.first()) memory.upload.pending_since = Nanos{0};  // send again soon
    return memory;
}

}  // namespace fw
