// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of cameras on the way to school: who the children and their guardians truly are, who passed
// which camera, what the office booked and made known, and what phones showed. Times as in rows.h,
// -1 = not reached.
namespace sim
{

struct WatchChildRow {
    static constexpr const char* table = "watch_child";
    std::string child;  // as the watch knows them
    std::int64_t resident = 0;
    std::int64_t guardian = 0;  // resident
    std::int64_t second = 0;    // another one of the family
    std::string guardian_name, second_name;
    std::int64_t hidden = 0;  // protected from the second before the day
    std::int64_t absent = 0;  // will not come to school
    auto fields() const
    {
        return std::tie(child, resident, guardian, second, guardian_name, second_name, hidden,
                        absent);
    }
};

// Somebody passed a camera.
struct WatchPassRow {
    static constexpr const char* table = "watch_pass";
    std::int64_t pass = 0;
    std::string camera;
    std::int64_t gate = 0;
    std::int64_t at = 0;
    std::string child;       // who it truly was, empty = no child of the watch
    std::int64_t twin = 0;   // of another registered child
    std::string believed;    // whom the camera took them for, empty = nobody
    std::string by;          // face | keyed, empty = neither
    std::int64_t told = -1;  // the office answered
    std::string answer;      // taken, or why not
    auto fields() const
    {
        return std::tie(pass, camera, gate, at, child, twin, believed, by, told, answer);
    }
};

// A guardian or the school did something: pressed at `t`, answered at `done`.
struct WatchActRow {
    static constexpr const char* table = "watch_act";
    std::int64_t t = 0, done = -1;
    std::string act;  // allow | revoke | intrude | hide | roll_call
    std::string child, receiver;
    std::string outcome;  // accepted, a reason, or no_answer
    auto fields() const { return std::tie(t, done, act, child, receiver, outcome); }
};

// The office has something to tell somebody.
struct WatchNewsRow {
    static constexpr const char* table = "watch_news";
    std::int64_t t = 0;
    std::string news, child, receiver;
    std::string what;     // seen | arrived | absent
    std::string camera;   // where, empty = not told
    std::int64_t at = 0;  // the child passed, or the roll was called
    auto fields() const { return std::tie(t, news, child, receiver, what, camera, at); }
};

// Why the office did not send it, or no more.
struct WatchStopRow {
    static constexpr const char* table = "watch_stop";
    std::int64_t t = 0;
    std::string news;
    std::string why;  // not_allowed | hidden | unreachable
    auto fields() const { return std::tie(t, news, why); }
};

// It reached a phone.
struct WatchShownRow {
    static constexpr const char* table = "watch_shown";
    std::int64_t t = 0;
    std::string phone;
    std::int64_t owner = 0;  // resident
    std::string news, child, receiver, what, camera;
    std::int64_t at = 0;
    std::string effect;  // shown | late | withdrawn
    auto fields() const
    {
        return std::tie(t, phone, owner, news, child, receiver, what, camera, at, effect);
    }
};

using AnyWatchRow = std::variant<WatchChildRow, WatchPassRow, WatchActRow, WatchNewsRow,
                                 WatchStopRow, WatchShownRow>;

}  // namespace sim
