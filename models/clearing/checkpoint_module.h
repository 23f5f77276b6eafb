// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <systemc>

#include "models/clearing/open_books.h"
#include "sim/record/recorder.h"

// The auditor: asks every keeper of a book for its sum once a period and once at the end of the
// day. At an instant at which other things happen too it comes last, so a cut holds all of them.
namespace model
{

class CheckpointModule final : public sc_core::sc_module
{
public:
    struct Parts {
        fw::Nanos opening;                       // the first checkpoint is a period later
        fw::Nanos period;                        // 0: only at the end
        std::function<std::int64_t()> purses;    // sum over all cards
        std::function<std::int64_t()> journals;  // sum over all fare boxes
        std::function<BooksAt(std::int64_t t, std::int64_t next)> clearing;
        sim::Recorder& recorder;
    };

    CheckpointModule(const sc_core::sc_module_name& name, Parts parts);

    // After the last event: the final one, not before `at`.
    void close(fw::Nanos at);

private:
    void run();
    void take(std::int64_t t, std::int64_t next);

    Parts parts_;
    sc_core::sc_event due_;
    std::int64_t taken_ = -1;
};

}  // namespace model
