// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "firmware/core/units.h"

// The parameters of every device in the chain, as `scenarios/device/*.yaml` gives them. Defaults
// marked *assumed* have no published source and are swept by scenarios.
namespace sim
{

// How a random length of time is drawn. In YAML: `350 ms` (constant), `{ mean: 20 ms }`
// (exponential), `{ median: 350 ms, sigma: 0.45 }` (log-normal), `{ from: 1 s, to: 2 s }`
// (uniform).
struct Distribution {
    enum class Kind : std::uint8_t { constant, uniform, exponential, lognormal };
    Kind kind = Kind::constant;
    fw::Nanos a{};               // constant, from, mean or median
    fw::Nanos b{};               // to
    std::int32_t sigma_ppm = 0;  // of the log-normal
};

// A batch of cards issued alike.
struct CardProfileParameters {
    std::string id = "regional";
    std::string pmm = "100B4B428485D0FF";     // hex, 8 bytes
    std::int32_t fraction_from_ppm = 100000;  // actual/maximum response time, uniform, assumed
    std::int32_t fraction_to_ppm = 250000;
    std::int32_t share_ppm = 1000000;  // of all cards
};

struct ReaderParameters {
    std::int32_t rf_kbps = 212;            // 212 or 424
    fw::Nanos poll_cycle{30'000'000};      // idle polling grid, assumed
    int poll_slots = 4;                    // 1, 2, 4, 8, 16
    fw::Nanos card_start_up{20'000'000};   // NFC Forum field guard for type F
    fw::Nanos answer_gap{197'000};         // 2672/fc, reader to card and back
    std::int32_t frame_error_ppm = 100;    // per frame in the normal field, assumed
    int retries = 2;                       // per command, assumed
    std::int32_t host_link_baud = 921600;  // serial line between fare box and reader, assumed
    int host_link_overhead = 9;            // bytes around a command and around an answer
    fw::Nanos sam_step{5'000'000};         // each cryptographic step, assumed
};

struct FareBoxParameters {
    fw::CardSystem card_system = fw::CardSystem::transit;  // of every card in the city
    int readers = 2;                              // 1: front only; 2: rear entry, front exit
    fw::Nanos decision_time{3'000'000};           // table look-ups and checks, assumed
    fw::Nanos nvram_write{1'000'000};             // one record, assumed
    fw::Nanos feedback_time{2'000'000};           // until the beep starts, assumed
    fw::Nanos unfinished_memory{10'000'000'000};  // assumed
    fw::Nanos same_card_guard{2'000'000'000};     // assumed
    int upload_batch = 16;                        // events a message at most
    fw::Nanos upload_after{5'000'000'000};        // oldest event waits at most
    fw::Nanos ack_timeout{10'000'000'000};        // then the batch is sent again
    int journal_capacity = 100000;                // records
};

struct LinkParameters {
    Distribution up{Distribution::Kind::lognormal, {50'000'000}, {}, 500000};  // assumed LTE
    Distribution down{Distribution::Kind::lognormal, {50'000'000}, {}, 500000};
    fw::Nanos mean_up{0};      // on-off outages: mean time between, 0 = never
    fw::Nanos mean_outage{0};  // mean length
};

struct DepotParameters {
    Distribution backhaul{Distribution::Kind::constant, {5'000'000}, {}, 0};
    fw::Nanos forward_time{2'000'000};
};

struct CloudParameters {
    int servers = 8;
    Distribution service{Distribution::Kind::exponential, {20'000'000}, {}, 0};  // per event
    Distribution query{
        Distribution::Kind::exponential, {10'000'000}, {}, 0};  // per attribute question
    fw::Nanos publish_delay{100'000'000};      // from ledger acceptance to visible elsewhere
    fw::Nanos clock_tolerance{5'000'000'000};  // of a time put right, assumed
};

// How riders behave at the door.
struct DoorParameters {
    Distribution ic_board{Distribution::Kind::lognormal, {1'500'000'000}, {}, 300000};  // assumed
    Distribution ic_alight{Distribution::Kind::lognormal, {2'000'000'000}, {}, 300000};
    Distribution cash_board{Distribution::Kind::lognormal, {2'000'000'000}, {}, 300000};
    Distribution cash_alight{Distribution::Kind::lognormal, {7'000'000'000}, {}, 300000};
    Distribution hold{Distribution::Kind::lognormal, {350'000'000}, {}, 450000};
    Distribution retouch_delay{Distribution::Kind::lognormal, {800'000'000}, {}, 300000};
    int touches = 6;                    // after that the driver waves the rider through
    std::int32_t walk_away_ppm = 0;     // leave after the buzzer without touching again
    std::int32_t two_cards_ppm = 2000;  // second transit card in the wallet, taken out at retouch
    fw::Nanos doors{3'500'000'000};     // open and close
};

// A registry, portal or authority in the data centre.
struct BackEndParameters {
    int workers = 4;  // requests served at once, assumed
    Distribution service{Distribution::Kind::exponential, {15'000'000}, {}, 0};  // assumed
};

// What the services beside the fare boxes run on. Wired offices, phones and tablets on the mobile
// network; all assumed.
struct ServiceParameters {
    BackEndParameters back_end;
    BackEndParameters validation{4, {Distribution::Kind::lognormal, {300'000'000}, {}, 400000}};
    LinkParameters office{{Distribution::Kind::constant, {8'000'000}, {}, 0},
                          {Distribution::Kind::constant, {8'000'000}, {}, 0},
                          {0},
                          {0}};
    LinkParameters mobile{};
    fw::Nanos card_activation{25'000'000};  // of a smart card on a desk's reader
    fw::Nanos card_cable{1'500'000};        // to the reader and back, each command
};

enum class Offline : std::uint8_t { class_from_list, full_price, refuse };

// A kind of phone that shops take cards with: its own reader and network, and what the staff does
// around the touch. Nobody has published such figures: all of them are assumed.
struct PhoneParameters {
    std::string id = "handed_out";
    std::int32_t share_ppm = 1000000;  // of the shops
    ReaderParameters reader;
    LinkParameters link;
    Offline offline = Offline::class_from_list;  // when the cloud is late or out of reach
    Distribution hand_over{Distribution::Kind::lognormal, {2'000'000'000}, {}, 300000};
    std::int32_t background_ppm = 100000;  // of the sales: the app is brought to the front first
    Distribution to_front{Distribution::Kind::lognormal, {3'000'000'000}, {}, 300000};
    std::int32_t missed_ppm = 200000;  // of the first touches: held where the coil is not
    Distribution hold{Distribution::Kind::lognormal, {1'500'000'000}, {}, 300000};
    Distribution move{Distribution::Kind::lognormal, {1'200'000'000}, {}, 300000};
    Distribution slip{Distribution::Kind::constant, {1'000'000'000}, {}, 0};
};

// How a fare box and the cloud talk: records of fixed size, or files of text
// (sim/link/trip_file.h).
enum class UplinkProtocol : std::uint8_t { event_records, trip_files };

// A maker of fare boxes, and the operators whose buses carry them (services.md S07). Buses that no
// vendor is named for have the fare boxes of the city.
struct VendorParameters {
    std::string id;
    UplinkProtocol protocol = UplinkProtocol::event_records;
    std::vector<std::string> operators;  // of the city's tariff; none: all of them
    std::int32_t share_ppm = 1000000;    // of their buses
    ReaderParameters reader;
    FareBoxParameters fare_box;
};

struct DeviceParameters {
    std::string file;
    std::string id;
    std::vector<CardProfileParameters> cards;
    ReaderParameters reader;
    FareBoxParameters fare_box;
    LinkParameters uplink;
    DepotParameters depot;
    CloudParameters cloud;
    DoorParameters door;
    std::optional<ServiceParameters> services;  // as the defaults say where left out
    std::vector<PhoneParameters> phones;        // of shops
    std::vector<VendorParameters> vendors;      // of fare boxes, beside the city's own
};

}  // namespace sim
