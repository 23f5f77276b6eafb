// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "tests/sim/verify/judged.h"

// A flow of a counter in a small run, and the order its steps are to come in.
namespace sim::test
{

inline constexpr const char* order_text = R"(
order: test
commands:
  - { id: verify_pin, head: "00 20 00 *" }
  - { id: sign, head: "80 2A * *" }
procedures:
  - services: [S02]
    thread: ride
    steps:
      - { id: pin, card: verify_pin }
      - { id: signed, card: sign, in_presence: [pin], unless: [closed] }
      - { id: asks, message: ask, from: counter, to: register, sent_after: [signed], each_of: holders, each_did: signed }
      - { id: agreed, message: told, answers: ask, from: register, to: counter, field: good, value: "true", after: [asks] }
      - { id: answered, message: told, from: register, to: counter }
      - { id: closed, message: close, from: counter, to: register }
      - { id: committed, reaches: U3, after: [agreed] }
    basis: test
    source: test
    status: assumed
)";

// A run with one ride and one flow of a counter, at which things happen one after the other.
struct OrderedTalk {
    OrderedTalk()
    {
        run.ride(0, 0, 2, 290);
        run.scenario.order.emplace();
        Struct<FlowOrder>(*run.scenario.order).read(parse_yaml_text("order.yaml", order_text));
        row.flow = 1;
        row.service = "S02";
        row.place = "counter-1";
        row.outcome = "refused";
    }
    OrderedTalk& command(std::uint8_t ins, std::int32_t status = 0x9000)
    {
        const std::uint8_t cla = ins == 0x2A ? 0x80 : 0x00;
        run.others.push_back(CardCommandRow{row.flow, presence, card, now + 1, now + 9, cla, ins,
                                            0x00, 0x98, status});
        return later();
    }
    OrderedTalk& laid_down()
    {
        ++presence;
        return *this;
    }
    OrderedTalk& say(const std::string& from, const std::string& to, const std::string& text,
                     std::uint64_t answers = 0, std::int64_t takes = 5)
    {
        run.messages.push_back({run.messages.size() + 1,
                                answers,
                                row.flow,
                                from,
                                to,
                                now,
                                takes < 0 ? -1 : now + takes,
                                {text.begin(), text.end()}});
        return later();
    }
    OrderedTalk& ask(const std::string& holders = R"(["a"])")
    {
        return say("counter-1", "register", R"({"kind":"ask","holders":)" + holders + "}");
    }
    OrderedTalk& told(const char* good, std::int64_t takes = 5)
    {
        return say("register", "counter-1", std::string(R"({"kind":"told","good":)") + good + "}",
                   run.messages.size(), takes);
    }
    OrderedTalk& reach(std::size_t point)
    {
        row.u.at(point) = now;
        return later();
    }
    OrderedTalk& later()
    {
        now += 10;
        return *this;
    }
    // What is said against it, without "flow 1 (S02 at counter-1): ".
    std::string objections()
    {
        run.flows = {row};
        std::string all;
        for (const Finding& finding : judged(run).findings)
            if (finding.property == "order_right")
                all +=
                    (all.empty() ? "" : "; ") + finding.text.substr(finding.text.find("): ") + 3);
        return all;
    }

    SmallRun run;
    FlowRow row;
    std::uint32_t presence = 1, card = 7;
    std::int64_t now = 1000;
};

}  // namespace sim::test
