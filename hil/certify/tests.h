// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "hil/certify/test_run.h"

// The table of tests: what each needs and what it shows. A suite chooses from it.
namespace hil
{

struct TestRow {
    const char* name;
    Subject subject;
    bool of_technology;   // runs once a technology, and needs it declared
    CapabilitySet needs;  // besides the technology
    bool needs_garbling;  // only a virtual reader's line can be garbled
    bool uses_card;
    const char* shows;  // one line, for people
    void (*run)(TestRun&);
};

std::span<const TestRow> all_tests();
const TestRow* find_test(const std::string& name);

// Readers.
void selects(TestRun& run);
void exchanges(TestRun& run);
void empty_field(TestRun& run);
void size_guard(TestRun& run);
void removal(TestRun& run);
void torn_exchange(TestRun& run);
void replugging(TestRun& run);
void garbled_line(TestRun& run);

// Transit cards, through any reader.
void polling(TestRun& run);
void system_codes(TestRun& run);
void request_service(TestRun& run);
void presence(TestRun& run);
void open_services(TestRun& run);
void end_of_service(TestRun& run);
void status_flags(TestRun& run);
void silence(TestRun& run);
void retry_safety(TestRun& run);
void response_time(TestRun& run);
void write_refused(TestRun& run);

}  // namespace hil
