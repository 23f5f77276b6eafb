// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/reader/back_off.h"
#include "hil/reader/channel.h"
#include "hil/reader/device_lock.h"
#include "hil/reader/folder_watch.h"
#include "hil/reader/nfc_device.h"

// The life of a process that holds one reader: opens it, does what the bench asks, and when the
// reader is lost says so and opens it again as soon as it is back.
namespace hil
{

class ReaderHost
{
public:
    ReaderHost(Channel& bench, nfc_context* context, const std::string& connstring);

    // Returns when the bench has gone.
    void serve();

private:
    void open_reader();
    std::string try_to_open();
    void wait_for_reader();
    void answer_next(fw::Nanos wait);
    void answer(const Message& request);
    NfcDevice::Outcome act(const Message& request, Message& done);
    void report_away(const std::string& why);

    Channel& bench_;
    std::string connstring_;
    std::string path_;
    FolderWatch folder_;
    DeviceLock lock_;
    NfcDevice device_;
    BackOff back_off_;
    std::string reported_;  // the last reason told
    bool bench_is_there_ = true;
};

}  // namespace hil
