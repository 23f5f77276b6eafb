// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/core/units.h"
#include "sim/link/form.h"
#include "sim/record/service_rows.h"

// What a program in an office, in a taxi, on a phone or in a data centre may ask of the world.
// Blocking calls, so that a service reads from top to bottom; time is nanoseconds since midnight of
// the service day.
namespace model
{

// The network as a program sees it.
class Line
{
public:
    virtual fw::Nanos now() = 0;
    // Sends `request` to the back end `to` and waits for its answer, at most `deadline`. None: no
    // answer in time, and nobody here knows whether the other end has acted. A request may arrive
    // twice.
    virtual std::optional<sim::Form> call(const std::string& to, const sim::Form& request,
                                          fw::Nanos deadline) = 0;
    // Work that takes its own time, beside that of any request; a line without time takes none.
    virtual void spend(fw::Nanos) {}

protected:
    ~Line() = default;
};

// A place where a person is served.
class Desk : public Line
{
public:
    virtual const std::string& name() const = 0;  // "counter-1"
    void spend(fw::Nanos time) override = 0;      // person, clerk or device is busy
    virtual void wait_until(fw::Nanos time) = 0;
    // Numbers the flow that begins now; the messages called from here belong to it until it ends.
    virtual std::uint32_t begin_flow() = 0;
    virtual void end_flow(const sim::FlowRow& row) = 0;

protected:
    ~Desk() = default;
};

// Serves person after person; returns when the day's last one is through.
class DeskProgram
{
public:
    virtual ~DeskProgram() = default;
    virtual void serve(Desk& desk) = 0;
};

// A registry, portal or authority: (state, request) to (state, answer). `line` leads on to other
// back ends. The state may change only after the last call of `line`, or must bear that another
// request is answered meanwhile.
class BackEnd
{
public:
    virtual ~BackEnd() = default;
    virtual sim::Form answer(const sim::Form& request, const std::string& from, Line& line) = 0;
};

}  // namespace model
