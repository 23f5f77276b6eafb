// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/health/reading.h"
#include "models/service/desk.h"

// The back end "mynaportal": the national portal that keeps check-ups, medicines and history of
// everybody, by names of the national domain (services.md S55, S63; limits and maintenance as in
// S53). What it is told shows only after the next batch and a delay (A.10, 12).
//
//   record.store request, subject, readings        -> record.stored visible_ns
//   record.read  request, subject, after_ns        -> record.bundle readings, served_ns
// Otherwise portal.busy (too many requests this minute) or portal.closed (maintenance).
namespace model
{

class RecordPortal final : public BackEnd
{
public:
    RecordPortal(const sim::RecordPortal& rules, const sim::HealthItems& items)
        : rules_(rules), items_(items)
    {
    }

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    // What stood there before the run.
    void adopt(const std::string& subject, const Reading& reading);
    // When something told at `time` shows.
    fw::Nanos shows(fw::Nanos time) const;

private:
    struct Shown {
        Reading reading;
        fw::Nanos from{};
    };

    bool busy(fw::Nanos now);
    sim::Form store(const sim::Form& request, fw::Nanos now);
    sim::Form read(const sim::Form& request, fw::Nanos now) const;

    const sim::RecordPortal& rules_;
    const sim::HealthItems& items_;
    std::int64_t minute_ = -1, requests_ = 0;            // of that minute
    std::map<std::string, std::vector<Shown>> records_;  // by subject, each version once
};

}  // namespace model
