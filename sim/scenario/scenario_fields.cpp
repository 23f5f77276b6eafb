// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/expectations.h"
#include "sim/scenario/schema_words.h"
#include "sim/scenario/service_catalogue.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos shortest_checkpoint{1'000'000'000};

// "S09": a row of the city's documents.
class ServiceId final : public Value
{
public:
    explicit ServiceId(std::string& id) : id_(id) {}
    void read(const YamlNode& node) override
    {
        Text(id_).read(node);
        const std::vector<std::string> known = service_ids();
        if (std::find(known.begin(), known.end(), id_) == known.end())
            node.fail("expected a service such as S09, found " + node.found() +
                      did_you_mean(id_, known));
    }
    YamlNode write() const override { return Text(id_).write(); }
    YamlNode schema() const override { return schema_of_pattern("[SX][0-9]{2}"); }
    std::string type() const override { return "service"; }

private:
    std::string& id_;
};

struct Window {
    fw::Nanos& from;
    fw::Nanos& to;
};

void fields(Visitor& v, Window& window)
{
    v.field({"from", "first departure", Need::required}, TimeOfDay(window.from));
    v.field({"to", "end of the run", Need::required}, TimeOfDay(window.to));
    v.require(window.from < window.to, "to", "\"to\" must be later than \"from\"");
}

void require_profiles(Visitor& v, const Scenario& scenario)
{
    std::vector<std::string> ids;
    for (const Profile& profile : scenario.city.people.profiles) ids.push_back(profile.id);
    for (std::size_t i = 0; i < scenario.people.size(); ++i) {
        const std::string& id = scenario.people[i].profile;
        v.require(std::find(ids.begin(), ids.end(), id) != ids.end(),
                  fmt::format("people.{}.profile", i),
                  fmt::format("unknown profile \"{}\"{}", id, did_you_mean(id, ids)));
    }
}

}  // namespace

void fields(Visitor& v, Group& group)
{
    v.place(&group.line, nullptr);
    v.field({"profile", "one of the people file", Need::required}, Text(group.profile));
    v.field({"count", "riders", Need::required}, Count(group.count, 0, 10'000'000));
    v.field({"further_rides", "that each takes in the window besides one, on the same card"},
            UnlessZero<std::int64_t, Count<std::int64_t>>(group.further_rides));
}

void fields(Visitor& v, Decision& decision)
{
    v.field({"placement",
             "who decides on a discount: the cloud during the tap, a list on the box "
             "(cached) or the cloud afterwards (post)"},
            Choice<Placement>(decision.placement, {{"cloud", Placement::cloud},
                                                   {"cached", Placement::cached},
                                                   {"post", Placement::post}}));
    v.field({"deadline", "longest wait for the cloud during a tap"},
            Duration(decision.deadline, {1}));
    v.field({"on_timeout", "what happens when the cloud is late"},
            Choice<OnTimeout>(decision.on_timeout,
                              {{"adult_fare_then_adjust", OnTimeout::adult_fare_then_adjust}}));
}

void fields(Visitor& v, Lists& lists)
{
    v.field({"period", "between two editions of the lists in the fare boxes"},
            Duration(lists.period, {1}));
    v.field({"late_links", "linked cards whose link begins only during the window"},
            Percent(lists.late_links_ppm));
    v.field({"lost_cards", "cards reported lost during the window"}, Percent(lists.lost_cards_ppm));
}

void fields(Visitor& v, Planning& planning)
{
    v.field({"k", "rows of fewer cards are left out"}, Count(planning.k, 2, 1000));
}

void fields(Visitor& v, RecordPolicy& record)
{
    v.field({"frames", "taps whose radio frames are kept"},
            Choice<FramePolicy>(record.frames, {{"none", FramePolicy::none},
                                                {"failed", FramePolicy::failed},
                                                {"all", FramePolicy::all},
                                                {"share", FramePolicy::share}}));
    v.field({"share", "part of the taps, with \"frames: share\""}, Percent(record.share_ppm));
    v.only_if(record.frames == FramePolicy::share, "share", "belongs to \"frames: share\"");
    v.field({"checkpoint", "between two reconciliations of all books; 0 s: only at the end"},
            Duration(record.checkpoint));
    v.require(record.checkpoint.count == 0 || record.checkpoint.count >= shortest_checkpoint.count,
              "checkpoint", "books are reconciled every 1 s at most, or 0 s for only at the end");
}

// What happens in the city beside the buses.
static void service_fields(Visitor& v, Scenario& scenario)
{
    v.field({"residents", "people of the city beside the riders"},
            Maybe<Residents, Struct<Residents>>(scenario.residents));
    v.field({"flows", "messages that may be sent; all are recorded and checked"},
            Maybe<Flows, Include<Flows>>(scenario.flows));
    v.field({"order", "in which messages, commands to cards and time points must come"},
            Maybe<FlowOrder, Include<FlowOrder>>(scenario.order));
    v.field({"everyone", "kinds of residents, each of whom tries each service once"},
            Maybe<Everyone, Struct<Everyone>>(scenario.everyone));
    v.field({"platform", "what the data-linkage platform is told about rides"},
            Maybe<Platform, Struct<Platform>>(scenario.platform));
    v.field({"planning", "rides by class for planners, kept with the run and judged"},
            Maybe<Planning, Struct<Planning>>(scenario.planning));
    v.field({"linking", "who links a transit card to a My Number Card, or ends that"},
            Maybe<Linking, Struct<Linking>>(scenario.linking));
    v.field({"pass_sales", "passes bought in the portal and bound to cards"},
            Maybe<PassSales, Struct<PassSales>>(scenario.pass_sales));
    v.field({"shown_passes", "passes shown to the driver instead of a touch"},
            Maybe<ShownPasses, Struct<ShownPasses>>(scenario.shown_passes));
    v.field({"tourism", "tickets of two portals, used up at gates of either"},
            Maybe<Tourism, Struct<Tourism>>(scenario.tourism));
    v.field({"taxi", "the city's taxi subsidy"},
            Maybe<TaxiService, Struct<TaxiService>>(scenario.taxi));
    v.field({"plain_boxes",
             "a fare box without attributes beside each, which hears the same touches on copies of "
             "the cards: what cards without a link must not notice"},
            UnlessZero<bool, Flag>(scenario.plain_boxes));
    v.field({"face_boarding", "autonomous buses that let riders in by their face"},
            Maybe<FaceBoarding, Struct<FaceBoarding>>(scenario.face_boarding));
    v.field({"card_sales", "sales whose customers show their My Number Card"},
            Maybe<CardSales, Struct<CardSales>>(scenario.card_sales));
    v.field({"demand", "taxis on demand from door to door"},
            Maybe<DemandTaxi, Struct<DemandTaxi>>(scenario.demand));
    v.field({"health", "health mileage of municipalities, and the national portal"},
            Maybe<Health, Struct<Health>>(scenario.health));
    v.field({"data_use", "uses of personal data under consent"},
            Maybe<DataUses, Struct<DataUses>>(scenario.data_use));
    v.field({"city_id", "the city's own ID: issued, proved, and what is enough for what"},
            Maybe<CityId, Struct<CityId>>(scenario.city_id));
    v.field({"mother_child", "the health information service for mother and child"},
            Maybe<MotherChild, Struct<MotherChild>>(scenario.mother_child));
    v.field({"shelters", "check-in by card after a disaster"},
            Maybe<Shelters, Struct<Shelters>>(scenario.shelters));
    v.field({"emergency", "emergency data of who is unconscious"},
            Maybe<Emergency, Struct<Emergency>>(scenario.emergency));
    v.field({"clinics", "receptions of clinics with the insurance card in the My Number Card"},
            Maybe<Clinics, Struct<Clinics>>(scenario.clinics));
    v.field({"online_clinic", "consultations online, from the appointment to the payment"},
            Maybe<OnlineClinic, Struct<OnlineClinic>>(scenario.online_clinic));
    v.field({"portal", "a municipality's portal app: notices and coupons to segments"},
            Maybe<VillagePortal, Struct<VillagePortal>>(scenario.portal));
    v.field({"access_line", "over which everybody reaches the data centre"},
            Maybe<AccessLine, Struct<AccessLine>>(scenario.access_line));
    v.field({"first_aid", "health data that medics in shelters may look at"},
            Maybe<FirstAid, Struct<FirstAid>>(scenario.first_aid));
    v.field({"support_counter", "a counter where people take a ticket and wait for a window"},
            Maybe<SupportCounter, Struct<SupportCounter>>(scenario.support_counter));
    v.field({"shelter_ways", "shelters and ways to them, found on the phone"},
            Maybe<ShelterWays, Struct<ShelterWays>>(scenario.shelter_ways));
    v.field({"school_watch", "cameras on the way to school, which tell guardians"},
            Maybe<SchoolWatch, Struct<SchoolWatch>>(scenario.school_watch));
    v.field({"lectures", "tickets bought with the card, doors that open for a face"},
            Maybe<Lectures, Struct<Lectures>>(scenario.lectures));
    v.field({"mykey", "points moved to the national platform, and spent there"},
            Maybe<MyKey, Struct<MyKey>>(scenario.mykey));
    v.field({"access", "classes of residents with limits of body, means and place"},
            Maybe<Access, Struct<Access>>(scenario.access));
    v.require(!scenario.linking || scenario.residents, "linking",
              "\"linking\" needs \"residents\": whose cards are linked");
    v.require(!scenario.face_boarding || scenario.residents, "face_boarding",
              "needs \"residents\"");
}

void fields(Visitor& v, Scenario& scenario)
{
    Window window{scenario.from, scenario.to};
    v.file(scenario.file);
    v.field({"scenario", "name of the scenario", Need::heading}, Text(scenario.name));
    v.field({"seed", "of every random number", Need::required},
            Count(scenario.seed, 0, std::numeric_limits<std::int64_t>::max()));
    v.field({"city", "feeds, tariff, devices, people", Need::required},
            Include(scenario.city_file, scenario.city));
    v.field({"covers", "services of the city's documents that this scenario checks"},
            List<std::string, ServiceId>(scenario.covers));
    v.field({"timetable_date", "day whose trips run", Need::required},
            Day(scenario.timetable_date));
    v.field({"later_days", "so many days after it run too; their times of day count on past 24:00"},
            UnlessZero<int, Count<int>>(scenario.later_days));
    v.field({"tariff_date", "day whose fare rules hold", Need::required},
            Day(scenario.tariff_date));
    v.field({"window", "part of the day that is simulated", Need::required}, Struct(window));
    v.field({"people", "how many riders of each profile", Need::required},
            List(scenario.people, 1, &Group::profile));
    service_fields(v, scenario);
    v.field({"ic_share", "riders who pay by card"}, Percent(scenario.ic_ppm));
    v.field({"linked_share", "card riders whose card is linked to an identity"},
            Percent(scenario.linked_ppm));
    v.field({"passes", "card riders who hold a pass"}, List(scenario.passes));
    v.field({"shops", "shops that take cards on a phone, and their sales"},
            Maybe<Shops, Struct<Shops>>(scenario.shops));
    v.field({"decision", "where a discount is decided"}, Struct(scenario.decision));
    v.field({"lists", "what changes in the fare boxes' lists"}, Struct(scenario.lists));
    v.field({"record", "what is kept beside the taps"}, Struct(scenario.record));
    v.field({"faults", "what goes wrong"}, List(scenario.faults));
    v.field({"changes", "what is changed in mid-service"}, List(scenario.changes));
    v.field({"expect", "what must hold at the end"}, Expectations(scenario.expect));
    require_profiles(v, scenario);
    require_passes(v, scenario);
    require_shops(v, scenario);
    require_taxi(v, scenario);
    require_card_sales(v, scenario);
    require_demand(v, scenario);
    require_health(v, scenario);
    require_data_use(v, scenario);
    require_city_id(v, scenario);
    require_order(v, scenario);
    require_everyone(v, scenario);
    require_pass_sales(v, scenario);
    require_mother_child(v, scenario);
    require_disaster(v, scenario);
    require_clinics(v, scenario);
    require_online_clinic(v, scenario);
    require_portal(v, scenario);
    require_mykey(v, scenario);
    require_access(v, scenario);
    require_support_counter(v, scenario);
    require_school_watch(v, scenario);
    require_lectures(v, scenario);
    require_places(v, scenario);
    v.require(!scenario.plain_boxes || scenario.record.frames == FramePolicy::all, "plain_boxes",
              "\"plain_boxes\" needs \"record: { frames: all }\"");
}

}  // namespace sim
