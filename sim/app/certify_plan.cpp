// SPDX-License-Identifier: Apache-2.0
#include "sim/app/certify_plan.h"

#include <algorithm>
#include <filesystem>

#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

using hil::Capability;
using hil::CapabilitySet;

constexpr CapabilitySet when(bool declared, Capability one)
{
    return declared ? hil::set_of(one) : CapabilitySet{0};
}

template <class Claims>
CapabilitySet technologies_of(const Claims& claims)
{
    return static_cast<CapabilitySet>(when(claims.felica_212, Capability::felica_212) |
                                      when(claims.felica_424, Capability::felica_424) |
                                      when(claims.type_b, Capability::type_b) |
                                      when(claims.type_a, Capability::type_a));
}

CapabilitySet set_of(const sim::ReaderClaims& claims)
{
    return static_cast<CapabilitySet>(technologies_of(claims) |
                                      when(claims.replug, Capability::replug));
}

CapabilitySet set_of(const sim::CardClaims& claims)
{
    return static_cast<CapabilitySet>(
        technologies_of(claims) | when(claims.attribute, Capability::attribute) |
        when(claims.history, Capability::history) | when(claims.gate, Capability::gate) |
        when(claims.bench_card, Capability::bench_card));
}

hil::DeskCard card_of(const sim::DeskCard& card)
{
    return {card.name, card.where, set_of(card.claims), !card.file.empty()};
}

bool is_transit(const hil::DeskCard& card)
{
    return hil::has(card.claims, Capability::felica_212) ||
           hil::has(card.claims, Capability::felica_424);
}

std::vector<sim::DeskCard> cards_of(const sim::BenchFile& bench, const sim::DeskReader& reader)
{
    const std::filesystem::path home = std::filesystem::path(bench.file).parent_path();
    std::vector<sim::DeskCard> cards;
    for (sim::DeskCard card : bench.cards) {
        const auto& names = reader.cards;
        if (!names.empty() && std::find(names.begin(), names.end(), card.name) == names.end())
            continue;
        const bool usable = reader.present == sim::DeskHand::operator_ || !card.file.empty();
        if (!card.file.empty()) card.file = (home / card.file).lexically_normal().string();
        if (usable) cards.push_back(std::move(card));
    }
    return cards;
}

CertifySeat seat_of(const sim::BenchFile& bench, const sim::DeskReader& reader,
                    hil::Subject subject)
{
    const bool ours = reader.present == sim::DeskHand::virtual_;
    CertifySeat seat{reader, {}, {.plug = true, .garble = ours}, cards_of(bench, reader)};
    hil::Device device{reader.name, reader.product, reader.serial, set_of(reader.claims), {}};
    for (const sim::DeskCard& card : seat.cards) device.cards.push_back(card_of(card));
    if (subject == hil::Subject::reader) {
        seat.devices.push_back(std::move(device));
        return seat;
    }
    for (const hil::DeskCard& card : device.cards)
        if (is_transit(card))
            seat.devices.push_back({reader.name + "/" + card.name, "", "", card.claims, {card}});
    return seat;
}

hil::TestSpec spec_of(const sim::SuiteTest& test)
{
    constexpr fw::RfSet technologies[] = {fw::RfSet::felica_212, fw::RfSet::felica_424,
                                          fw::RfSet::type_b, fw::RfSet::type_a};
    return {.test = test.test,
            .tech = technologies[static_cast<int>(test.tech)],
            .count = test.count,
            .hit_rate_ppm = test.hit_rate_ppm,
            .p50 = test.p50,
            .p95 = test.p95,
            .p99 = test.p99,
            .within = test.within};
}

}  // namespace

hil::Suite suite_of(const sim::SuiteFile& file)
{
    hil::Suite suite{.name = file.name,
                     .version = file.version,
                     .subject = file.subject == sim::SuiteSubject::reader
                                    ? hil::Subject::reader
                                    : hil::Subject::transit_card,
                     .confidence = file.confidence_ppm / 1e6,
                     .valid_days = file.valid_days,
                     .limits = file.limits,
                     .tests = {}};
    for (const sim::SuiteTest& test : file.tests) suite.tests.push_back(spec_of(test));
    return suite;
}

std::vector<CertifySeat> seats_of(const sim::BenchFile& bench, const hil::Suite& suite)
{
    std::vector<CertifySeat> seats;
    for (const sim::DeskReader& reader : bench.readers)
        if (CertifySeat seat = seat_of(bench, reader, suite.subject); !seat.devices.empty())
            seats.push_back(std::move(seat));
    if (bench.readers.empty())
        throw sim::ScenarioError(bench.file, "names no \"readers\": there is nothing to certify");
    if (seats.empty())
        throw sim::ScenarioError(bench.file,
                                 "none of its cards declares FeliCa: there is no "
                                 "transit card to certify");
    return seats;
}

}  // namespace app
