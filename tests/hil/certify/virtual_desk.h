// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/certify/certify.h"
#include "hil/certify/virtual_hand.h"
#include "hil/reader/reader_process.h"
#include "tests/hil/certify/planted.h"
#include "tests/hil/certify/scratch.h"

// A virtual PN532 with an invented transit card, behind the real reader host and libnfc.
namespace hil
{

struct VirtualDesk {
    static constexpr CapabilitySet felica =
        set_of(Capability::felica_212) | set_of(Capability::felica_424);

    Scratch scratch;
    std::string link = scratch.path / "pn532";
    CardField field;
    Pn532Server server{field, {.link = link}};
    VirtualHand hand;
    Device reader_device{"desk-1",
                         "",
                         "",
                         static_cast<CapabilitySet>(felica | set_of(Capability::replug)),
                         {{"transit", "", felica, true}}};
    Device card_device{
        "desk-1/transit",
        "",
        "",
        static_cast<CapabilitySet>(felica | set_of(Capability::attribute) |
                                   set_of(Capability::history) | set_of(Capability::gate)),
        {}};

    explicit VirtualDesk(Planted::Spoil spoil = {})
        : hand(field, server, {{"transit", std::make_shared<Planted>(std::move(spoil))}})
    {
        card_device.cards = {{"transit", "", card_device.claims, true}};
    }

    ReaderConfig config() const
    {
        return {.name = "desk-1",
                .connstring = "pn532_uart:" + link,
                .program = TAPBENCH_BINARY_DIR "/tapbench-reader-host"};
    }
    std::filesystem::path report() const { return scratch.path / "report"; }

    DeviceReport certify(const Device& device, Reader& reader, std::vector<TestSpec> tests)
    {
        const Suite suite{.name = "planted",
                          .version = "1",
                          .subject = Subject::reader,
                          .confidence = 0.95,
                          .valid_days = 1,
                          .limits = {},
                          .tests = std::move(tests)};
        CertifyOptions options;
        options.folder = report();
        options.back_within = {1'000'000'000};
        return hil::certify(suite, device, reader, hand, options);
    }
    DeviceReport certify_reader(Reader& reader, std::vector<TestSpec> tests)
    {
        return certify(reader_device, reader, std::move(tests));
    }
    DeviceReport certify_card(std::vector<TestSpec> tests)
    {
        ReaderProcess reader(config());
        return certify(card_device, reader, std::move(tests));
    }
};

inline TestSpec spec_of(const char* test, int count = 1)
{
    return {.test = test,
            .tech = fw::RfSet::felica_212,
            .count = count,
            .hit_rate_ppm = 980'000,
            .p50 = {},
            .p95 = {},
            .p99 = {},
            .within = {20'000'000'000}};
}

inline std::string told(const DeviceReport& report)
{
    std::string all;
    for (const TestResult& result : report.results) {
        all += result.name + " " + word_of(result.verdict);
        for (const std::string& reason : result.reasons) all += ": " + reason;
        all += "\n";
    }
    return all;
}

}  // namespace hil
