// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "hil/certify/certify.h"

// A reader and a hand that do what a test tells them, and a clock that nobody waits for.
namespace hil
{

struct ScriptedReader final : Reader {
    // What the n-th call answers, n from 0.
    std::function<Selection(int)> on_select = [](int) {
        return Selection{ReaderStatus::ok, {}, {{1'000'000}, {900'000}}};
    };
    std::function<Exchange(int)> on_exchange = [](int) {
        return Exchange{ReaderStatus::ok, 0, {{1'000'000}, {900'000}}};
    };
    int selects = 0, exchanges = 0;

    Selection select(fw::RfSet, std::uint16_t, fw::Nanos) override { return on_select(selects++); }
    Exchange exchange(fw::Bytes, fw::MutBytes, fw::Nanos) override
    {
        return on_exchange(exchanges++);
    }
    void release() override {}
    LinkTime link_time() override { return {}; }
    std::string name() const override { return "scripted"; }
};

struct ScriptedHand final : Hand {
    Refusal answer;  // to whatever is asked
    int asked = 0;

    HandSkills skills() const override { return {.plug = true, .garble = true}; }
    Refusal place(const DeskCard&, fw::RfSet) override { return ask(); }
    Refusal take_away() override { return ask(); }
    Refusal tear() override { return ask(); }
    Refusal unplug() override { return ask(); }
    Refusal plug() override { return ask(); }
    Refusal garble(bool) override { return ask(); }
    void restore() override {}
    Refusal ask()
    {
        ++asked;
        return answer;
    }
};

struct ScriptedDesk {
    ScriptedReader reader;
    ScriptedHand hand;
    fw::Nanos now{};
    bool interrupted = false;
    Device device{"desk-1",
                  "",
                  "",
                  set_of(Capability::felica_212),
                  {{"card", "", set_of(Capability::felica_212), true}}};

    CertifyOptions options()
    {
        CertifyOptions options;
        options.interrupted = [this] { return interrupted; };
        options.clock = {[this] { return now; }, [this](fw::Nanos time) { now += time; }};
        return options;
    }
    DeviceReport certify(std::vector<TestSpec> tests)
    {
        const Suite suite{.name = "s",
                          .version = "1",
                          .subject = Subject::reader,
                          .confidence = 0.95,
                          .valid_days = 1,
                          .limits = {},
                          .tests = std::move(tests)};
        return hil::certify(suite, device, reader, hand, options());
    }
    TestResult certify_one(const TestSpec& test) { return certify({test}).results.at(0); }
};

inline TestSpec spec_of(const char* test, int count)
{
    return {.test = test,
            .count = count,
            .hit_rate_ppm = 990'000,
            .p50 = {},
            .p95 = {},
            .p99 = {},
            .within = {1'000'000'000}};
}

}  // namespace hil
