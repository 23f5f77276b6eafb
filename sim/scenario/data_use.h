// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/parameters.h"

// Uses of personal data under consent (services.md S34, S35, S40, S48): which domains hold what,
// who asks for it and what for, and what goes wrong. The documents name no algorithm, no time and
// no rate: all of it is *assumed*.
namespace sim
{

// Where data may go: what concerns health never enters the fare or the commerce path (P7).
enum class DataPath : std::uint8_t { health, welfare, mobility, commerce, family };

// One kind of data of a domain.
struct HeldItem {
    std::string id;
    std::int32_t size_bytes = 2'000;
    std::int32_t held_ppm = 1'000'000;  // of the people there is some of
    bool location = false;              // says where somebody is: hidden for the protected (P8)
};

// Keeps its own data under its own names of the people: back end "ID_store", desks "ID_desk-N".
struct DataDomain {
    std::string id;
    DataPath path = DataPath::welfare;
    std::vector<HeldItem> holds;
};

struct DataUse {
    std::string holder, item, receiver, purpose;
    std::string service = "S35";  // that the flows of its desks count for
    std::int32_t count = 0;
};

// Two stores that reach each other over a line, faults "ID-1": one of their own, or the data
// centre's access line, which `other` lies behind.
struct StoreLine {
    std::string id, one, other;
    std::int32_t rate_kbps = 0;  // each way, of their own
    bool access_line = false;
    std::int32_t stands_for = 1;  // so many bytes each byte of a piece stands for on the line
    LinkParameters link;
};

// Parts of the uses in which something is wrong.
struct DataUseMishaps {
    std::int32_t declined_ppm = 0;       // the person says no
    std::int32_t unanswered_ppm = 0;     // or does not look
    std::int32_t forged_ppm = 0;         // the signature fits no key
    std::int32_t foreign_ppm = 0;        // it was made with somebody else's phone
    std::int32_t expired_ppm = 0;        // asked for again after the consent has ended
    std::int32_t revoked_ppm = 0;        // revoked while the data is on its way
    std::int32_t other_purpose_ppm = 0;  // asked for again for something else
};

// Parts of the uses that a proxy agrees to, in which the mandate does not hold.
struct ProxyMishaps {
    std::int32_t revoked_ppm = 0, out_of_scope_ppm = 0, expired_ppm = 0, none_ppm = 0;
};

struct DataUses {
    std::vector<DataDomain> domains;
    std::vector<DataUse> uses;
    std::vector<StoreLine> lines;
    std::int32_t desks = 2;   // of each domain that asks
    std::int32_t phones = 6;  // of people, in use at once
    std::int32_t piece_bytes = 500;
    fw::Nanos lasts{7'200'000'000'000};        // a consent
    fw::Nanos short_lasts{60'000'000'000};     // one that ends before it is asked for again
    fw::Nanos again{90'000'000'000};           // until it is asked for again
    fw::Nanos patience{180'000'000'000};       // of a desk, for the person
    fw::Nanos poll{1'000'000'000};             // of desks and phones that wait
    fw::Nanos deadline{3'000'000'000};         // of a request; then it is sent again
    fw::Nanos second_thoughts{3'000'000'000};  // longest, before a consent is revoked
    // A piece of data that is encrypted for its use, or opened.
    Distribution seal{Distribution::Kind::lognormal, {4'000'000}, {}, 300'000};
    Distribution open{Distribution::Kind::lognormal, {3'000'000}, {}, 300'000};
    Distribution reads{Distribution::Kind::lognormal, {12'000'000'000}, {}, 400'000};
    Distribution signs{Distribution::Kind::lognormal, {400'000'000}, {}, 300'000};
    DataUseMishaps mishaps;
    std::int32_t proxy_ppm = 0;  // of the uses: agreed to by a proxy
    ProxyMishaps proxy_mishaps;
    std::int32_t protected_ppm = 0;  // of the uses: of data of a protected person
    int line = 0;
};

}  // namespace sim
