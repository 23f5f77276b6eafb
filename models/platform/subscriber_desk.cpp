// SPDX-License-Identifier: Apache-2.0
#include "models/platform/subscriber_desk.h"

namespace model
{

namespace
{

constexpr fw::Nanos between_looks{60'000'000'000};  // assumed

}  // namespace

SubscriberDesk::SubscriberDesk(const sim::Platform& parameters, fw::Nanos from, fw::Nanos to)
    : parameters_(parameters),
      from_(from),
      last_(to + parameters.closing + parameters.delay + between_looks)
{
}

void SubscriberDesk::serve(Desk& desk)
{
    for (fw::Nanos at = from_; at <= last_; at += between_looks) {
        desk.wait_until(at);
        read_all(desk);
    }
}

// Until there is nothing new or no answer; the next look goes on where this one ended.
void SubscriberDesk::read_all(Desk& desk)
{
    for (;;) {
        sim::Form question("platform.read");
        question.set("request", desk.name() + "/" + std::to_string(++requests_));
        question.set("after", read_);
        const auto answer = desk.call("platform", question, parameters_.patience);
        if (!answer || answer->kind() != "platform.cell") return;
        read_ = answer->number("number").value_or(read_);
    }
}

}  // namespace model
