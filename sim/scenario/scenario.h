// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/base/date.h"
#include "sim/scenario/access.h"
#include "sim/scenario/access_line.h"
#include "sim/scenario/card_sales.h"
#include "sim/scenario/city_id.h"
#include "sim/scenario/clinics.h"
#include "sim/scenario/data_use.h"
#include "sim/scenario/demand.h"
#include "sim/scenario/disaster.h"
#include "sim/scenario/everyone.h"
#include "sim/scenario/face_boarding.h"
#include "sim/scenario/first_aid.h"
#include "sim/scenario/flows.h"
#include "sim/scenario/health.h"
#include "sim/scenario/lectures.h"
#include "sim/scenario/linking.h"
#include "sim/scenario/mother_child.h"
#include "sim/scenario/mykey.h"
#include "sim/scenario/online_clinic.h"
#include "sim/scenario/order.h"
#include "sim/scenario/parameters.h"
#include "sim/scenario/pass_sales.h"
#include "sim/scenario/platform.h"
#include "sim/scenario/residents.h"
#include "sim/scenario/school_watch.h"
#include "sim/scenario/shelter_ways.h"
#include "sim/scenario/shops.h"
#include "sim/scenario/support_counter.h"
#include "sim/scenario/tariff.h"
#include "sim/scenario/taxi.h"
#include "sim/scenario/village_portal.h"

// A scenario file after strict loading: where, who, what happens and what must hold. Plain values;
// no engine in here. `line` members point into the YAML for messages and reports.
namespace sim
{

// Where the city comes from.
struct FeedSource {
    std::string path;  // zip or folder as it is opened; in YAML relative to the city file, or,
                       // when `real`, a bare file name in the folder of real feeds
    std::string operator_id;  // owner of all its routes; empty: each agency_id is an operator
    bool real = false;        // published by an operator, never shipped with the bench
    int line = 0;
    int column = 0;
};

struct Box {  // only trips that touch it are simulated
    double south = -90, north = 90, west = -180, east = 180;
};

// A kind of rider: who they are and when and where they travel.
struct Profile {
    std::string id;  // commuter, pupil, senior, shopper
    int age_from = 20, age_to = 64;
    std::int32_t child_card_ppm = 0;
    std::int32_t disabled_card_ppm = 0;
    std::int32_t companions_ppm = 0;  // pays for two riders on one card
    std::int32_t top_up_ppm = 0;      // asks the driver for a top-up when short
    std::int32_t resident_ppm = 900000;
    fw::Nanos peak{};                       // of the desired departure, time of day
    fw::Nanos spread{3'600'000'000'000};    // triangular half width
    std::int32_t centre_pull_ppm = 500000;  // weight of busy stops as destinations
    fw::Nanos ride_scale{900'000'000'000};  // gravity: typical ride time
    fw::Yen purse_from{1000}, purse_to{8000};
};

// A people file: the kinds of rider a city has. All of them are invented.
struct People {
    std::string file;
    std::string id;
    std::vector<Profile> profiles;
};

struct City {
    std::string file;
    std::string name;
    std::vector<FeedSource> feeds;
    std::optional<Box> bounds;
    std::string tariff_file;
    std::string device_file;
    std::string people_file;
    Tariff tariff;
    DeviceParameters devices;
    People people;
};

struct Group {
    std::string profile;
    std::int64_t count = 0;
    int line = 0;
    std::int64_t further_rides = 0;  // of each in the window, besides one, on the same card
};

enum class Placement : std::uint8_t { cloud, cached, post };
enum class OnTimeout : std::uint8_t { adult_fare_then_adjust };

struct Decision {
    Placement placement = Placement::cached;
    fw::Nanos deadline{120'000'000};
    OnTimeout on_timeout = OnTimeout::adult_fare_then_adjust;
};

enum class FaultKind : std::uint8_t {
    // between bus and depot
    uplink_down,       // nothing gets through
    uplink_slow,       // `delay` on top of every message
    uplink_lossy,      // a share of the messages is lost
    uplink_duplicate,  // a share of the batches arrives twice, the second `delay` later
    uplink_reorder,    // a share of the batches is held up by `delay` and overtaken
    uplink_replay,     // a share of the batches comes again `delay` later, whatever was answered
    // depot and cloud
    depot_full,     // the depot takes no batch, and the bus keeps it
    cloud_down,     // no answer; what arrives is lost
    cloud_slow,     // service takes `factor` times as long
    cloud_restart,  // down for `lasts`, and what was queued is forgotten
    stale_lists,    // new lists do not reach the boxes
    // fare box
    power_loss,    // the box goes dark and boots from its journal
    driver_reset,  // the driver resets it
    wrong_key,     // a share of the rides is first charged with a wrong key, then cancelled
    clock_drift,   // the box's clock gains `drift` (parts per million)
    clock_wrong,   // the box's clock is off by `offset`
    journal_full,  // the journal holds only `records` records
    // card and radio
    card_torn,         // leaves at a protocol `step`, or `after` so long in the field
    two_cards,         // a second card in the field at the first touch
    frame_errors,      // a share of the frames is damaged
    listed_meanwhile,  // a share of the cards is reported lost while its rider is on board
};

// Protocol step at which a torn card leaves the field.
enum class TearStep : std::uint8_t { poll, auth, read, write, write_answer };

struct Fault {
    FaultKind kind = FaultKind::uplink_down;
    std::string where = "all";    // "all", "bus-12", "operator/ID", "route/ID", "shops", "shop-3"
    std::optional<fw::Nanos> at;  // time of day; none = all day (share applies)
    fw::Nanos lasts{};
    std::int32_t share_ppm = 1000000;  // of the taps, messages, frames or cards concerned
    TearStep step = TearStep::write_answer;
    std::optional<fw::Nanos> after;  // card_torn: since it entered the field, instead of `step`
    bool after_unconfirmed = false;  // driver_reset: whenever the buzzer asked for a retouch
    fw::Nanos delay{};               // uplink_slow, _duplicate, _reorder, _replay
    std::int32_t factor = 1;         // cloud_slow
    std::int32_t drift_ppm = 0;      // clock_drift
    fw::Nanos offset{};              // clock_wrong, may be negative
    std::int32_t records = 0;        // journal_full
    int line = 0;

    bool holds(fw::Nanos time) const { return !at || (time >= *at && time < *at + lasts); }
};

// What reaches fare boxes one by one in mid-service.
enum class ChangeKind : std::uint8_t {
    tariff,    // the fare rules of `tariff_date`, in force from `effective`
    lists,     // an edition of the lists beside the regular ones
    firmware,  // the box restarts with a new build
    keys,      // the security module takes another generation of keys
};

struct Change {
    ChangeKind kind = ChangeKind::lists;
    std::string where = "all";
    fw::Nanos at{};     // the first box gets it
    fw::Nanos over{};   // until the last box has it
    fw::Nanos takes{};  // a box is out of service so long
    Date tariff_date{};
    fw::Nanos effective{};  // time of day
    int line = 0;
};

// Card riders who hold a pass of the tariff.
struct PassGroup {
    std::string pass;
    std::int32_t share_ppm = 0;   // of the IC riders
    std::int32_t in_use_ppm = 0;  // of those: first used before the window, at a drawn time
    fw::Yen amount{};             // of an amount pass
    int line = 0;
};

// One line under `expect:`; `measure` is a known name such as tap_time, taps_lost, fare_error.
struct Expectation {
    std::string measure;     // tap_time | hold_time | decision_time | hop_time | fare_error | ...
    std::string hop;         // for hop_time: poll, select, read, decision, write, feedback, ...
    std::string statistic;   // p50, p90, p95, p99, max, or empty for a count or sum
    std::string op;          // <=, <, ==, >=, >
    std::int64_t limit = 0;  // ns, yen or a count
    enum class Unit : std::uint8_t { nanos, yen, count } unit = Unit::count;
    int line = 0;
    int column = 0;
    std::string text;  // as written
};

// What changes in the lists that fare boxes download, and how often a new edition is published.
struct Lists {
    fw::Nanos period{3'600'000'000'000};  // between editions, assumed
    std::int32_t late_links_ppm = 0;      // of the linked cards: linked only during the window
    std::int32_t lost_cards_ppm = 0;      // of all cards: reported lost during the window
};

// Rides by class for those who plan routes (`export --to ebpm`): made when the run is over, kept in
// its result file and judged.
struct Planning {
    std::int64_t k = 5;  // rows of fewer cards are left out, numbers rounded to multiples of it
};

enum class FramePolicy : std::uint8_t { none, failed, all, share };

struct RecordPolicy {
    FramePolicy frames = FramePolicy::failed;
    std::int32_t share_ppm = 0;
    fw::Nanos checkpoint{3'600'000'000'000};  // between two reconciliations of the books
};

struct Scenario {
    // Made, copied and left behind in scenario.cpp: hundreds of files hold one.
    Scenario();
    Scenario(const Scenario& other);
    Scenario(Scenario&& other) noexcept;
    Scenario& operator=(const Scenario& other);
    Scenario& operator=(Scenario&& other) noexcept;
    ~Scenario();

    std::string file;
    std::string name;
    std::uint64_t seed = 0;
    std::string city_file;
    City city;
    Date timetable_date{};
    Date tariff_date{};
    int later_days = 0;  // service days after the first whose trips run as well
    fw::Nanos from{};    // since midnight of the first service day, as all times
    fw::Nanos to{};
    std::vector<Profile> profiles;    // those of the city's people file
    std::vector<std::string> covers;  // services of the city's documents: "S09"
    std::optional<Residents> residents;
    std::optional<FaceBoarding> face_boarding;
    std::optional<Flows> flows;      // what may be sent; none: not checked
    std::optional<FlowOrder> order;  // in which things must happen; none: not checked
    std::optional<Everyone> everyone;
    std::optional<Platform> platform;
    std::optional<Planning> planning;
    std::optional<Linking> linking;
    std::optional<PassSales> pass_sales;
    std::optional<ShownPasses> shown_passes;
    std::optional<Tourism> tourism;
    std::optional<TaxiService> taxi;
    bool plain_boxes = false;  // beside the fare boxes, without attributes, for the judge
    std::optional<CardSales> card_sales;
    std::optional<DemandTaxi> demand;
    std::optional<DataUses> data_use;
    std::optional<CityId> city_id;
    std::optional<MotherChild> mother_child;
    std::optional<Shelters> shelters;
    std::optional<AccessLine> access_line;  // none: whoever reaches the data centre never waits
    std::optional<Emergency> emergency;
    std::optional<Clinics> clinics;
    std::optional<OnlineClinic> online_clinic;
    std::optional<VillagePortal> portal;
    std::optional<FirstAid> first_aid;
    std::optional<SupportCounter> support_counter;
    std::optional<ShelterWays> shelter_ways;
    std::optional<SchoolWatch> school_watch;
    std::optional<Lectures> lectures;
    std::optional<MyKey> mykey;
    std::optional<Access> access;
    std::vector<Group> people;
    std::int32_t ic_ppm = 650000;
    std::int32_t linked_ppm = 80000;  // of the IC riders
    Decision decision;
    Lists lists;
    RecordPolicy record;
    std::vector<PassGroup> passes;
    std::optional<Shops> shops;
    std::vector<Fault> faults;
    std::vector<Change> changes;
    std::vector<Expectation> expect;
    std::string resolved;  // the whole of it as YAML, includes filled in
    std::optional<Health> health;
};

}  // namespace sim
