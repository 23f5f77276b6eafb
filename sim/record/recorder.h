// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sim/record/city_rows.h"
#include "sim/record/rows.h"
#include "sim/record/run_digest.h"
#include "sim/record/service_rows.h"

// Where a run hands what happened. The digest is taken here, before any sink, so it is the same
// with a file and without one. Rows are handed over by one thread; nothing here touches simulated
// time. Order: city first, then rows in any order, finish last.
namespace sim
{

enum class Outcome : std::uint8_t {
    complete,  // ran to its end, every queue drained
    aborted,   // interrupted
    error,     // the bench failed
};

// What the run was, beyond the scenario.
struct RunFacts {
    std::string build;  // version and compiler
    std::string mode = "virtual";
};

// The base class keeps nothing but the digest: a run without a file.
class Recorder
{
public:
    virtual ~Recorder() = default;

    void city(const CityRows& city);
    void tap(const TapRow& row);
    void cloud(const CloudRow& row);
    void posting(const PostingRow& row);
    void card(const CardRow& row);
    void checkpoint(const CheckpointRow& row);
    void statement(const StatementRow& row);
    void service(const ServiceRow& row);
    void stop_visit(const StopVisitRow& row) { keep(row); }
    void slip(const SlipRow& row) { keep(row); }
    void frame(const FrameRow& row) { keep(row); }
    void batch(const BatchRow& row) { keep(row); }
    void note(const NoteRow& row) { keep(row); }
    void finish(Outcome outcome) { close(outcome); }

    // Hands on rows that wait for their block to fill, for those who read the file meanwhile.
    virtual void flush() {}
    // Why the file is not whole, e.g. a full disk: the run ends with ERROR (exit 70).
    virtual std::optional<std::string> error() const { return std::nullopt; }
    std::string digest() { return digest_.hex(); }

protected:
    virtual void keep(const CityRows&) {}
    virtual void keep(const TapRow&) {}
    virtual void keep(const CloudRow&) {}
    virtual void keep(const PostingRow&) {}
    virtual void keep(const CardRow&) {}
    virtual void keep(const CheckpointRow&) {}
    virtual void keep(const StatementRow&) {}
    virtual void keep(const StopVisitRow&) {}
    virtual void keep(const SlipRow&) {}
    virtual void keep(const FrameRow&) {}
    virtual void keep(const BatchRow&) {}
    virtual void keep(const NoteRow&) {}
    virtual void keep(const ServiceRow&) {}
    virtual void close(Outcome) {}

private:
    RunDigest digest_;
};

using NullRecorder = Recorder;

// A SqliteRecorder on `file`, or the base when `file` is empty.
std::unique_ptr<Recorder> make_recorder(const std::string& file, const RunFacts& facts);

}  // namespace sim
