// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

// Written only when it is not the usual one: a run on transit cards is told as it always was.
class CardSystemWord final : public Value
{
public:
    explicit CardSystemWord(fw::CardSystem& value) : value_(value) {}
    void read(const YamlNode& node) override { choice().read(node); }
    YamlNode write() const override { return choice().write(); }
    YamlNode schema() const override { return choice().schema(); }
    std::string type() const override { return choice().type(); }
    bool present() const override { return value_ != fw::CardSystem::transit; }

private:
    Choice<fw::CardSystem> choice() const
    {
        return {value_, {{"transit", fw::CardSystem::transit}, {"lite_s", fw::CardSystem::lite_s}}};
    }

    fw::CardSystem& value_;
};

}  // namespace

void fields(Visitor& v, CardProfileParameters& card)
{
    v.field({"id", "name of the batch", Need::required}, Text(card.id));
    v.field({"pmm", "manufacture parameter: declares the longest response times"},
            Hex(card.pmm, 8));
    v.field({"fraction_from", "least actual response time, as part of the declared longest"},
            Percent(card.fraction_from_ppm));
    v.field({"fraction_to", "greatest actual response time, as part of the declared longest"},
            Percent(card.fraction_to_ppm));
    v.field({"share", "part of all cards"}, Percent(card.share_ppm));
    v.require(card.fraction_from_ppm <= card.fraction_to_ppm, "fraction_to",
              "\"fraction_to\" must not be less than \"fraction_from\"");
}

void fields(Visitor& v, ReaderParameters& reader)
{
    v.field({"rf_rate", "bit rate on air"},
            Choice<std::int32_t>(reader.rf_kbps, {{"212 kbps", 212}, {"424 kbps", 424}}));
    v.field({"poll_cycle", "grid of idle polling"}, Duration(reader.poll_cycle, {1'000'000}));
    v.field({"poll_slots", "time slots of a poll: 1, 2, 4, 8 or 16"},
            Count(reader.poll_slots, 1, 16));
    v.field({"card_start_up", "from field on to the first command (field guard)"},
            Duration(reader.card_start_up));
    v.field({"answer_gap", "between a command and its answer, both ways"},
            Duration(reader.answer_gap));
    v.field({"frame_errors", "frames damaged in the normal field"},
            Percent(reader.frame_error_ppm));
    v.field({"retries", "more attempts after a command failed"}, Count(reader.retries, 0, 100));
    v.field({"host_link_rate", "serial line between fare box and reader"},
            Amount(reader.host_link_baud, "baud", 1200, 10'000'000));
    v.field({"host_link_overhead", "around a command and around an answer"},
            Amount(reader.host_link_overhead, "bytes", 0, 1000));
    v.field({"sam_step", "each cryptographic step of the secure module"},
            Duration(reader.sam_step));
    constexpr std::array<int, 5> slots{1, 2, 4, 8, 16};
    v.require(std::find(slots.begin(), slots.end(), reader.poll_slots) != slots.end(), "poll_slots",
              "expected 1, 2, 4, 8 or 16 slots, found " + std::to_string(reader.poll_slots));
}

void fields(Visitor& v, FareBoxParameters& box)
{
    v.field({"card_system",
             "cards the box serves and the city carries: transit cards, or FeliCa Lite-S with the "
             "bench's own purse"},
            CardSystemWord(box.card_system));
    v.field({"readers", "1: front only; 2: rear entry and front exit"}, Count(box.readers, 1, 2));
    v.field({"decision_time", "look-ups and checks of one fare"}, Duration(box.decision_time));
    v.field({"nvram_write", "one record into memory that survives power loss"},
            Duration(box.nvram_write));
    v.field({"feedback_time", "until the beep starts"}, Duration(box.feedback_time));
    v.field({"unfinished_memory", "how long an unconfirmed card is remembered"},
            Duration(box.unfinished_memory));
    v.field({"same_card_guard", "the same card again within it debits nothing"},
            Duration(box.same_card_guard));
    v.field({"upload_batch", "most events in a message"}, Count(box.upload_batch, 1, 1000));
    v.field({"upload_after", "longest wait of the oldest event"}, Duration(box.upload_after));
    v.field({"ack_timeout", "without an answer the batch is sent again after it"},
            Duration(box.ack_timeout, {1'000'000}));
    v.field({"journal_capacity", "records kept until acknowledged"},
            Count(box.journal_capacity, 1, 100'000'000));
}

void fields(Visitor& v, LinkParameters& link)
{
    v.field({"up", "latency from the bus to the depot"}, RandomTime(link.up));
    v.field({"down", "latency from the depot to the bus"}, RandomTime(link.down));
    v.field({"mean_up", "mean time between outages, 0 s: never one"}, Duration(link.mean_up));
    v.field({"mean_outage", "mean length of an outage"}, Duration(link.mean_outage));
    v.require(link.mean_up.count == 0 || link.mean_outage.count > 0, "mean_up",
              "\"mean_up\" asks for outages: \"mean_outage\" must be longer than 0 s");
}

void fields(Visitor& v, DepotParameters& depot)
{
    v.field({"backhaul", "latency between depot and cloud, each way"}, RandomTime(depot.backhaul));
    v.field({"forward_time", "store and forward of one message"}, Duration(depot.forward_time));
}

void fields(Visitor& v, CloudParameters& cloud)
{
    v.field({"servers", "events served at once"}, Count(cloud.servers, 1, 100'000));
    v.field({"service", "work on one event"}, RandomTime(cloud.service));
    v.field({"query", "work on one attribute question"}, RandomTime(cloud.query));
    v.field({"publish_delay", "from ledger acceptance to visible elsewhere"},
            Duration(cloud.publish_delay));
    v.field({"clock_tolerance",
             "a tap whose time was put right may seem this much earlier than the one before it"},
            Duration(cloud.clock_tolerance, {1'000'000}));
}

void fields(Visitor& v, DoorParameters& door)
{
    v.field({"ic_board", "boarding with a card"}, RandomTime(door.ic_board));
    v.field({"ic_alight", "alighting with a card"}, RandomTime(door.ic_alight));
    v.field({"cash_board", "boarding with a ticket"}, RandomTime(door.cash_board));
    v.field({"cash_alight", "alighting with cash"}, RandomTime(door.cash_alight));
    v.field({"hold", "how long a card stays in the field"}, RandomTime(door.hold));
    v.field({"retouch_delay", "from the buzzer to the next touch"}, RandomTime(door.retouch_delay));
    v.field({"touches", "after so many the driver waves the rider through"},
            Count(door.touches, 1, 100));
    v.field({"walk_away", "riders who leave after the buzzer"}, Percent(door.walk_away_ppm));
    v.field({"two_cards", "riders with a second transit card in the wallet"},
            Percent(door.two_cards_ppm));
    v.field({"doors", "opening and closing"}, Duration(door.doors));
}

void fields(Visitor& v, BackEndParameters& back_end)
{
    v.field({"workers", "requests served at once"}, Count(back_end.workers, 1, 1000));
    v.field({"service", "work on one request"}, RandomTime(back_end.service));
}

void fields(Visitor& v, ServiceParameters& services)
{
    v.field({"back_end", "registries and portals of the city"}, Struct(services.back_end));
    v.field({"validation", "the authority that checks certificates"}, Struct(services.validation));
    v.field({"office", "wired link of a counter"}, Struct(services.office));
    v.field({"mobile", "mobile link of phones and tablets"}, Struct(services.mobile));
    v.field({"card_activation", "until a smart card on a desk's reader is ready"},
            Duration(services.card_activation));
    v.field({"card_cable", "to a desk's reader and back, each command"},
            Duration(services.card_cable));
}

void fields(Visitor& v, DeviceParameters& devices)
{
    v.file(devices.file);
    v.field({"devices", "name of this set of devices", Need::heading}, Text(devices.id));
    v.field({"cards", "batches of cards in circulation", Need::required},
            List(devices.cards, 1, &CardProfileParameters::id));
    v.field({"reader", "card reader"}, Struct(devices.reader));
    v.field({"fare_box", "fare box of a bus"}, Struct(devices.fare_box));
    v.field({"uplink", "mobile network between bus and depot"}, Struct(devices.uplink));
    v.field({"depot", "gateway that stores and forwards"}, Struct(devices.depot));
    v.field({"cloud", "shared services and ledger"}, Struct(devices.cloud));
    v.field({"door", "how riders behave at the door"}, Struct(devices.door));
    v.field({"services", "what the services beside the fare boxes run on"},
            Maybe<ServiceParameters, Struct<ServiceParameters>>(devices.services));
    v.field({"phones", "kinds of phone that shops take cards with"},
            List(devices.phones, 0, &PhoneParameters::id));
    v.field({"vendors", "makers of fare boxes, by operator; other buses have the fare box above"},
            List(devices.vendors, 0, &VendorParameters::id));
    std::int64_t shops = 0;
    for (const PhoneParameters& phone : devices.phones) shops += phone.share_ppm;
    v.require(devices.phones.empty() || shops == 1'000'000, "phones",
              "the shares of all phones must add up to 100 %, found " + percent_text(shops));
    std::int64_t shares = 0;
    for (const CardProfileParameters& card : devices.cards) shares += card.share_ppm;
    v.require(shares == 1'000'000, "cards",
              "the shares of all cards must add up to 100 %, found " + percent_text(shares));
}

}  // namespace sim
