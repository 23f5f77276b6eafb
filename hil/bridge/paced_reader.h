// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "hil/reader/reader_around.h"
#include "sim/kernel/async_gate.h"

// A reader on the bench for a process of the kernel: each call runs on a thread of the reader's own
// while the process waits and the rest of the city runs on. `total` is at least the simulated time
// that passed meanwhile. Its link is measured before the kernel starts or after it has ended.
namespace hil
{

class PacedReader final : public ReaderAround
{
public:
    // `name` is the gate's in the kernel; made before the kernel starts. `reader` outlives it.
    PacedReader(const char* name, Reader& reader, sim::Pacer& pacer);
    ~PacedReader() override;
    PacedReader(const PacedReader&) = delete;
    PacedReader& operator=(const PacedReader&) = delete;

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;
    void release() override;  // nobody waits for it but the next call
    // The reader itself, for a call that the kernel's thread makes and waits for standing still.
    Reader& at_rest();

private:
    using Call = std::function<void()>;
    fw::Nanos beside(Call call);  // simulated time that it took
    void give(Call call);
    void work();

    sim::AsyncGate gate_;
    bool given_one_ = false;  // a call whose gate nobody has passed yet
    std::mutex mutex_;
    std::condition_variable given_, done_;
    Call call_;
    bool working_ = false;
    bool end_ = false;
    std::thread thread_;  // last: it uses all the others
};

}  // namespace hil
