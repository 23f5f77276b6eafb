// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hil/reader/reader.h"

// What is certified and by what: a suite chooses tests and sets their limits; a device declares
// what it can do (its ICS, implementation conformance statement), and is held to that alone.
namespace hil
{

enum class Capability : std::uint16_t {
    felica_212 = 1,
    felica_424 = 2,
    type_b = 4,
    type_a = 8,
    replug = 16,      // reader: survives being unplugged and plugged in again
    attribute = 32,   // card: service 008B, balance
    history = 64,     // card: service 090F
    gate = 128,       // card: service 108F
    bench_card = 256  // card: the bench's own, may be written to
};
using CapabilitySet = std::uint16_t;

constexpr CapabilitySet set_of(Capability one)
{
    return static_cast<CapabilitySet>(one);
}
constexpr bool has(CapabilitySet set, Capability one)
{
    return (set & set_of(one)) != 0;
}
const char* word_of(Capability one);
std::vector<Capability> all_of(CapabilitySet set);
// Capabilities and technologies share their names and first four bits.
constexpr Capability capability_of(fw::RfSet tech)
{
    return static_cast<Capability>(tech);
}

enum class Subject : std::uint8_t { reader, transit_card };

// One entry of a suite: which test, and the parameters that test has use for.
struct TestSpec {
    std::string test;  // its name in the table of tests
    fw::RfSet tech = fw::RfSet::felica_212;
    int count = 1;
    int hit_rate_ppm = 0;
    std::optional<fw::Nanos> p50, p95, p99;
    fw::Nanos within{};  // to notice, or to recover
};

struct Suite {
    std::string name;
    std::string version;
    Subject subject = Subject::reader;
    double confidence = 0.95;
    int valid_days = 0;
    std::vector<std::string> limits;  // what the certificate does not say
    std::vector<TestSpec> tests;
};

// A card on the desk, as readers and people find it.
struct DeskCard {
    std::string name;
    std::string where;  // for people: "the green one in the drawer"
    CapabilitySet claims = 0;
    bool invented = false;  // its ids are our own
};

struct Device {
    std::string name;
    std::string product, serial;  // as its maker says
    CapabilitySet claims = 0;
    std::vector<DeskCard> cards;  // those it is tested with; a card under test is the only one
};

}  // namespace hil
