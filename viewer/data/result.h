// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "sim/record/database.h"

// One result file of a run, opened for reading only; also while the run still writes it.
namespace view
{

class LiveSums;

// The file cannot be shown; one line that names it and says why.
class ResultError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// What the run was, in the words of the file.
struct RunHead {
    std::string file, scenario, scenario_file, seed, build, mode;
    std::string digest;   // "" until the run has ended
    std::string status;   // complete | aborted | error; aborted while it is being written
    std::string verdict;  // "" until judged
    std::string error;    // the bench's own trouble, or ""
    std::string timetable_date, tariff_date;
    std::string command;    // runs it again
    std::int64_t taps = 0;  // rows of table tap
    // The file has the sums that the end of a run writes. A file without them - its run goes on or
    // was killed - is counted when it is opened and at each refresh; its queries are the same.
    bool summed = false;
};

class Result
{
public:
    // Throws ResultError: no such file, no result, or of another version.
    explicit Result(const std::string& file);
    Result(Result&&) noexcept;
    ~Result();

    const RunHead& head() const { return head_; }
    const sim::Database& database() const { return database_; }
    // Looks at the file again; true when there are rows or a status that were not there before.
    bool refresh();

private:
    void read();

    sim::Database database_;
    RunHead head_;
    std::string seen_;                // how far the file had come
    std::unique_ptr<LiveSums> live_;  // of a file without sums
};

}  // namespace view
